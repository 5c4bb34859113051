using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Register;

/// <summary>A sheet of an entry as everybody may print it, as a PDF.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Search)]
public sealed class SheetPdfModel(PublicSheets sheets, SheetPress press, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string service, string entry, string sheet, CancellationToken stop) =>
        await sheets.FindAsync(service, entry, texts.Language, stop) is { } found && found.Pack.FindSheet(sheet) is { } one
            ? press.Pdf(Response, [one], found.Data, found.Entry.Number)
            : NotFound();
}
