using Beian.Definitions.Packs;
using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Register;

/// <summary>The sheets of an entry as everybody may print them.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Search)]
public sealed class SheetsModel(PublicSheets sheets, SheetPress press, Texts texts) : PageModel
{
    public Pack Pack { get; private set; } = null!;

    public RegisterEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string service, string entry, CancellationToken stop)
    {
        if (await sheets.FindAsync(service, entry, texts.Language, stop) is not { } found)
            return NotFound();
        (Pack, Entry, var data) = found;
        Papers = press.Show(Pack, data);
        return Page();
    }
}
