using Beian.Definitions.Packs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Register;

/// <summary>The public registers there are, one for each service, in the order of the portal.</summary>
public sealed class ListModel(Catalogue.Catalogue catalogue, Portal portal) : PageModel
{
    public IReadOnlyList<Pack> Packs { get; } =
    [.. InOrder(portal).Select(catalogue.FindPublic).OfType<Pack>().Union(catalogue.Packs.Where(p => p.Register.IsPublic))];

    private static IEnumerable<string> InOrder(Portal portal) =>
        portal.Sections.SelectMany(s => s.Tiles).Select(t => t.Service).OfType<string>();
}
