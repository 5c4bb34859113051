using System.Globalization;
using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Search;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>Reads ledgers, newest first, by the key of the last row: each piece is one short reading, however long the ledger is.</summary>
public sealed class LedgerReader(AppDb db, EntryCandidates entries)
{
    // Of the filter read last: a page reads and counts, an export reads piece after piece.
    private (LedgerFilter Filter, long[]? Ids)? _candidates;

    /// <summary>The service of the oldest entry; null in an empty register.</summary>
    public Task<string?> FirstServiceAsync(CancellationToken stop) =>
        db.RegisterEntries.OrderBy(e => e.Id).Select(e => e.Service).FirstOrDefaultAsync(stop);

    /// <summary>How many rows there are, counted no further than <paramref name="limit"/>.</summary>
    public async Task<int> CountAsync(LedgerFilter filter, int limit, CancellationToken stop) =>
        filter.OfFilings
            ? await filter.Narrow(db.Filings).Take(limit).CountAsync(stop)
            : await (await EntriesOfAsync(filter, stop)).Take(limit).CountAsync(stop);

    /// <param name="place">The row behind which to go on (<see cref="LedgerRow.Place"/>); null: from the newest.</param>
    /// <param name="back">Whether to go back from there: the rows before it, the nearest first.</param>
    public async Task<List<LedgerRow>> ReadAsync(LedgerFilter filter, string? place, bool back, int count, CancellationToken stop) =>
        filter.OfFilings ? await FilingsAsync(filter, place, back, count, stop) : await EntriesAsync(filter, place, back, count, stop);

    private async Task<List<LedgerRow>> EntriesAsync(LedgerFilter filter, string? place, bool back, int count, CancellationToken stop)
    {
        var all = await EntriesOfAsync(filter, stop);
        if (long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            all = back ? all.Where(e => e.Id > id) : all.Where(e => e.Id < id);
        var found = await (back && place is not null ? all.OrderBy(e => e.Id) : all.OrderByDescending(e => e.Id))
            .Take(count)
            .ToListAsync(stop);
        return found.ConvertAll(e =>
        {
            var answers = AnswerSet.FromJson(e.PublicAnswers);
            return new LedgerRow(
                e.Id.ToString(CultureInfo.InvariantCulture),
                e.FilingId,
                answers,
                e.Name,
                filter.Pack.Service.SubjectCodes.Select(c => answers[c]).FirstOrDefault(c => c is not null) ?? "",
                "",
                e.Number,
                e.Code,
                new("", ""),
                e.State.Text,
                e.State.Css,
                null,
                e.FirstApprovedAt,
                e.ApprovedAt,
                e.AuthorityId
            );
        });
    }

    private async Task<IQueryable<RegisterEntry>> EntriesOfAsync(LedgerFilter filter, CancellationToken stop)
    {
        if (_candidates?.Filter != filter)
        {
            var ids =
                filter.Text.Length == 0
                    ? null
                    : await entries.FindAsync([filter.Pack.Code], filter.Text, filter.Pack.Service.EntryPer is null, stop);
            _candidates = (filter, ids);
        }
        return filter.Narrow(db.RegisterEntries.AsNoTracking(), _candidates.Value.Ids);
    }

    private async Task<List<LedgerRow>> FilingsAsync(LedgerFilter filter, string? place, bool back, int count, CancellationToken stop)
    {
        var (filings, revisions) = (filter.Narrow(db.Filings.AsNoTracking()), db.Revisions);
        if (Guid.TryParseExact(place, "N", out var id))
            filings = back ? filings.Where(f => f.Id.CompareTo(id) > 0) : filings.Where(f => f.Id.CompareTo(id) < 0);
        var found = await (back && place is not null ? filings.OrderBy(f => f.Id) : filings.OrderByDescending(f => f.Id))
            .Take(count)
            .Select(f => new
            {
                f.Id,
                f.SubjectName,
                f.SubjectCode,
                f.Number,
                f.Kind,
                f.State,
                f.SubmittedAt,
                f.DecidedAt,
                f.AuthorityId,
                // What was sent, never what the filer is still editing.
                Answers = revisions.Where(r => r.FilingId == f.Id && r.Number == f.Revision).Select(r => r.Answers).FirstOrDefault(),
            })
            .ToListAsync(stop);
        var ids = found.ConvertAll(f => f.Id);
        var entered = await db
            .EntryVersions.Where(v => ids.Contains(v.FilingId) && v.Revision > 0)
            .Join(
                db.RegisterEntries,
                v => v.EntryId,
                e => e.PublicId,
                (v, e) =>
                    new
                    {
                        v.FilingId,
                        e.Number,
                        e.Code,
                    }
            )
            .ToListAsync(stop);
        var numbers = entered.DistinctBy(e => e.FilingId).ToDictionary(e => e.FilingId, e => (e.Number, e.Code));
        var kinds = filter.Pack.Lifecycle.Kinds.ToDictionary(k => k.Code, k => k.Label);
        return found.ConvertAll(f =>
        {
            var (number, code) = numbers.GetValueOrDefault(f.Id, ("", ""));
            return new LedgerRow(
                f.Id.ToString("N"),
                f.Id,
                AnswerSet.FromJson(f.Answers ?? "{}"),
                f.SubjectName,
                f.SubjectCode,
                f.Number,
                number,
                code,
                kinds.GetValueOrDefault(f.Kind, new LocalizedText(f.Kind, f.Kind)),
                f.State.ForOfficers(),
                "state state-" + f.State.Code(),
                f.SubmittedAt,
                null,
                f.DecidedAt,
                f.AuthorityId
            );
        });
    }
}
