namespace Beian.Web.Features.Enterprise;

/// <summary>What this room brings into the program.</summary>
public static class EnterpriseRoom
{
    public static void AddEnterprise(this IServiceCollection services)
    {
        services.AddScoped<EnterpriseRetention>();
        services.AddHostedService<EnterpriseRetentionService>();
        services.AddScoped<AccessRequests.AccessDesk>();
        services.AddScoped<Mandates.MandateDesk>();
        services.AddScoped<Invitations.InvitationDesk>();
    }
}
