using Beian.Definitions;
using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Filings;

/// <summary>A sheet of a case as a PDF; as <c>signature.pdf</c> what the enterprise signed, as <c>seal.pdf</c>
/// all sides of what was entered, for the authority's seal: who printed it and when is kept.</summary>
public sealed class SheetPdfModel(CaseSheets sheets, SheetPress press, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string sheet, CancellationToken stop)
    {
        var toSign = sheet == SheetPress.Signature;
        if (await sheets.FindAsync(id, toSign, toSign ? Language.Zh : texts.Language, stop) is not var (found, data))
            return NotFound();
        var forSeal = sheet == SheetPress.Seal;
        if (forSeal ? !sheets.MaySeal(found) : !toSign && found.Pack.FindSheet(sheet) is null)
            return NotFound();
        if (forSeal)
            await sheets.RecordSealAsync(found, stop);
        var whole = await sheets.RevealAsync(found, data, sheet, stop);
        return press.Pdf(Response, toSign || forSeal ? found.Pack.Sheets : [found.Pack.FindSheet(sheet)!], whole, found.Filing.Number);
    }
}
