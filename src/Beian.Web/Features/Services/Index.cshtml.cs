using Beian.Definitions.Packs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Services;

/// <summary>The home of a service: which case am I, what do I need, where do I start.</summary>
public sealed class IndexModel(Catalogue.Catalogue catalogue) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    /// <summary>The basis whose standing needs a word (a duty that ended).</summary>
    public LegalBasis? NotedBasis => Pack.Service.LegalBases.Where(b => b.Note is not null).MaxBy(b => b.EffectiveFrom);

    public IActionResult OnGet(string service)
    {
        if (catalogue.FindListed(service) is not { } pack)
            return NotFound();

        Pack = pack;
        return Page();
    }
}
