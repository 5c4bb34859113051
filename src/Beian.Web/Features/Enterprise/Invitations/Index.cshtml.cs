using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise.Invitations;

/// <summary>接受邀请: the page behind the link of an invitation. Whoever is signed in joins with that account, everybody else makes one or signs in.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(
    AppDb db,
    Visitor visitor,
    InvitationDesk desk,
    AccountBlock block,
    SignIns signIns,
    TimeProvider clock,
    Texts texts
) : AskingPage
{
    private readonly Process _process = new("AcceptingInvitation", visitor.Actor, clock.GetUtcNow().UtcDateTime);

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The account block as typed; passwords are never shown again.</summary>
    public AccountAnswers Account { get; private set; } = new("", "", "", "");

    public Invitation Invitation { get; private set; } = null!;

    public string EnterpriseName { get; private set; } = "";

    public InvitationState State { get; private set; }

    /// <summary>Why the signed-in account cannot join; null: it can, or none is signed in.</summary>
    public Definitions.LocalizedText? Hindrance { get; private set; }

    public bool IsSignedIn => visitor.IsSignedIn;

    public string VisitorName => visitor.Name;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken stop) => await FindAsync(token, stop) ?? Show();

    /// <summary>Joins with the account that is signed in.</summary>
    public async Task<IActionResult> OnPostJoinAsync(string token, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is { } refusal)
            return refusal;
        if (State != InvitationState.Open || Hindrance is not null || visitor.Kind != AccountKind.Enterprise)
            return Show();
        var account = await db.Accounts.SingleAsync(a => a.Id == visitor.AccountId, stop);
        await desk.AcceptAsync(Invitation, account, _process, stop);
        return await SaveAsync(token, stop) ?? Welcome();
    }

    /// <summary>Joins with a new account, which is signed in.</summary>
    public async Task<IActionResult> OnPostAsync(string token, CancellationToken stop)
    {
        if (await FindAsync(token, stop) is { } refusal)
            return refusal;
        if (State != InvitationState.Open || IsSignedIn)
            return Show();
        Account = AccountAnswers.From(Request.Form) with { Email = Invitation.Email };
        var name = (Name ?? "").Trim();
        List<ErrorLine> errors = [.. (await block.CheckAsync(Account, stop)).Select(p => new ErrorLine(p.Control, texts[p.Message]))];
        if (AccountBlock.NameProblem(name) is { } wrong)
            errors.Insert(0, new(nameof(Name), texts[wrong]));
        if (errors.Count > 0)
            return Show(errors);
        if (await block.CreateAsync(Account, name, stop) is not { } account)
            return Show([new(AccountBlock.Busy.Control, texts[AccountBlock.Busy.Message])]);
        db.Add(account);
        _process.Record("AccountCreated", "account", account.Id, new { invitation = Invitation.Id });
        await desk.AcceptAsync(Invitation, account, _process, stop);
        var session = await signIns.BeginAsync(HttpContext, account, _process, stop);
        try
        {
            if (await SaveAsync(token, stop) is { } other)
                return other;
        }
        catch (DbUpdateException fault) when (AccountBlock.TakenIn(fault) is { } taken)
        {
            return Show([new(taken.Control, texts[taken.Message])]);
        }
        signIns.Keep(HttpContext, account, session);
        return Welcome();
    }

    /// <summary>Of two uses at once one counts; the other sees that the link was used.</summary>
    /// <returns>What to answer instead; null where it is saved.</returns>
    private async Task<IActionResult?> SaveAsync(string token, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(_process, stop);
            return null;
        }
        catch (DbUpdateException fault) when (!stop.IsCancellationRequested && AccountBlock.TakenIn(fault) is null)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(token, stop) is { } refusal)
                return refusal;
            if (State == InvitationState.Open && Hindrance is null)
                throw new Refused(
                    new(
                        "本企业的成员刚刚已被改动，没有加入。请再试一次。",
                        "The members were changed a moment ago; you did not join. Please try again."
                    )
                );
            return Show();
        }
    }

    private RedirectResult Welcome()
    {
        TempData["Message"] = texts[
            $"您已加入{EnterpriseName}，角色是{Invitation.Role.Text.Zh}。",
            $"You joined {EnterpriseName} as {Invitation.Role.Text.En}."
        ];
        return Redirect(Links.Workbench);
    }

    private async Task<IActionResult?> FindAsync(string token, CancellationToken stop)
    {
        if (await desk.FindAsync(token, stop) is not { } invitation)
            return NotFound();
        (Invitation, State) = (invitation, invitation.StateAt(_process.Now));
        // Pressed twice: whoever accepted it is in.
        if (State == InvitationState.Accepted && invitation.AccountId == visitor.AccountId)
            return Redirect(Links.Enterprise);
        EnterpriseName = await db.Accounts.Where(a => a.Id == invitation.EnterpriseId).Select(a => a.DisplayName).SingleAsync(stop);
        if (State == InvitationState.Open && visitor.Kind == AccountKind.Enterprise)
        {
            var email = await db.Accounts.Where(a => a.Id == visitor.AccountId).Select(a => a.Email).SingleAsync(stop);
            Hindrance = await desk.HindranceAsync(invitation, visitor.AccountId!.Value, email, stop);
        }
        else if (State == InvitationState.Open && visitor.Kind == AccountKind.Officer)
            Hindrance = new(
                "您登录的是主管部门用户，不能加入企业。请先退出登录，再打开这个链接。",
                "You are signed in as an officer, who joins no enterprise. Sign out and open the link again."
            );
        return null;
    }

    private PageResult Show(params IEnumerable<ErrorLine> errors)
    {
        Errors = new([.. errors]);
        Response.StatusCode =
            State != InvitationState.Open ? StatusCodes.Status410Gone
            : Hindrance is not null ? StatusCodes.Status409Conflict
            : Errors.Lines.Count > 0 ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status200OK;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
