using Beian.Definitions.Packs;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Services;

/// <summary>The text of one law or guide.</summary>
public sealed class LawModel(Catalogue.Catalogue catalogue, TimeProvider clock) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public Law Law { get; private set; } = null!;

    public LawState State => Law.StateOn(clock.Today());

    public IActionResult OnGet(string service, string law)
    {
        if (catalogue.FindListed(service) is not { } pack || pack.Laws.FirstOrDefault(l => l.Code == law) is not { } found)
            return NotFound();

        (Pack, Law) = (pack, found);
        return Page();
    }
}
