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
) : PasswordPage(passwords, former, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

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
        List<ErrorLine> errors = [];
        if (
            !string.Equals(userName, Account.UserName, StringComparison.OrdinalIgnoreCase)
            && await block.CheckUserNameAsync(userName, stop) is { } problem
        )
            errors.Add(new(nameof(UserName), Texts[problem.Message]));
        if (await HashAsync(userName, errors, stop) is not { } hash)
            return AskAgain(errors);
        var process = new Process("SettingPassword", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        if (userName != Account.UserName)
            Account.ChooseUserName(userName);
        await SetAsync(hash, process, stop);
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
            return AskAgain(new ErrorLine(nameof(UserName), Texts[taken.Message]));
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
}
