namespace Beian.Web.Hosting;

/// <summary>Says after the start, once, which packs of the program's folder wait to be published.</summary>
public sealed class UnpublishedPacks(IServiceProvider services, ILogger<UnpublishedPacks> logger) : BackgroundService
{
    /// <summary>Reading the folder must not hold up the first visitors.</summary>
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(_first, stoppingToken);
            foreach (var (pack, inForce) in await services.UnpublishedAsync(stoppingToken))
                logger.LogWarning(
                    "The pack {Service} {Version} in the folder is not published; {InForce} is in force. Run: packs publish",
                    pack.Code,
                    pack.Version,
                    inForce
                );
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogError(fault, "The folder of packs cannot be read; what is published stays in force");
        }
    }
}
