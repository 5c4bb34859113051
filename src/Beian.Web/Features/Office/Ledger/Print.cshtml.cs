using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Shared;
using Beian.Web.Web;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>The ledger for the printer: many rows on one page, with what they were narrowed down to.</summary>
public sealed class PrintModel(
    Desk desk,
    LedgerReader reader,
    AuthorityTree authorities,
    Catalogue.Catalogue catalogue,
    Portal portal,
    Texts texts,
    TimeProvider clock
) : LedgerPage(desk, authorities, catalogue, portal, texts)
{
    /// <summary>More is no longer read on paper.</summary>
    public const int Most = 500;

    public bool IsCut { get; private set; }

    public string Total { get; private set; } = "";

    public DateTime At { get; } = ChinaTime.At(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ReadFilterAsync(reader, stop);
        var rows = await reader.ReadAsync(Filter, null, back: false, Most + 1, stop);
        IsCut = rows.Count > Most;
        Total = Pager.Words(await reader.CountAsync(Filter, Pager.MostCounted + 1, stop));
        Rows = IsCut ? rows[..Most] : rows;
    }
}
