using Beian.Definitions.Packs;
using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Services;

/// <summary>空白表下载: the blank sheets on the screen, and as files.</summary>
public sealed class BlankModel(Catalogue.Catalogue catalogue, SheetPress press, Texts texts) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public IActionResult OnGet(string service)
    {
        if (catalogue.FindListed(service) is not { Sheets.Count: > 0 } pack)
            return NotFound();
        Pack = pack;
        Papers = press.Show(pack, BlankSheets.Of(pack, texts.Language));
        return Page();
    }
}
