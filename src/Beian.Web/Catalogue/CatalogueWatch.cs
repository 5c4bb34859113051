using System.Data.Common;

namespace Beian.Web.Catalogue;

/// <summary>Takes up every few seconds what was published, so that nobody need restart a site.</summary>
public sealed class CatalogueWatch(Catalogue catalogue, ILogger<CatalogueWatch> logger) : BackgroundService
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval);
        do // at once: the first visitor finds them compiled
        try
        {
            catalogue.Refresh();
        }
        catch (DbException fault)
        {
            logger.LogWarning(fault, "The published packs could not be looked up; trying again");
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
