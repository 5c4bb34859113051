namespace Beian.Web.Jobs;

/// <summary>What this room brings into the program.</summary>
public static class JobsRoom
{
    public static void AddJobs(this IServiceCollection services) => services.AddSingleton<JobRunner>();

    /// <summary>Only the site does jobs; commands do their work themselves.</summary>
    public static void AddJobService(this IServiceCollection services) => services.AddHostedService<JobService>();
}
