using Beian.Definitions.Fields;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Services;

/// <summary>
/// 打印登记表: by 系统编号 or 登记表编号. The owner and the authorities come to the whole sheet, everybody else by 登记表编号 to the public
/// copy. Another's 系统编号 is answered as one that does not exist.
/// </summary>
[EnableRateLimiting(RateLimits.Search)]
public sealed class PrintModel(
    Catalogue.Catalogue catalogue,
    AppDb db,
    Filer filer,
    Visitor visitor,
    FindEntryFiling findEntry,
    IServiceProvider services,
    Texts texts
) : PageModel
{
    private const int Longest = 40;

    public Pack Pack { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public ErrorSummary Problems { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(string service, CancellationToken stop)
    {
        if (catalogue.FindListed(service) is not { Sheets.Count: > 0 } pack)
            return NotFound();
        (Pack, Number) = (pack, Request.Query["number"].ToString());
        if (!Request.Query.ContainsKey("number"))
            return Page();
        var tidy = PlainText.Compact(Number);
        if (tidy.Length is > 0 and <= Longest && await FindAsync(tidy, stop) is { } address)
            return Redirect(address);
        var label = pack.Form[pack.Register.NumberField].Label;
        Problems = new([
            new(
                "number",
                tidy.Length == 0
                    ? texts[$"请输入系统编号或{label.Zh}", $"Please enter a system number or {label.En}"]
                    : texts[
                        $"没有找到这个编号。{label.Zh}在审核通过后才有；系统编号只能由本企业登录后使用。",
                        $"This number was not found. {label.En} exists after the approval only; a system number works for the enterprise itself, signed in."
                    ]
            ),
        ]);
        Response.StatusCode = tidy.Length == 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status404NotFound;
        return Page();
    }

    private async Task<string?> FindAsync(string number, CancellationToken stop)
    {
        var entered = await findEntry(db, Pack.Code, number, stop);
        if (visitor.Kind == AccountKind.Officer)
        {
            var readable = await services.GetRequiredService<FindOfficersFiling>()(Pack.Code, entered, number, stop);
            if (readable is { } id)
                return Links.OfficeSheets(id);
        }
        else
        {
            var own = await db.FilingsVisibleTo(filer)
                .Where(f => f.Service == Pack.Code && (f.Number == number || f.Id == entered))
                .Select(f => (Guid?)f.Id)
                .FirstOrDefaultAsync(stop);
            if (own is { } id)
                return Links.FilingSheets(id);
        }
        return entered is null ? null : Links.EntrySheets(Pack.Code, number);
    }
}
