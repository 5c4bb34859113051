using Beian.Web.Authorities;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>备案审核: the ledgers of the jurisdiction by state, narrowed down and paged by key.</summary>
public sealed class QueueModel(Desk desk, AuthorityTree authorities, Catalogue.Catalogue catalogue, WorkingDays calendar, Texts t)
    : PageModel
{
    private const int PageSize = 50;

    public QueueFilter Filter { get; private set; } = null!;

    public IReadOnlyList<QueueRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<FilingState, int> Counts { get; private set; } = new Dictionary<FilingState, int>();

    /// <summary>The filings whose signed sheet does not match, or could not be checked.</summary>
    public IReadOnlySet<Guid> Unmatched { get; private set; } = new HashSet<Guid>();

    /// <summary>The filings the enterprise asked about (催办).</summary>
    public IReadOnlySet<Guid> Urged { get; private set; } = new HashSet<Guid>();

    public Pager Pager { get; private set; } = new(null, null, "");

    /// <summary>What the officer did last, where that led here.</summary>
    public Done? Done { get; private set; }

    public Jurisdiction Jurisdiction => desk.Jurisdiction;

    /// <summary>The authorities to choose from: with one alone there is no choice.</summary>
    public IEnumerable<Authority> Choices => Jurisdiction.Ids.Count > 1 ? Jurisdiction.Ids.Select(id => authorities[id]) : [];

    public string AuthorityName(string id) => authorities[id].Name;

    public string BusinessOf(QueueRow row) =>
        catalogue.Find(row.Service) is { } pack ? t[KindWords.BusinessOf(pack, row.Kind)] : row.Service;

    public DueDate? Due(DateOnly? day) => DueDate.Of(day, desk.Today, calendar);

    public string CountText(FilingState state) => Pager.Words(Counts.GetValueOrDefault(state));

    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = new QueueFilter(Request.Query, desk, t);
        var all = Filter.Narrow(desk.Filings());
        Counts = await CountAsync(all, stop);

        var filings = Filter.Rows(desk.Filings(), desk.Today);
        var place = QueuePlace.Read(Request.Query);
        var rows = await QueuePlace.Page(filings, Filter.State, place).Take(PageSize + 1).Select(QueueRow.From).ToListAsync(stop);
        var total = Filter.NarrowsWaiting
            ? await filings.Take(Pager.MostCounted + 1).CountAsync(stop)
            : Counts.GetValueOrDefault(Filter.State);
        Pager = Pager.Of(
            rows,
            PageSize,
            total,
            r => Filter.Link(Filter.State, QueuePlace.Link(r, before: false)),
            place is null ? null : r => Filter.Link(Filter.State, QueuePlace.Link(r, before: true)),
            place?.Before == true
        );
        Rows = rows;
        Unmatched = await desk.WithUnmatchedSheetAsync(rows, stop);
        Urged = await desk.UrgedAsync(rows, stop);
        Done = await desk.DoneAsync(Request.Query["done"], stop);
    }

    /// <summary>The counts of all tabs in one query, none of them counted beyond the limit.</summary>
    private static async Task<IReadOnlyDictionary<FilingState, int>> CountAsync(IQueryable<Filing> filings, CancellationToken stop) =>
        await StateWords
            .Ledgers.Select(state => filings.Where(f => f.State == state).Take(Pager.MostCounted + 1).Select(f => f.State))
            .Aggregate((all, next) => all.Concat(next))
            .GroupBy(state => state)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
