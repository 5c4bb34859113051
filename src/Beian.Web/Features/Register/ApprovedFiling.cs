using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>A filing that is approved in this transaction, with what was decided on.</summary>
internal sealed record ApprovedFiling(Filing Filing, Pack Pack, FilingKind Kind, Revision Revision, Decision Decision)
{
    public static async Task<ApprovedFiling> ReadAsync(AppDb db, Catalogue.Catalogue catalogue, Guid id, CancellationToken stop)
    {
        var filing = (await db.Filings.FindAsync([id], stop))!;
        var pack = catalogue.PackOf(filing);
        var revision =
            Tracked<Revision>(db, r => r.FilingId == id && r.Number == filing.Revision)
            ?? await db.Revisions.SingleAsync(r => r.FilingId == id && r.Number == filing.Revision, stop);
        var decision = Tracked<Decision>(db, d => d.FilingId == id && d.Outcome == Outcome.Approved)!;
        return new(filing, pack, pack.Lifecycle.Find(filing.Kind)!, revision, decision);
    }

    /// <summary>What this action made or read already, without asking the database.</summary>
    private static T? Tracked<T>(AppDb db, Func<T, bool> wanted)
        where T : class => db.ChangeTracker.Entries<T>().Select(e => e.Entity).FirstOrDefault(wanted);
}
