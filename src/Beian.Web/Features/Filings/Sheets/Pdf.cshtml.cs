using Beian.Definitions;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings.Sheets;

/// <summary>A sheet of one's own filing as a PDF; as <c>signature.pdf</c> all of them, to be signed, in Chinese whatever the reader reads.</summary>
public sealed class PdfModel(
    AppDb db,
    Filer filer,
    Visitor visitor,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    FilingSheets sheets,
    SheetPress press,
    Texts texts
) : SheetsPage(db, filer, visitor, catalogue, authorities)
{
    public async Task<IActionResult> OnGetAsync(Guid id, string sheet, CancellationToken stop)
    {
        if (await FindAsync(id, Links.OfficeSheet(id, sheet), stop) is { } refusal)
            return refusal;
        if (sheet == SheetPress.Signature)
        {
            var toSign = await sheets.ForSignatureAsync(Filing, Pack, Language.Zh, stop);
            return press.Pdf(Response, Pack.Sheets, toSign, Filing.Number);
        }
        return Pack.FindSheet(sheet) is { } one
            ? press.Pdf(Response, [one], await sheets.NewestAsync(Filing, Pack, texts.Language, stop), Filing.Number)
            : NotFound();
    }
}
