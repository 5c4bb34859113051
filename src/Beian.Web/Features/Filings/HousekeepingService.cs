using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>Keeps house a while after the start and every few hours from then on.</summary>
public sealed class HousekeepingService(IServiceScopeFactory scopes, ILogger<HousekeepingService> logger) : BackgroundService
{
    private static readonly TimeSpan _first = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan _interval = TimeSpan.FromHours(6);

    /// <summary>Leaves the machine to the filers between the rounds of a large sweep.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(_first, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await TryAsync(stoppingToken) ? _pause : _interval, stoppingToken);
    }

    /// <summary>Runs a round.</summary>
    /// <returns>Whether there may be more to do.</returns>
    private async Task<bool> TryAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return (await scope.ServiceProvider.GetRequiredService<Housekeeping>().SweepAsync(stop)).MayLeaveMore;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // another node does it
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError(fault, "Housekeeping failed; trying again later");
            return false;
        }
    }
}
