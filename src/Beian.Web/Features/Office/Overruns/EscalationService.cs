using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Overruns;

/// <summary>Looks for limits that ran out, a minute after the start and every half hour: a limit ends with its day.</summary>
public sealed class EscalationService(IServiceScopeFactory scopes, ILogger<EscalationService> logger) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(_first, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
            if (!await TryAsync(stoppingToken))
                await Task.Delay(_interval, stoppingToken);
    }

    /// <summary>Runs a round.</summary>
    /// <returns>Whether there may be more to mark.</returns>
    private async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Escalation>().RunAsync(stop) == Escalation.Batch;
        }
        catch (DbUpdateException)
        {
            return false; // another node does it
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "Limits that ran out could not be marked; trying again later");
            return false;
        }
    }
}
