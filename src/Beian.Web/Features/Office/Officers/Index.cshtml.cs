using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Office.Enterprises;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Officers;

/// <summary>An officer the administrator's authority is in charge of: suspend, move, give a way to a new password. Others are not there.</summary>
[ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class IndexModel(Administration.Officers officers, AuthorityTree authorities, AppDb db, PaperForms forms, Texts texts)
    : AskingPage
{
    private const int Shown = 20;

    public Account.Account Officer { get; private set; } = null!;

    /// <summary>How many open filings the officer had in hand.</summary>
    public int Open { get; private set; }

    /// <summary>What was done just now about the password.</summary>
    public bool IsReset { get; private set; }

    /// <summary>The code to hand over after a reset, this once.</summary>
    public string? Code { get; private set; }

    public Proof Proof { get; private set; } = new([], "") { Kind = AccountKind.Officer };

    /// <summary>The scans that came, in an attempt that something else was wrong with.</summary>
    public PaperForm? Papers { get; private set; }

    /// <summary>What authorities did to the account.</summary>
    public IReadOnlyList<Event> Acts { get; private set; } = [];

    /// <summary>The scans that were taken in for it.</summary>
    public IReadOnlyList<IdentityPaper> Scans { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public IReadOnlyList<Authority> Manageable => officers.Manageable();

    public string AuthorityName => authorities[Officer.AuthorityId!].Name;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        if (await forms.ReadAsync(HttpContext, stop) is not { } form)
            return BadRequest();
        switch (form["act"])
        {
            case "suspend":
                await officers.SuspendAsync(Officer, stop);
                return Done(texts["已停用，该用户的登录已全部退出", "Suspended; all sessions of this officer have ended"]);
            case "resume":
                await officers.ResumeAsync(Officer, stop);
                return Done(texts["已恢复使用", "The officer may sign in again"]);
            case "move":
                return await MoveAsync(form, stop);
            case "factor":
                await officers.RemoveFactorAsync(Officer, stop);
                return Done(
                    texts[
                        "第二因素已解除，请核实本人身份后再告知其重新登录",
                        "The second factor is taken off; be sure who asked before the officer signs in again"
                    ]
                );
            case "password":
                return await ResetAsync(form, stop);
            default:
                return BadRequest();
        }
    }

    private async Task<IActionResult> MoveAsync(PaperForm form, CancellationToken stop)
    {
        if (!officers.MayManage(authorities.Find(form["authority"])?.Id) || !Enum.TryParse<OfficerRole>(form["role"], out var role))
            return NotFound();
        await officers.MoveAsync(Officer, form["authority"], role, stop);
        return Done(texts["已保存，该用户须重新登录", "Saved; the officer must sign in again"]);
    }

    private async Task<IActionResult> ResetAsync(PaperForm form, CancellationToken stop)
    {
        Response.Headers.CacheControl = "private, no-store";
        (Proof, var problems) = Proof.Read(form.Fields, texts, AccountKind.Officer);
        problems = [.. problems, .. form.Problems];
        if (problems.Count > 0)
        {
            Papers = form;
            return AskAgain(problems);
        }
        Code = await officers.ResetPasswordAsync(Officer, Proof, form.Files, form["way"] == "link", stop);
        IsReset = true;
        return await FindAsync(Officer.Id, stop) ? Page() : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await officers.FindAsync(id, stop) is not { } officer)
            return false;
        Officer = officer;
        Open = await officers.CountOpenAsync(id, stop);
        Acts = await db.ActsOn(id).Take(Shown).ToListAsync(stop);
        Scans = await db.Papers.AsNoTracking().Where(p => p.AccountId == id).OrderByDescending(p => p.Id).Take(Shown).ToListAsync(stop);
        return true;
    }

    private RedirectResult Done(string message)
    {
        Message = message;
        return Redirect(Links.OfficeOfficer(Officer.Id));
    }
}
