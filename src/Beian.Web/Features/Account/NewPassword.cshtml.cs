using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>
/// Where a single-use link leads: a new password, and at the opening of an account a user name of one's own. Opening the page changes nothing: mail scanners
/// open links too.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class NewPasswordModel(
    AppDb db,
    OneTimeKeys keys,
    AccountBlock block,
    SignInFailures failures,
    FormerPasswords former,
    Passwords passwords,
    TimeProvider clock,
    Visitor visitor,
    Texts texts
) : AskingPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? NewPasswordRepeat { get; set; }

    public Account Account { get; private set; } = null!;

    public OneTimeKey Link { get; private set; } = null!;

    /// <summary>Whether the link still holds.</summary>
    public bool IsGood { get; private set; }

    /// <summary>Whether the password is set now.</summary>
    public bool IsDone { get; private set; }

    public bool IsOpening => Link.Purpose == KeyPurpose.Opening;

    /// <summary>An officer's user name is the administrator's choice.</summary>
    public bool ChoosesName => IsOpening && Account.Kind == AccountKind.Enterprise;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
            return NotFound();
        UserName = Account.UserName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
            return NotFound();
        if (!IsGood)
            return Page();
        var userName = ChoosesName ? (UserName ?? "").Trim() : Account.UserName!;
        var lines = await CheckAsync(userName, stop);
        var hash = lines.Count == 0 ? await passwords.HashAsync(Account, NewPassword!, stop) : null;
        if (hash is null)
            return AskAgain(lines.Count > 0 ? lines : [new(nameof(NewPassword), texts[Passwords.Busy])]);
        var process = new Process("SettingPassword", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        if (userName != Account.UserName)
            Account.ChooseUserName(userName);
        await former.KeepAsync(Account, process.Now, stop);
        Account.SetPassword(hash, process.Now);
        await keys.UseAsync(Link, Account, process, stop);
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same link in another window was quicker.
            IsGood = false;
            return Page();
        }
        catch (DbUpdateException fault) when (AccountBlock.TakenIn(fault) is { } taken)
        {
            return AskAgain(new ErrorLine(nameof(UserName), texts[taken.Message]));
        }
        await failures.ClearAsync(failures.OfName(Account.Kind, Account.NormalizedUserName!), stop);
        IsDone = true;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (await keys.FindAsync(Id, Key, stop) is not { } link)
            return false;
        Link = link;
        Account = await db.Accounts.SingleAsync(a => a.Id == link.AccountId, stop);
        IsGood = link.IsGood(clock.GetUtcNow().UtcDateTime);
        return true;
    }

    private async Task<List<ErrorLine>> CheckAsync(string userName, CancellationToken stop)
    {
        List<ErrorLine> lines = [];
        if (
            !string.Equals(userName, Account.UserName, StringComparison.OrdinalIgnoreCase)
            && await block.CheckUserNameAsync(userName, stop) is { } problem
        )
            lines.Add(new(nameof(UserName), texts[problem.Message]));
        if (PasswordRules.Check(NewPassword ?? "", userName) is { } wrong)
            lines.Add(new(nameof(NewPassword), texts[wrong]));
        else if (await former.ProblemAsync(Account, NewPassword!, stop) is { } hindrance)
            lines.Add(new(nameof(NewPassword), texts[hindrance]));
        if (NewPasswordRepeat != NewPassword)
            lines.Add(new(nameof(NewPasswordRepeat), texts["两次输入的密码不一致", "The two passwords are not the same"]));
        return lines;
    }
}
