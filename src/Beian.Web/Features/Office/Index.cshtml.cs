using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>首页待办: what waits for this authority, what is most urgent, and what those below it are late with.</summary>
public sealed class IndexModel(AppDb db, Desk desk, AuthorityTree authorities, WorkingDays calendar) : PageModel
{
    private const int UrgentCount = 10;

    // Those that are late with most; the rest is in the queue.
    private const int BelowCount = 50;

    public Jurisdiction Jurisdiction => desk.Jurisdiction;

    public int? MissingHolidays => calendar.MissingYear(desk.Today);

    /// <summary>What waits for this authority, counted by what it asks of its officers.</summary>
    public Waiting Waiting { get; private set; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Returned by this authority and not back yet.</summary>
    public int Returned { get; private set; }

    /// <summary>Decided by this authority since the first of the month.</summary>
    public int DecidedThisMonth { get; private set; }

    public IReadOnlyList<QueueRow> Urgent { get; private set; } = [];

    /// <summary>What those below are late with, the most first.</summary>
    public IReadOnlyList<LateBelow> Below { get; private set; } = [];

    public DueDate? Due(DateOnly? day) => DueDate.Of(day, desk.Today, calendar);

    public string AuthorityName(string id) => authorities.FullName(id);

    /// <summary>The queue of an authority; of this one where there are others below it, too.</summary>
    public string Queue(string authorityId, params (string Name, string Value)[] narrow)
    {
        var query = Jurisdiction.Ids.Count > 1 ? QueryString.Create("authority", authorityId) : default;
        return Links.OfficeQueue + narrow.Aggregate(query, (all, one) => all.Add(one.Name, one.Value));
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (today, own, me) = (desk.Today, desk.Officer.AuthorityId, desk.Officer.AccountId);
        var open = await db
            .Filings.Where(f => f.AuthorityId == own && (f.State == FilingState.Submitted || f.State == FilingState.Returned))
            .GroupBy(f => f.State)
            .Select(g => new
            {
                g.Key,
                Counts = new Waiting(
                    g.Count(),
                    g.Count(f => f.DueOn == today),
                    g.Count(f => f.DueOn < today),
                    g.Count(f => f.Returns == 0),
                    g.Count(f => f.Returns > 0),
                    g.Count(f => f.AssignedToId == me)
                ),
            })
            .ToListAsync(stop);
        Waiting = open.Find(o => o.Key == FilingState.Submitted)?.Counts ?? Waiting;
        Returned = open.Find(o => o.Key == FilingState.Returned)?.Counts.All ?? 0;

        var month = ChinaTime.StartOf(new DateOnly(today.Year, today.Month, 1));
        DecidedThisMonth = await db.Decisions.CountAsync(
            d => d.AuthorityId == own && d.At >= month && d.Outcome != Outcome.Transferred,
            stop
        );
        Urgent = await db
            .Filings.Where(f => f.AuthorityId == own && f.State == FilingState.Submitted)
            .OrderBy(f => f.DueOn)
            .ThenBy(f => f.Id)
            .Take(UrgentCount)
            .Select(QueueRow.From)
            .ToListAsync(stop);
        if (Jurisdiction.Ids.Count > 1)
            Below = await desk.Filings()
                .Where(f => f.State == FilingState.Submitted && f.DueOn < today && f.AuthorityId != own)
                .GroupBy(f => f.AuthorityId)
                .Select(g => new
                {
                    g.Key,
                    Late = g.Count(),
                    Oldest = g.Min(f => f.DueOn),
                })
                .OrderByDescending(b => b.Late)
                .ThenBy(b => b.Key)
                .Take(BelowCount)
                .Select(b => new LateBelow(b.Key, b.Late, b.Oldest!.Value))
                .ToListAsync(stop);
    }
}
