namespace Beian.Web.Features.Workbench;

/// <summary>What this room brings into the program.</summary>
public static class WorkbenchRoom
{
    public static void AddWorkbench(this IServiceCollection services)
    {
        services.AddScoped<MyApplications>();
        services.AddScoped<Entrances>();
    }
}
