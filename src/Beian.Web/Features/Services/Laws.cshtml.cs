using Beian.Definitions.Packs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Services;

/// <summary>法律法规: what the service rests on, with when it held, newest first.</summary>
public sealed class LawsModel(Catalogue.Catalogue catalogue) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public IActionResult OnGet(string service)
    {
        if (catalogue.Find(service) is not { } pack)
            return NotFound();

        Pack = pack;
        return Page();
    }
}
