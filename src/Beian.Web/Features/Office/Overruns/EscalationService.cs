using Beian.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Overruns;

/// <summary>Looks for limits that ran out: a limit ends with its day.</summary>
public sealed class EscalationService(IServiceScopeFactory scopes, ILogger<EscalationService> logger)
    : Rounds(scopes, logger, first: TimeSpan.FromMinutes(1), interval: TimeSpan.FromMinutes(30))
{
    protected override async Task<TimeSpan?> RunAsync(IServiceProvider services, CancellationToken stop)
    {
        try
        {
            return await services.GetRequiredService<Escalation>().RunAsync(stop) == Escalation.Batch ? TimeSpan.Zero : null;
        }
        catch (DbUpdateException)
        {
            return null; // another node does it
        }
    }
}
