namespace Beian.Web.Features.Enterprise;

/// <summary>What this room brings into the program.</summary>
public static class EnterpriseRoom
{
    public static void AddEnterprise(this IServiceCollection services)
    {
        services.AddScoped<AccessRequests.AccessDesk>();
        services.AddScoped<Invitations.InvitationDesk>();
    }
}
