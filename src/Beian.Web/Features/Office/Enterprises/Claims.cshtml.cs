using Beian.Definitions.Fields;
using Beian.Web.Data;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Claims;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>A request in the list.</summary>
public sealed record ClaimRow(ClaimRequest Request, string EntryName, string EntryNumber, ClaimContact Contact);

/// <summary>待审核: who asks for the account of an entry, oldest first.</summary>
public sealed class ClaimsModel(AppDb db, EnterpriseDesk enterprises, Vault vault, Texts texts) : AskingPage
{
    private const int PageSize = 50;

    public IReadOnlyList<ClaimRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public Task OnGetAsync(Guid? after, CancellationToken stop) => ReadAsync(after, stop);

    /// <summary>Refuses a request; the reason is kept with it.</summary>
    public async Task<IActionResult> OnPostRefusalAsync(Guid claim, string? reason, CancellationToken stop)
    {
        if (await enterprises.Requests().SingleOrDefaultAsync(r => r.Id == claim, stop) is not { } request)
            return NotFound();
        if (!enterprises.MayOpen(request.AuthorityId))
            throw new Refused(new("由备案登记机关处理，您只能查看。", "The filing authority decides; you can read only."));
        if (PlainText.Line(reason ?? "") is not { Length: > 0 and <= 300 } why)
        {
            await ReadAsync(null, stop);
            return AskAgain(
                new ErrorLine(null, texts["请填写不同意的理由，最多 300 个字", "Please give a reason, in at most 300 characters"])
            );
        }
        var process = enterprises.Desk.Begin("RefusingClaim");
        request.Refuse(why, process);
        await db.SaveAsync(process, stop);
        return Redirect(Links.OfficeClaims);
    }

    private async Task ReadAsync(Guid? after, CancellationToken stop)
    {
        var waiting = enterprises.Requests().AsNoTracking().Where(r => r.State == ClaimRequestState.Waiting);
        if (after is { } last)
            waiting = waiting.Where(r => r.Id.CompareTo(last) > 0);
        var rows = await waiting
            .OrderBy(r => r.Id)
            .Take(PageSize + 1)
            .Join(
                db.RegisterEntries,
                r => r.EntryId,
                e => e.PublicId,
                (r, e) =>
                    new
                    {
                        Request = r,
                        e.Name,
                        e.Number,
                    }
            )
            .ToListAsync(stop);
        Rows = [.. rows.Take(PageSize).Select(r => new ClaimRow(r.Request, r.Name, r.Number, r.Request.Open(vault)))];
        Next = rows.Count > PageSize ? $"{Links.OfficeClaims}?after={Rows[^1].Request.Id}" : null;
    }
}
