using Beian.Definitions.Packs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Services;

/// <summary>打印登记表: not open yet, and says so.</summary>
public sealed class PrintModel(Catalogue.Catalogue catalogue) : PageModel
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
