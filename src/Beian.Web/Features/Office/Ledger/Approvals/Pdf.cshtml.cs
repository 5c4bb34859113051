using Beian.Definitions;
using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Ledger.Approvals;

/// <summary>All sides of every filing approved on a day as one PDF, for the seal. Where there is nothing to print, the page says so instead.</summary>
public sealed class PdfModel(DaySheets sheets, SheetPress press, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string day, string? after, CancellationToken stop)
    {
        if (ChinaTime.Read(day) is not { } date)
            return NotFound();
        var part = await sheets.ReadAsync(date, ApprovalPlace.Read(after), stop);
        if (part.Printable.Count == 0)
            return Redirect(Links.OfficeApprovalsOn(date, part.From?.ToString()));
        var orders = await sheets.PrintAsync(part, texts.Language, stop);
        var names = LocalizedText.Join([.. part.Printable.Select(f => f.Pack.Service.SheetName).Distinct()]);
        var title = texts[$"{date:yyyy年M月d日}通过的{names.Zh}", $"{names.En} approved on {date:yyyy-MM-dd}"];
        // A later part of the day is told from the first by the number it begins with.
        return press.Pdf(Response, orders, title, texts.Language, part.From is null ? "" : part.Printable[0].Filing.Number);
    }
}
