using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Services;

/// <summary>A blank sheet as a PDF. It is the same for everybody who reads its language.</summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class BlankPdfModel(Catalogue.Catalogue catalogue, SheetPress press, Texts texts) : PageModel
{
    public IActionResult OnGet(string service, string sheet) =>
        catalogue.FindListed(service) is { } pack && pack.FindSheet(sheet) is { } one
            ? press.Pdf(Response, [one], BlankSheets.Of(pack, texts.Language), texts["空白", "blank"], "private, max-age=3600")
            : NotFound();
}
