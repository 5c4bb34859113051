namespace Beian.Web.Features.Filings.Reminding;

/// <summary>Reminds a while after the start and every ten minutes from then on.</summary>
public sealed class RemindingService(IServiceScopeFactory scopes, ILogger<RemindingService> logger) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(_first, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Reminders>().RemindAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "Reminders failed; trying again later");
            }
            await Task.Delay(_interval, stoppingToken);
        }
    }
}
