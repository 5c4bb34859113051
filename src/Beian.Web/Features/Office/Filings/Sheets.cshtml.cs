using Beian.Definitions.Sheets;
using Beian.Web.Features.Filings.Sheets;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Filings;

/// <summary>The sheets of a case on the screen, and as files.</summary>
public sealed class SheetsModel(CaseSheets sheets, SheetPress press, Desk desk, Texts texts) : PageModel
{
    public Case Case { get; private set; } = null!;

    public SheetData Data { get; private set; } = null!;

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    /// <summary>Whether the files this officer gets show personal numbers whole.</summary>
    public bool PrintsWhole => Case.Filing.AuthorityId == desk.Officer.AuthorityId;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await sheets.FindAsync(id, toSign: false, texts.Language, stop) is not { } found)
            return NotFound();
        (Case, Data) = found;
        Papers = press.Show(Case.Pack, Data);
        Response.Headers.CacheControl = "private, no-store";
        return Page();
    }
}
