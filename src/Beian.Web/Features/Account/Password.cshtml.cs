using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>修改密码. Every other session of the account ends with the old password.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordModel(
    AppDb db,
    Visitor visitor,
    PasswordCheck check,
    Passwords passwords,
    FormerPasswords former,
    Settings settings,
    TimeProvider clock,
    Texts texts
) : PasswordPage(passwords, former, texts)
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    public string Home => Account.Kind == AccountKind.Officer ? Links.Office : Links.Account;

    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        List<ErrorLine> errors = [];
        if (await check.ProblemAsync(Account, CurrentPassword, stop) is { } current)
            errors.Add(new(nameof(CurrentPassword), Texts[current]));
        else if (NewPassword is { Length: > 0 } && NewPassword == CurrentPassword)
            errors.Add(new(nameof(NewPassword), Texts["新密码不能与原密码相同", "The new password must differ from the old one"]));
        if (await HashAsync(Account.UserName ?? "", errors, stop) is not { } hash)
            return AskAgain(errors);
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == Account.Id && s.Id != visitor.SessionId).ToListAsync(stop));
        var process = new Process("ChangingPassword", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        await SetAsync(hash, process, stop);
        process.Record("PasswordChanged", "account", Account.Id);
        await db.SaveAsync(process, stop);
        TempData["Message"] = Texts["密码已修改，其他设备上的登录已退出", "The password is changed; all other sessions have ended"];
        return Redirect(Home);
    }

    /// <summary>After so many days an officer's password is too old; null: this one is not, or none is.</summary>
    public int? DueAfterDays =>
        !Account.MustChangePassword
        && Account.Kind == AccountKind.Officer
        && Account.NeedsNewPassword(clock.GetUtcNow().UtcDateTime, settings.OfficerPasswordDays)
            ? settings.OfficerPasswordDays
            : null;

    private async Task ReadAsync(CancellationToken stop) => Account = await db.Accounts.SingleAsync(a => a.Id == visitor.AccountId, stop);
}
