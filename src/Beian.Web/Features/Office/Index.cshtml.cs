using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>首页待办: what waits, what is due, and the most urgent cases.</summary>
public sealed class IndexModel(AppDb db, Desk desk, AuthorityTree authorities, WorkingDays calendar) : PageModel
{
    private const int UrgentCount = 10;

    public Jurisdiction Jurisdiction => desk.Jurisdiction;

    public AuthorityTree Authorities => authorities;

    public int Waiting { get; private set; }

    public int DueToday { get; private set; }

    public int Late { get; private set; }

    public int Returned { get; private set; }

    /// <summary>Decided by this authority since the first of the month.</summary>
    public int DecidedThisMonth { get; private set; }

    /// <summary>Waiting for this authority itself, the rest waits for those below it.</summary>
    public int OwnWaiting { get; private set; }

    public IReadOnlyList<QueueRow> Urgent { get; private set; } = [];

    public DueDate? Due(DateOnly? day) => DueDate.Of(day, desk.Today, calendar);

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (today, own) = (desk.Today, desk.Officer.AuthorityId);
        var open = await desk.Filings()
            .Where(f => f.State == FilingState.Submitted || f.State == FilingState.Returned)
            .GroupBy(f => f.State)
            .Select(g => new
            {
                g.Key,
                All = g.Count(),
                Own = g.Count(f => f.AuthorityId == own),
                Today = g.Count(f => f.DueOn == today),
                Late = g.Count(f => f.DueOn < today),
            })
            .ToListAsync(stop);
        var waiting = open.Find(o => o.Key == FilingState.Submitted);
        (Waiting, OwnWaiting) = (waiting?.All ?? 0, waiting?.Own ?? 0);
        (DueToday, Late) = (waiting?.Today ?? 0, waiting?.Late ?? 0);
        Returned = open.Find(o => o.Key == FilingState.Returned)?.All ?? 0;

        var month = ChinaTime.StartOf(new DateOnly(today.Year, today.Month, 1));
        DecidedThisMonth = await db.Decisions.CountAsync(
            d => d.AuthorityId == own && d.At >= month && d.Outcome != Outcome.Transferred,
            stop
        );
        Urgent = await desk.Filings()
            .Where(f => f.AuthorityId == own && f.State == FilingState.Submitted)
            .OrderBy(f => f.DueOn)
            .ThenBy(f => f.Id)
            .Take(UrgentCount)
            .Select(QueueRow.From)
            .ToListAsync(stop);
    }
}
