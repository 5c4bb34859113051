using Beian.Web.Data;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>忘记密码: user name and e-mail address bring a link to that address. The page says the same whether there is such an account or not.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasswordResetModel(
    AppDb db,
    OneTimeKeys keys,
    Visitor visitor,
    Settings settings,
    Captchas captchas,
    TimeProvider clock,
    Texts texts
) : CaptchaPage(settings, captchas, texts)
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Whether the form was sent, whatever came of it.</summary>
    public bool IsAsked { get; private set; }

    public IActionResult OnGet() => Ask();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Another is not null)
            return Ask();
        if (!IsTyped(UserName, 100) || !IsTyped(Email, 200))
            return Ask(Line(nameof(UserName), new("请填写账户名称和电子邮箱", "Please fill in user name and e-mail address")));
        if (await CheckCaptchaAsync(stop) is { } wrong)
            return Ask(wrong);
        var process = new Process("AskingForPassword", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        var (name, email) = (UserName!.Trim().ToUpperInvariant(), Email!.Trim().ToUpperInvariant());
        var account = await db.Accounts.SingleOrDefaultAsync(
            a => a.NormalizedUserName == name && a.NormalizedEmail == email && a.EmailConfirmed,
            stop
        );
        // Known or not, something is written: the answer takes as long.
        var may = await keys.MayAskAsync(account?.Id ?? Guid.Empty, process.Now, stop);
        process.Record("PasswordAskedFor", "account", account?.Id ?? Guid.Empty, new { sent = account is not null && may });
        if (account is not null && may)
            keys.SendLink(account, KeyPurpose.Reset, account.Email!, null, process);
        await db.SaveAsync(process, stop);
        IsAsked = true;
        return Page();
    }
}
