using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>Whom duties that follow an approval still concern.</summary>
public sealed class DutyHolders(Catalogue.Catalogue catalogue)
{
    /// <summary>
    /// Those of some approved filings whose version of a valid entry is in force; where the service has its duty reported, only those who
    /// have not reported it.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> FindAsync(AppDb db, IReadOnlyList<Guid> filings, CancellationToken stop)
    {
        var held = await db
            .RegisterEntries.Where(e => filings.Contains(e.FilingId) && e.Revision > 0 && e.State == EntryState.Valid)
            .Select(e => new
            {
                e.FilingId,
                e.Service,
                e.DutyDueOn,
            })
            .ToListAsync(stop);
        return held.Where(h => h.DutyDueOn is not null || catalogue.Find(h.Service)?.Lifecycle.Duty is null)
            .Select(h => h.FilingId)
            .ToHashSet();
    }
}
