using Beian.Web.Jobs;

namespace Beian.Web.Features.Enterprise;

/// <summary>Deletes old invitations and requests for access again and again.</summary>
public sealed class EnterpriseRetentionService(IServiceScopeFactory scopes, ILogger<EnterpriseRetentionService> logger)
    : Rounds(scopes, logger, first: TimeSpan.FromMinutes(14), interval: TimeSpan.FromHours(6))
{
    protected override async Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<EnterpriseRetention>().SweepAsync(stop);
        return null;
    }
}
