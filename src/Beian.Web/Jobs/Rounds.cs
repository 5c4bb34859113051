using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Jobs;

/// <summary>What the site does of itself again and again. A round that fails is told and tried again with the next.</summary>
/// <param name="first">How long after the start the first round begins.</param>
/// <param name="interval">How long after a round the next begins.</param>
public abstract class Rounds(IServiceScopeFactory scopes, ILogger logger, TimeSpan first, TimeSpan interval) : BackgroundService
{
    /// <summary>Runs a round.</summary>
    /// <returns>How long to wait for the next instead of the interval; null: the interval.</returns>
    protected abstract Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = first; ; wait = await TryAsync(stoppingToken) ?? interval)
            await Task.Delay(wait, stoppingToken);
    }

    private async Task<TimeSpan?> TryAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await RunAsync(scope.ServiceProvider, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // another node does it
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            logger.LogError(fault, "{Round} failed; trying again later", GetType().Name);
            return null;
        }
    }
}
