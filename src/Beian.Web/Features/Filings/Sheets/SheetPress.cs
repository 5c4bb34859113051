using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Drawing;
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
        return Pdf(response, SheetLayout.Draw(sheets, data, printer.Fonts.WidthOf), title, data.Language, name, cache);
    }

    /// <summary>The sheets of several filings as one PDF, in their order; each is drawn when its turn comes, every font is in it once.</summary>
    /// <param name="filings">At least one.</param>
    /// <param name="name">What tells this file from others of its kind.</param>
    public IActionResult Pdf(HttpResponse response, IReadOnlyList<SheetOrder> filings, string title, Language language, string name) =>
        Pdf(response, PagesOf(filings), title, language, name, "private, no-store");

    private IEnumerable<DrawnPage> PagesOf(IReadOnlyList<SheetOrder> filings)
    {
        var twoSided = filings.Any(f => f.Sheets.Count > 1);
        DrawnPage? back = null;
        foreach (var filing in filings)
        {
            // Printed on both sides, no filing begins on the back of another.
            if (back is not null)
                yield return back;
            var pages = SheetLayout.Draw(filing.Sheets, filing.Data, printer.Fonts.WidthOf);
            foreach (var page in pages)
                yield return page;
            back = twoSided && pages.Count % 2 == 1 ? pages[^1] with { Marks = [] } : null;
        }
    }

    private FileContentResult Pdf(
        HttpResponse response,
        IEnumerable<DrawnPage> pages,
        string title,
        Language language,
        string name,
        string cache
    )
    {
        var now = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var info = new PdfInfo(title, language == Language.En ? "en" : "zh-CN", now, name.Length > 0 ? name : null);
        var pdf = printer.Print(pages, info);
        response.Headers.CacheControl = cache;
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName($"{title} {name}".Trim().Replace(' ', '-') + ".pdf");
        response.Headers.ContentDisposition = disposition.ToString();
        return new FileContentResult(pdf, "application/pdf");
    }
}
