using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Reminding;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Features.Register;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>The officer behind this request and what lies on his or her desk.</summary>
public sealed class Desk(AppDb db, Visitor visitor, AuthorityTree authorities, TimeProvider clock)
{
    // No authority has so many.
    private const int MostColleagues = 300;

    /// <summary>The pages of this room are open to officers only, so there is one.</summary>
    public Officer Officer { get; } =
        new(visitor.AccountId ?? Guid.Empty, visitor.Name, visitor.AuthorityId ?? throw new InvalidOperationException("Not an officer."));

    public Jurisdiction Jurisdiction => field ??= new(authorities[Officer.AuthorityId], authorities);

    public DateOnly Today { get; } = clock.Today();

    /// <summary>An action of this officer.</summary>
    public Process Begin(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);

    /// <summary>The officers of this authority, oneself among them, by name.</summary>
    public async Task<IReadOnlyList<Officer>> ColleaguesAsync(CancellationToken stop)
    {
        var own = Officer.AuthorityId;
        return await db
            .Accounts.Where(a => a.AuthorityId == own && a.SuspendedAt == null)
            .OrderBy(a => a.DisplayName)
            .ThenBy(a => a.Id)
            .Take(MostColleagues)
            .Select(a => new Officer(a.Id, a.DisplayName, own))
            .ToListAsync(stop);
    }

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

    /// <summary>The register's entries in the officer's jurisdiction.</summary>
    public IQueryable<RegisterEntry> Entries() => Own(db.RegisterEntries);

    /// <summary>Those of some entries that are in the officer's jurisdiction.</summary>
    public IQueryable<RegisterEntry> Own(IQueryable<RegisterEntry> entries)
    {
        var ids = Jurisdiction.Ids;
        return Jurisdiction.IsEverything ? entries : entries.Where(e => ids.Contains(e.AuthorityId));
    }

    /// <summary>The id of a filing this officer may read: given by id, or by 系统编号 within a service. Null: for this officer there is none.</summary>
    public Task<Guid?> FindAsync(string service, Guid? id, string number, CancellationToken stop) =>
        Readable()
            .Where(f => f.Service == service && (id != null ? f.Id == id : f.Number == number))
            .Select(f => (Guid?)f.Id)
            .SingleOrDefaultAsync(stop);

    /// <summary>
    /// The next filing of a ledger that this officer's authority decides: the one behind a place, or else the first of all.
    /// Null: nothing is left.
    /// </summary>
    /// <param name="except">The filing just dealt with.</param>
    public async Task<Guid?> NextAsync(QueueFilter? filter, QueuePlace? behind, Guid except, CancellationToken stop)
    {
        var own = Officer.AuthorityId;
        var waiting = db.Filings.Where(f => f.AuthorityId == own && f.State == FilingState.Submitted && f.Id != except);
        if (filter is { State: FilingState.Submitted })
            waiting = filter.Rows(waiting, Today);
        return await FirstAsync(behind) ?? (behind is null ? null : await FirstAsync(null));

        Task<Guid?> FirstAsync(QueuePlace? place) =>
            QueuePlace.Page(waiting, FilingState.Submitted, place).Select(f => (Guid?)f.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>What this officer did last with a filing, by its id in an address; null for anything else.</summary>
    public async Task<Done?> DoneAsync(string? id, CancellationToken stop)
    {
        if (!Guid.TryParse(id, out var filing))
            return null;
        var me = Officer.AccountId;
        return await db
            .Decisions.Where(d => d.FilingId == filing && d.OfficerId == me)
            .Join(Readable(), d => d.FilingId, f => f.Id, (d, f) => new { Decision = d, f.SubjectName })
            .OrderByDescending(x => x.Decision.At)
            .Select(x => new Done(filing, x.SubjectName, x.Decision.Outcome, x.Decision.At))
            .FirstOrDefaultAsync(stop);
    }

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

    /// <summary>Which of some filings their filers asked about (催办).</summary>
    public async Task<IReadOnlySet<Guid>> UrgedAsync(IEnumerable<QueueRow> rows, CancellationToken stop)
    {
        var ids = rows.Where(r => r.State == FilingState.Submitted).Select(r => r.Id).ToList();
        return ids.Count == 0
            ? new HashSet<Guid>()
            : await db
                .FilingNotices.Where(n => ids.Contains(n.FilingId) && n.Notice.StartsWith(Urges.Notice))
                .Select(n => n.FilingId)
                .ToHashSetAsync(stop);
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
