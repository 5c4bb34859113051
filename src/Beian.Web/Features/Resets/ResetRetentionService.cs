using Beian.Web.Jobs;

namespace Beian.Web.Features.Resets;

/// <summary>Deletes old scans again and again.</summary>
public sealed class ResetRetentionService(IServiceScopeFactory scopes, ILogger<ResetRetentionService> logger)
    : Rounds(scopes, logger, first: TimeSpan.FromMinutes(12), interval: TimeSpan.FromHours(6))
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    protected override async Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop) =>
        await services.GetRequiredService<ResetRetention>().SweepAsync(stop) >= ResetRetention.Batch ? _pause : null;
}
