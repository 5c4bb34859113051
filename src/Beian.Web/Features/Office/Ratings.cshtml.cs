using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>好差评 of the jurisdiction: counts by service and grade, and what filers wrote, newest first.</summary>
public sealed class RatingsModel(AppDb db, Desk desk) : PageModel
{
    private const int PageSize = 20;

    /// <summary>All services first, then each.</summary>
    public IReadOnlyList<RatingCount> Counts { get; private set; } = [];

    public IReadOnlyList<Rating> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken stop)
    {
        var groups = await Visible()
            .GroupBy(r => new { r.Service, r.Grade })
            .Select(g => new
            {
                g.Key.Service,
                g.Key.Grade,
                Count = g.Count(),
            })
            .ToListAsync(stop);
        Counts =
        [
            new(null, groups.GroupBy(g => g.Grade).ToDictionary(g => g.Key, g => g.Sum(x => x.Count))),
            .. groups
                .GroupBy(g => g.Service)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new RatingCount(g.Key, g.ToDictionary(x => x.Grade, x => x.Count))),
        ];
        await ReadAsync(before, stop);
    }

    private async Task ReadAsync(Guid? before, CancellationToken stop)
    {
        var rows = Visible();
        if (
            before is { } last
            && await Visible().Where(r => r.FilingId == last).Select(r => (DateTime?)r.At).SingleOrDefaultAsync(stop) is { } at
        )
            rows = rows.Where(r => r.At < at || (r.At == at && r.FilingId.CompareTo(last) < 0));
        var page = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.FilingId).Take(PageSize + 1).ToListAsync(stop);
        Rows = [.. page.Take(PageSize)];
        Next = page.Count > PageSize ? $"{Links.OfficeRatings}?before={Rows[^1].FilingId}" : null;
    }

    private IQueryable<Rating> Visible()
    {
        var ids = desk.Jurisdiction.Ids;
        var all = db.Ratings.AsNoTracking();
        return desk.Jurisdiction.IsEverything ? all : all.Where(r => ids.Contains(r.AuthorityId));
    }
}

/// <summary>How often each grade was given.</summary>
/// <param name="Service">The service; null: all of them.</param>
public sealed record RatingCount(string? Service, IReadOnlyDictionary<int, int> ByGrade)
{
    public int Total => ByGrade.Values.Sum();

    /// <summary>The share of the three better grades; null where there are none.</summary>
    public double? Satisfied => Total == 0 ? null : ByGrade.Where(g => g.Key >= 3).Sum(g => g.Value) / (double)Total;
}
