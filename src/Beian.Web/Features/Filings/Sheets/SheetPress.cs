using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Layout;
using Beian.Definitions.Sheets.Pdf;
using Beian.Web.Features.Shared;
using Beian.Web.Printing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Beian.Web.Features.Filings.Sheets;

/// <summary>Makes pages of sheets: for the screen, and as a PDF. Nothing of it is kept.</summary>
public sealed class SheetPress(SheetPrinter printer, TimeProvider clock)
{
    /// <summary>The address of both sides in one file, for signing.</summary>
    public const string Signature = "signature";

    /// <summary>The address of all sides of what was entered in one file, for the authority's seal.</summary>
    public const string Seal = "seal";

    /// <summary>The pages for the screen, each with its name: those of the sheets, then the continuation pages.</summary>
    public IReadOnlyList<Paper> Show(Pack pack, SheetData data)
    {
        var pages = SheetLayout.Draw(pack.Sheets, data, printer.Fonts.WidthOf);
        var annex = new LocalizedText("附页", "Annex");
        return
        [
            .. pages.Select(
                (page, index) =>
                    new Paper(
                        page,
                        (index < pack.Sheets.Count ? pack.Sheets[index].Title : annex).In(data.Language),
                        data.Language,
                        printer.Fonts.WidthOf
                    )
            ),
        ];
    }

    /// <summary>Some sheets as a PDF that the browser shows.</summary>
    /// <param name="name">What tells this file from others of its kind (a number).</param>
    /// <param name="cache">Who may keep it and how long.</param>
    public IActionResult Pdf(
        HttpResponse response,
        IReadOnlyList<Sheet> sheets,
        SheetData data,
        string name,
        string cache = "private, no-store"
    )
    {
        var title = $"{data.Title.In(data.Language)} {string.Join(' ', sheets.Select(s => s.Title.In(data.Language)))}";
        var pages = SheetLayout.Draw(sheets, data, printer.Fonts.WidthOf);
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var pdf = printer.Print(
            pages,
            new PdfInfo(title, data.Language == Language.En ? "en" : "zh-CN", now, name.Length > 0 ? name : null)
        );
        response.Headers.CacheControl = cache;
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"{title} {name}".Trim().Replace(' ', '-') + ".pdf");
        response.Headers.ContentDisposition = disposition.ToString();
        return new FileContentResult(pdf, "application/pdf");
    }
}
