namespace Beian.Web.Audit;

/// <summary>Seals every few seconds, and once more when the site stops.</summary>
public sealed class SealingService(Sealer sealer, ILogger<SealingService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryAsync(stoppingToken);
    }

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await sealer.SealAsync(stop);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            // The events are safe in their table; the next round seals them.
            logger.LogError(fault, "The audit trail could not be sealed; trying again");
        }
    }
}
