using Beian.Web.Data;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>一次性码: what an authority handed over on paper or by telephone leads to a password of one's own.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class OneTimeCodeModel(
    AppDb db,
    OneTimeKeys keys,
    SignInFailures failures,
    Visitor visitor,
    Settings settings,
    Captchas captchas,
    TimeProvider clock,
    Texts texts
) : CaptchaPage(settings, captchas, texts)
{
    [BindProperty(SupportsGet = true)]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet() => Ask();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Another is not null)
            return Ask();
        if (!IsTyped(UserName, 100) || !IsTyped(Code, 40))
            return Ask(Line(nameof(Code), new("请填写账户名称和一次性码", "Please fill in user name and code")));
        if (await CheckCaptchaAsync(stop) is { } wrong)
            return Ask(wrong);
        var subject = SignInFailures.OfAddress(HttpContext.Connection.RemoteIpAddress);
        if (subject is not null && (await failures.OfAsync([subject], stop)).LockedUntil is not null)
            return Ask(Refusal);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await keys.TryCodeAsync(UserName!.Trim(), Code!, now, stop) is not { } key)
        {
            if (subject is not null)
                await failures.AddAsync(subject, stop);
            return Ask(Refusal);
        }
        var process = new Process("UsingCode", visitor.Actor, now);
        var account = await db.Accounts.SingleAsync(a => a.Id == key.AccountId, stop);
        var next = keys.Exchange(key, account, process);
        process.Record("CodeExchanged", "account", account.Id, new { key = key.Id });
        await db.SaveAsync(process, stop);
        return Redirect(next);
    }

    private Shared.ErrorLine Refusal =>
        Line(
            nameof(Code),
            new(
                "账户名称或一次性码不正确，或该码已使用、已过期、输错次数过多。请核对；仍不行的，请联系给码的机关重新办理。",
                "User name or code is wrong, or the code was used, has expired or was tried too often. Check both; if that does not help, ask the authority for another."
            )
        );
}
