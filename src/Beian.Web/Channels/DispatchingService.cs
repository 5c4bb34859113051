using Beian.Web.Data;

namespace Beian.Web.Channels;

/// <summary>Runs the dispatcher: at once after an action of this process, and regularly for those of other nodes and for retries.</summary>
public sealed class DispatchingService(Dispatcher dispatcher, OutboxSignal signal, ILogger<DispatchingService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dispatcher.SendDueAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(fault, "The outbox could not be read; trying again");
            }
            await signal.WaitAsync(Interval, stoppingToken);
        }
    }
}
