using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account.Platform;

/// <summary>
/// The first sign-in of somebody of the platform: joined to the account that is signed in (its owner has just shown the password), or to a new one.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class LinkModel(
    AppDb db,
    Visitor visitor,
    PlatformCookies cookies,
    AccountBlock block,
    EmailConfirmations confirmations,
    SignIns signIns,
    TimeProvider clock,
    Texts texts
) : AskingPage
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>What the pressed button does: join or create.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public PlatformIdentity Stranger { get; private set; } = null!;

    public Visitor Visitor => visitor;

    public IActionResult OnGet() => Find() ? Page() : Redirect(Links.Platform());

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Find())
            return Redirect(Links.Platform());
        return Act switch
        {
            "join" when visitor is { Kind: AccountKind.Enterprise, AccountId: { } account } => await JoinAsync(account, stop),
            "create" when !visitor.IsSignedIn => await CreateAsync(stop),
            _ => Page(),
        };
    }

    private async Task<IActionResult> JoinAsync(Guid id, CancellationToken stop)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == id, stop);
        var process = new Process("JoiningPlatform", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        Link(account, process);
        if (!await SaveAsync(process, stop))
            return Page();
        cookies.ForgetStranger(HttpContext);
        TempData["Message"] = texts[
            "已绑定国家政务服务平台账号，下次可以直接用它登录",
            "Joined; next time you can sign in by the national platform"
        ];
        return Redirect(Links.Account);
    }

    private async Task<IActionResult> CreateAsync(CancellationToken stop)
    {
        var (userName, email) = ((UserName ?? "").Trim(), (Email ?? "").Trim());
        var lines = new List<ErrorLine>();
        if (await block.CheckUserNameAsync(userName, stop) is { } taken)
            lines.Add(new(nameof(UserName), texts[taken.Message]));
        if (AccountBlock.EmailProblem(email) is { } wrong)
            lines.Add(new(nameof(Email), texts[wrong.Message]));
        if (lines.Count > 0)
            return AskAgain(lines);
        var now = clock.GetUtcNow().UtcDateTime;
        // Named by the owner's first filing; until then as the platform says.
        var name = Stranger.Name.Length is > 0 and <= 100 ? Stranger.Name : userName;
        var account = Account.ForEnterprise(userName, email, name, now);
        var process = new Process("CreatingAccount", new(account.Id, name, visitor.Address), now);
        process.Record("AccountCreated", "account", account.Id, new { by = "platform" });
        db.Add(account);
        Link(account, process);
        confirmations.Ask(account, process);
        if (!await SaveAsync(process, stop))
            return Page();
        cookies.ForgetStranger(HttpContext);
        await signIns.SignInAsync(HttpContext, account, stop);
        cookies.Mark(HttpContext);
        return Redirect(signIns.DestinationOf(account, null));
    }

    private void Link(Account account, Process process)
    {
        db.Add(new PlatformLink(account.Id, Stranger, process.Now));
        process.Record("PlatformJoined", "account", account.Id);
    }

    private async Task<bool> SaveAsync(Process process, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(process, stop);
            return true;
        }
        catch (DbUpdateException fault) when (!stop.IsCancellationRequested)
        {
            // The user name, or this person of the platform, was taken in the same moment.
            var text =
                AccountBlock.TakenIn(fault)?.Message
                ?? new("这个国家政务服务平台账号已绑定", "This account of the national platform is joined already");
            AskAgain(new ErrorLine(nameof(UserName), texts[text]));
            return false;
        }
    }

    private bool Find()
    {
        if (cookies.FindStranger(HttpContext) is not { } stranger)
            return false;
        Stranger = stranger;
        return true;
    }
}
