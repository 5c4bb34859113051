using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Features.Office.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Ledger.Approvals;

/// <summary>What the officer's authority approved on a day, to be printed for its seal in one go: two readings, however much it is.</summary>
public sealed class DaySheets(AppDb db, Desk desk, Catalogue.Catalogue catalogue, FilingSheets sheets)
{
    /// <summary>A thicker file neither prints nor waits well; the following filings are a file of their own.</summary>
    public const int Most = 200;

    /// <summary>The approvals of a day (in China), the oldest first.</summary>
    /// <param name="place">The place behind which to begin; null: at the first.</param>
    public async Task<DayPart> ReadAsync(DateOnly day, ApprovalPlace? place, CancellationToken stop)
    {
        var own = desk.Officer.AuthorityId;
        var (since, until) = (ChinaTime.StartOf(day), ChinaTime.StartOf(day.AddDays(1)));
        // Nothing is decided after it last changed: by that the index of the queue leaves out what is older than the day.
        var filings = db
            .Filings.AsNoTracking()
            .Where(f =>
                f.AuthorityId == own
                && f.State == FilingState.Approved
                && f.UpdatedAt >= since
                && f.DecidedAt >= since
                && f.DecidedAt < until
            );
        if (place is var (at, id))
            filings = filings.Where(f => f.DecidedAt > at || f.DecidedAt == at && f.Id.CompareTo(id) > 0);
        var found = await filings.OrderBy(f => f.DecidedAt).ThenBy(f => f.Id).Take(Most + 1).ToListAsync(stop);
        var more = found.Count > Most;
        if (more)
            found.RemoveAt(Most);
        var entered = await RegisterQueries.FindEnteredAsync(db, found.ConvertAll(f => f.Id), stop);
        return new(
            day,
            place,
            more ? ApprovalPlace.Behind(found[^1]) : null,
            found.ConvertAll(f => new ApprovedFiling(f, catalogue.PackOf(f), entered.GetValueOrDefault(f.Id)))
        );
    }

    /// <summary>Which of them were printed for the seal before.</summary>
    public async Task<IReadOnlySet<Guid>> PrintedAsync(DayPart part, CancellationToken stop)
    {
        var ids = part.Printable.Select(f => f.Filing.Id).ToList();
        return await db
            .Events.Where(e => ids.Contains(e.SubjectId) && e.Kind == "SheetSealed")
            .Select(e => e.SubjectId)
            .ToHashSetAsync(stop);
    }

    /// <summary>What is to be printed, personal numbers whole; who printed which filing, and when, is kept as with a single one.</summary>
    public async Task<IReadOnlyList<SheetOrder>> PrintAsync(DayPart part, Language language, CancellationToken stop)
    {
        var process = desk.Begin("PrintingForTheSeal");
        var orders = new List<SheetOrder>();
        foreach (var (filing, pack, entered) in part.Printable)
        {
            var data = sheets.OfRegister(filing, pack, entered!.Answers, language);
            orders.Add(new(pack.Sheets, data));
            CaseSheets.RecordSeal(process, filing.Id, entered.Number, entered.Version);
            if (Case.HoldPersonalNumbers(pack, data.Answers))
                CaseSheets.RecordReveal(process, filing.Id, filing.Revision, SheetPress.Seal);
        }
        await db.SaveAsync(process, stop);
        return orders;
    }
}
