namespace Beian.Web.Features.Resets;

/// <summary>What this room brings into the program.</summary>
public static class ResetsRoom
{
    public static void AddResets(this IServiceCollection services) => services.AddScoped<ResetRetention>();

    public static void AddResetJobs(this IServiceCollection services) => services.AddHostedService<ResetRetentionService>();
}
