using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Administration;

/// <summary>What the log is narrowed down to.</summary>
/// <param name="Person">A name or user name, whole; empty: everybody.</param>
/// <param name="Number">系统编号 of a filing; empty: everything.</param>
public sealed record LogFilter(string Person, string Number, Days Days);

/// <summary>An event of the log.</summary>
/// <param name="About">What it is about: the number of a filing or of an entry, the name on an account; null where that is nothing, or whoever acted.</param>
/// <param name="Href">Where that is; null: nowhere.</param>
public sealed record LogRow(Event Happened, string? About, string? Href);

/// <summary>操作日志: reads the trail of a jurisdiction by key, newest first.</summary>
public sealed class LogReader(AppDb db, Desk desk)
{
    private const int MostPersons = 20;

    // Ids are given as things happen, transactions end a little out of turn.
    private static readonly TimeSpan _disorder = TimeSpan.FromMinutes(10);

    /// <param name="before">The event behind which to go on; null: from the newest.</param>
    public async Task<IReadOnlyList<LogRow>> ReadAsync(LogFilter filter, long? before, int count, CancellationToken stop)
    {
        var events = db.Events.AsNoTracking();
        if (filter.Number.Length > 0)
        {
            var filing = await desk.Readable().Where(f => f.Number == filter.Number).Select(f => (Guid?)f.Id).SingleOrDefaultAsync(stop);
            events = events.Where(e => e.SubjectId == filing);
        }
        else if (!desk.Jurisdiction.IsEverything)
        {
            var ids = desk.Jurisdiction.Ids;
            events = ids is [var one]
                ? events.Where(e => e.AuthorityId == one)
                : events.Where(e => e.AuthorityId != null && ids.Contains(e.AuthorityId));
        }
        if (filter.Person.Length > 0)
        {
            var persons = await PersonsAsync(filter.Person, stop);
            events = events.Where(e => e.ActorId != null && persons.Contains(e.ActorId.Value));
        }
        if (filter.Days.Since is { } since)
        {
            var first = await FirstIdAsync(since - _disorder, stop);
            events = events.Where(e => e.Id >= first && e.At >= since);
        }
        if (filter.Days.Until is { } until)
        {
            var last = await FirstIdAsync(until + _disorder, stop);
            events = events.Where(e => e.Id <= last && e.At < until);
        }
        if (before is { } place)
            events = events.Where(e => e.Id < place);
        var found = await events.OrderByDescending(e => e.Id).Take(count).ToListAsync(stop);
        var subjects = await SubjectsAsync(found, stop);
        return
        [
            .. found.Select(e => subjects.TryGetValue(e.SubjectId, out var s) ? new LogRow(e, s.About, s.Href) : new LogRow(e, null, null)),
        ];
    }

    /// <summary>What the events are about, by its id, as far as this officer may read it.</summary>
    private async Task<Dictionary<Guid, (string About, string? Href)>> SubjectsAsync(List<Event> events, CancellationToken stop)
    {
        var subjects = new Dictionary<Guid, (string About, string? Href)>();
        var (filings, entries, accounts) = (Of("filing"), Of("entry"), Of("account"));
        foreach (
            var filing in await desk.Readable().Where(f => filings.Contains(f.Id)).Select(f => new { f.Id, f.Number }).ToListAsync(stop)
        )
            subjects[filing.Id] = (filing.Number, Links.OfficeFiling(filing.Id));
        if (entries.Count > 0)
            foreach (
                var entry in await desk.Entries()
                    .Where(e => entries.Contains(e.PublicId))
                    .Select(e => new
                    {
                        e.PublicId,
                        e.Service,
                        e.Number,
                    })
                    .ToListAsync(stop)
            )
                subjects[entry.PublicId] = (entry.Number, Links.OfficeEntry(entry.Service, entry.Number));
        if (accounts.Count > 0)
            foreach (
                var account in await db
                    .Accounts.Where(a => accounts.Contains(a.Id))
                    .Select(a => new { a.Id, a.DisplayName })
                    .ToListAsync(stop)
            )
                subjects[account.Id] = (account.DisplayName, null);
        return subjects;

        List<Guid> Of(string kind) =>
            [.. events.Where(e => e.SubjectKind == kind && e.SubjectId != e.ActorId).Select(e => e.SubjectId).Distinct()];
    }

    private async Task<List<Guid>> PersonsAsync(string person, CancellationToken stop)
    {
        var userName = person.ToUpperInvariant();
        return await db
            .Accounts.Where(a => a.NormalizedUserName == userName || a.Kind == AccountKind.Officer && a.DisplayName == person)
            .OrderBy(a => a.Id)
            .Take(MostPersons)
            .Select(a => a.Id)
            .ToListAsync(stop);
    }

    /// <summary>The first event at or after a moment, found by halving: events have no index by time, and need none.</summary>
    private async Task<long> FirstIdAsync(DateTime moment, CancellationToken stop)
    {
        var low = await db.Events.OrderBy(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(stop);
        var high = await db.Events.OrderByDescending(e => e.Id).Select(e => e.Id).FirstOrDefaultAsync(stop) + 1;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var at = await db.Events.Where(e => e.Id >= middle).OrderBy(e => e.Id).Select(e => e.At).FirstAsync(stop);
            if (at < moment)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
