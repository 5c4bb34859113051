using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Beian.Web.Features.Office.Ledger;

/// <summary>A ledger as this officer may see it: of the own office and those below it.</summary>
public abstract class LedgerPage(Desk desk, AuthorityTree authorities, Catalogue.Catalogue catalogue, Portal portal, Texts texts)
    : PageModel
{
    public LedgerFilter Filter { get; private set; } = null!;

    public IReadOnlyList<LedgerRow> Rows { get; protected set; } = [];

    /// <summary>The cells of a line between the name and the state.</summary>
    public IReadOnlyList<IReadOnlyList<LedgerColumn>> Cells { get; private set; } = [];

    public Jurisdiction Jurisdiction => desk.Jurisdiction;

    /// <summary>The authorities to choose from: with one alone there is no choice.</summary>
    public IEnumerable<Authority> Choices => Jurisdiction.Ids.Count > 1 ? Jurisdiction.Ids.Select(id => authorities[id]) : [];

    /// <summary>The services there are, in the order of the portal.</summary>
    public IReadOnlyList<Pack> Packs { get; private set; } = [];

    protected Desk Desk => desk;

    protected Texts T => texts;

    protected async Task ReadFilterAsync(LedgerReader reader, CancellationToken stop)
    {
        var query = Request.Query;
        Packs = PacksIn(portal, catalogue);
        // Where none is named: the one that has been here longest.
        if (!query.ContainsKey("service") && await reader.FirstServiceAsync(stop) is { } first)
            query = new QueryCollection(new Dictionary<string, StringValues>(query) { ["service"] = first });
        Filter = new LedgerFilter(query, Jurisdiction, Packs, texts);
        Cells = LedgerTable.CellsOf(Filter, authorities);
    }

    /// <summary>The services in the order of the portal, then those it does not offer.</summary>
    internal static IReadOnlyList<Pack> PacksIn(Portal portal, Catalogue.Catalogue catalogue)
    {
        var offered = portal.Sections.SelectMany(s => s.Tiles).Select(t => t.Service).ToList();
        return [.. catalogue.Packs.OrderBy(p => (uint)offered.IndexOf(p.Code)).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }
}
