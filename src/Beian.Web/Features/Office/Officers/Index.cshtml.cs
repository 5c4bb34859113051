using Beian.Web.Authorities;
using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Officers;

/// <summary>An officer the administrator's authority is in charge of: suspend, move, give a new password. Others are not there.</summary>
public sealed class IndexModel(Administration.Officers officers, AuthorityTree authorities, Texts texts) : PageModel
{
    public Account.Account Officer { get; private set; } = null!;

    /// <summary>How many open filings the officer had in hand.</summary>
    public int Open { get; private set; }

    /// <summary>The new password, this once.</summary>
    public string? Password { get; private set; }

    [TempData]
    public string? Message { get; set; }

    public IReadOnlyList<Authority> Manageable => officers.Manageable();

    public string AuthorityName => authorities[Officer.AuthorityId!].Name;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSuspendAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        await officers.SuspendAsync(Officer, stop);
        return Done(texts["已停用，该用户的登录已全部退出", "Suspended; all sessions of this officer have ended"]);
    }

    public async Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        await officers.ResumeAsync(Officer, stop);
        return Done(texts["已恢复使用", "The officer may sign in again"]);
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? authority, OfficerRole role, CancellationToken stop)
    {
        if (!await FindAsync(id, stop) || !officers.MayManage(authorities.Find(authority)?.Id))
            return NotFound();
        await officers.MoveAsync(Officer, authority!, role, stop);
        return Done(texts["已保存，该用户须重新登录", "Saved; the officer must sign in again"]);
    }

    public async Task<IActionResult> OnPostPasswordAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        Response.Headers.CacheControl = "private, no-store";
        Password = await officers.ResetPasswordAsync(Officer, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostFactorAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        await officers.RemoveFactorAsync(Officer, stop);
        return Done(
            texts[
                "第二因素已解除，请核实本人身份后再告知其重新登录",
                "The second factor is taken off; be sure who asked before the officer signs in again"
            ]
        );
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await officers.FindAsync(id, stop) is not { } officer)
            return false;
        Officer = officer;
        Open = await officers.CountOpenAsync(id, stop);
        return true;
    }

    private RedirectResult Done(string message)
    {
        Message = message;
        return Redirect(Links.OfficeOfficer(Officer.Id));
    }
}
