using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Signing;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>The officer behind this request and what lies on his or her desk.</summary>
public sealed class Desk(AppDb db, Visitor visitor, AuthorityTree authorities, TimeProvider clock)
{
    /// <summary>The pages of this room are open to officers only, so there is one.</summary>
    public Officer Officer { get; } =
        new(visitor.AccountId ?? Guid.Empty, visitor.Name, visitor.AuthorityId ?? throw new InvalidOperationException("Not an officer."));

    public Jurisdiction Jurisdiction => field ??= new(authorities[Officer.AuthorityId], authorities);

    public DateOnly Today { get; } = clock.Today();

    /// <summary>An action of this officer.</summary>
    public Process Begin(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);

    /// <summary>The filings in the officer's jurisdiction that were ever sent: drafts are nobody's business but the filer's.</summary>
    public IQueryable<Filing> Filings()
    {
        var sent = db.Filings.Where(f => f.Revision > 0);
        var ids = Jurisdiction.Ids;
        if (Jurisdiction.IsEverything)
            return sent;
        var own = Officer.AuthorityId;
        return ids.Count == 1 ? sent.Where(f => f.AuthorityId == own) : sent.Where(f => ids.Contains(f.AuthorityId));
    }

    /// <summary>The id of a filing this officer may read: given by id, or by 系统编号 within a service. Null: for this officer there is none.</summary>
    public Task<Guid?> FindAsync(string service, Guid? id, string number, CancellationToken stop) =>
        Readable()
            .Where(f => f.Service == service && (id != null ? f.Id == id : f.Number == number))
            .Select(f => (Guid?)f.Id)
            .SingleOrDefaultAsync(stop);

    /// <summary>Which of some filings were sent with a signed sheet that does not match them, or could not be checked.</summary>
    public async Task<IReadOnlySet<Guid>> WithUnmatchedSheetAsync(IEnumerable<QueueRow> rows, CancellationToken stop)
    {
        var newest = rows.ToDictionary(r => r.Id, r => r.Revision);
        var ids = newest.Keys.ToList();
        var unmatched = await db
            .Revisions.AsNoTracking()
            .Where(r => ids.Contains(r.FilingId) && r.SheetMatch != null && r.SheetMatch != SheetMatch.Matches)
            .Select(r => new { r.FilingId, r.Number })
            .ToListAsync(stop);
        return unmatched.Where(r => newest[r.FilingId] == r.Number).Select(r => r.FilingId).ToHashSet();
    }

    /// <summary>These and, for reading, the ones an authority of the jurisdiction had in hand before they went elsewhere.</summary>
    public IQueryable<Filing> Readable()
    {
        if (Jurisdiction.IsEverything)
            return Filings();
        var (ids, revisions, decisions) = (Jurisdiction.Ids, db.Revisions, db.Decisions);
        return db.Filings.Where(f =>
            f.Revision > 0
            && (
                ids.Contains(f.AuthorityId)
                || revisions.Any(r => r.FilingId == f.Id && ids.Contains(r.AuthorityId))
                || decisions.Any(d => d.FilingId == f.Id && ids.Contains(d.AuthorityId))
            )
        );
    }
}
