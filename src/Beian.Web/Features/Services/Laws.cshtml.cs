using Beian.Definitions.Packs;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Services;

/// <summary>法律法规: what the service rests on, with when it held, newest first, found by words.</summary>
public sealed class LawsModel(Catalogue.Catalogue catalogue, TimeProvider clock) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public LawSearch Search { get; private set; } = null!;

    public IActionResult OnGet(string service, string? q, string? state)
    {
        if (catalogue.FindListed(service) is not { } pack)
            return NotFound();

        (Pack, Search) = (pack, LawSearch.Find(pack.Laws, q, state, clock.Today()));
        return Page();
    }
}
