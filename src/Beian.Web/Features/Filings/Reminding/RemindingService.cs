using Beian.Web.Jobs;

namespace Beian.Web.Features.Filings.Reminding;

/// <summary>Reminds of drafts and duties.</summary>
public sealed class RemindingService(IServiceScopeFactory scopes, ILogger<RemindingService> logger)
    : Rounds(scopes, logger, first: TimeSpan.FromMinutes(5), interval: TimeSpan.FromMinutes(10))
{
    protected override async Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<Reminders>().RemindAsync(stop);
        return null;
    }
}
