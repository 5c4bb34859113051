namespace Beian.Web.Jobs;

/// <summary>Looks for jobs every two seconds, those of other nodes that died among them.</summary>
public sealed class JobService(JobRunner runner, ILogger<JobService> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await runner.RunDueAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "The jobs could not be read; trying again");
            }
    }
}
