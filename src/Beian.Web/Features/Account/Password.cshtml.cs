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
) : AskingPage
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? NewPasswordRepeat { get; set; }

    public Account Account { get; private set; } = null!;

    public string Home => Account.Kind == AccountKind.Officer ? "/office" : "/account";

    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        var lines = await CheckAsync(stop);
        var hash = lines.Count == 0 ? await passwords.HashAsync(Account, NewPassword!, stop) : null;
        if (hash is null)
            return AskAgain(lines.Count > 0 ? lines : [new(nameof(NewPassword), texts[Passwords.Busy])]);
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == Account.Id && s.Id != visitor.SessionId).ToListAsync(stop));
        var process = new Process("ChangingPassword", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        await former.KeepAsync(Account, process.Now, stop);
        Account.SetPassword(hash, process.Now);
        process.Record("PasswordChanged", "account", Account.Id);
        await db.SaveAsync(process, stop);
        TempData["Message"] = texts["密码已修改，其他设备上的登录已退出", "The password is changed; all other sessions have ended"];
        return Redirect(Home);
    }

    /// <summary>After so many days an officer's password is too old; null: this one is not, or none is.</summary>
    public int? DueAfterDays =>
        !Account.MustChangePassword
        && Account.Kind == AccountKind.Officer
        && Account.NeedsNewPassword(clock.GetUtcNow().UtcDateTime, settings.OfficerPasswordDays)
            ? settings.OfficerPasswordDays
            : null;

    private async Task<List<ErrorLine>> CheckAsync(CancellationToken stop)
    {
        List<ErrorLine> lines = [];
        if (await check.ProblemAsync(Account, CurrentPassword, stop) is { } current)
            lines.Add(new(nameof(CurrentPassword), texts[current]));
        if (PasswordRules.Check(NewPassword ?? "", Account.UserName ?? "") is { } wrong)
            lines.Add(new(nameof(NewPassword), texts[wrong]));
        else if (NewPassword == CurrentPassword)
            lines.Add(new(nameof(NewPassword), texts["新密码不能与原密码相同", "The new password must differ from the old one"]));
        else if (lines.Count == 0 && await former.ProblemAsync(Account, NewPassword!, stop) is { } hindrance)
            lines.Add(new(nameof(NewPassword), texts[hindrance]));
        if (NewPasswordRepeat != NewPassword)
            lines.Add(new(nameof(NewPasswordRepeat), texts["两次输入的密码不一致", "The two passwords are not the same"]));
        return lines;
    }

    private async Task ReadAsync(CancellationToken stop) => Account = await db.Accounts.SingleAsync(a => a.Id == visitor.AccountId, stop);
}
