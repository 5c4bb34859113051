using Beian.Web.Jobs;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>Keeps house.</summary>
public sealed class HousekeepingService(IServiceScopeFactory scopes, ILogger<HousekeepingService> logger)
    : Rounds(scopes, logger, first: TimeSpan.FromMinutes(10), interval: TimeSpan.FromHours(6))
{
    /// <summary>Leaves the machine to the filers between the rounds of a large sweep.</summary>
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    protected override async Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<SpentTokens>().ForgetAsync(stop);
        return (await services.GetRequiredService<Housekeeping>().SweepAsync(stop)).MayLeaveMore ? _pause : null;
    }
}
