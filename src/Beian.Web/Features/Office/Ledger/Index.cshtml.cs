using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Jobs;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>台账: the entries and the filings of the jurisdiction, narrowed down and paged by key; the way to a spreadsheet of them.</summary>
public sealed class IndexModel(
    AppDb db,
    Desk desk,
    LedgerReader reader,
    AuthorityTree authorities,
    Catalogue.Catalogue catalogue,
    Portal portal,
    Texts texts,
    TimeProvider clock
) : LedgerPage(desk, authorities, catalogue, portal, texts)
{
    private const int PageSize = 50;
    private const int ExportsShown = 5;

    public Pager Pager { get; private set; } = new(null, null, "");

    /// <summary>This officer's exports that can still be looked at, the newest first.</summary>
    public IReadOnlyList<Job> Exports { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ReadFilterAsync(reader, stop);
        var back = Request.Query.ContainsKey("before");
        var place = (string?)Request.Query[back ? "before" : "after"];
        var rows = await reader.ReadAsync(Filter, place, back, PageSize + 1, stop);
        var total = await reader.CountAsync(Filter, Pager.MostCounted + 1, stop);
        Pager = Pager.Of(
            rows,
            PageSize,
            total,
            r => Link("&after=" + r.Place),
            place is null ? null : r => Link("&before=" + r.Place),
            back
        );
        Rows = rows;
        var me = Desk.Officer.AccountId;
        Exports = await db
            .Jobs.AsNoTracking()
            .Where(j => j.AccountId == me && j.Kind == LedgerExport.KindName)
            .OrderByDescending(j => j.Id)
            .Take(ExportsShown)
            .ToListAsync(stop);
    }

    private string Link(string place) => Links.OfficeLedger + Filter.Query(place);
}
