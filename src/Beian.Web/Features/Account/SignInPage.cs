using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>Signing in at one of the two counters: the form on a page of its own, and what the portal's panel posts to.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class SignInPage(SignIns signIns, AppDb db, Settings settings, Captchas captchas, Cookies cookies, Texts texts) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Captcha { get; set; }

    [BindProperty]
    public string? CaptchaToken { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public bool Remember { get; set; }

    /// <summary>The demo account whose button was pressed.</summary>
    [BindProperty]
    public string? Demo { get; set; }

    /// <summary>Another captcha was asked for: picture or question.</summary>
    [BindProperty]
    public string? Another { get; set; }

    public SignInPanel Panel { get; private set; } = null!;

    protected abstract AccountKind Kind { get; }

    private string Name => (UserName ?? "").Trim();

    public async Task OnGetAsync(CancellationToken stop)
    {
        UserName = Request.Cookies[cookies.UserName];
        Remember = UserName is not null;
        await ShowAsync(null, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Demo is { Length: > 0 } demo)
            return await SignInDemoAsync(demo, stop);
        if (Another is not null)
            return await ShowAsync(null, stop);
        if (Name.Length is 0 or > 100 || Password is not { Length: > 0 and <= 200 })
            return await ShowAsync(new("请填写账号和密码", "Please fill in user name and password"), stop);
        if (await AsksForCaptchaAsync(stop) && !captchas.Check(CaptchaToken, Captcha))
            return await ShowAsync(
                string.IsNullOrEmpty(Captcha)
                    ? new("请填写验证码", "Please fill in the verification code")
                    : new("验证码不正确或已过期，请按新的验证码填写", "The verification code is wrong or has expired; here is a new one"),
                stop
            );

        var outcome = await signIns.TryAsync(HttpContext, Kind, Name, Password, stop);
        if (outcome.Account is not { } account)
            return await ShowAsync(Refusal(outcome), stop);
        RememberName();
        return Redirect(Destination(account));
    }

    /// <summary>Where this page posts to.</summary>
    protected abstract string Action { get; }

    private static LocalizedText Refusal(SignInOutcome outcome)
    {
        if (outcome.LockedUntil is not { } until)
            return new("账号或密码错误", "User name or password is wrong");
        var time = until.AddHours(8); // people read the clock of China
        return new(
            $"连续输错次数过多，已暂停登录，请于 {time:HH:mm} 之后再试",
            $"Too many wrong tries; signing in is suspended until {time:HH:mm} (China time)"
        );
    }

    private async Task<IActionResult> SignInDemoAsync(string userName, CancellationToken stop)
    {
        var normalized = userName.ToUpperInvariant();
        var account = settings.Demo
            ? await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalized && a.IsDemo, stop)
            : null;
        if (account is null)
            return NotFound();
        await signIns.SignInAsync(HttpContext, account, stop);
        return Redirect(Destination(account));
    }

    private async Task<IActionResult> ShowAsync(LocalizedText? problem, CancellationToken stop)
    {
        var kind = Another == "question" ? CaptchaKind.Question : CaptchaKind.Picture;
        Panel = new SignInPanel(
            await AsksForCaptchaAsync(stop) ? captchas.Issue(kind) : null,
            UserName,
            LocalPath.IsLocal(ReturnUrl) ? ReturnUrl : null,
            Remember,
            problem is null ? null : texts[problem],
            settings.Demo ? DemoSignIn.All : [],
            Action
        );
        return Page();
    }

    private async Task<bool> AsksForCaptchaAsync(CancellationToken stop) =>
        settings.Captcha == CaptchaPolicy.Always || (Name.Length > 0 && await signIns.IsSuspectAsync(HttpContext, Kind, Name, stop));

    private void RememberName()
    {
        if (Remember)
            Response.Cookies.Append(cookies.UserName, Name, cookies.Options(TimeSpan.FromDays(180)));
        else
            Response.Cookies.Delete(cookies.UserName, cookies.Options());
    }

    private string Destination(Account account)
    {
        if (account.MustChangePassword)
            return PasswordChange.Path;
        var office = account.Kind == AccountKind.Officer;
        var fits = LocalPath.IsLocal(ReturnUrl) && ReturnUrl!.StartsWith("/office", StringComparison.Ordinal) == office;
        return fits ? ReturnUrl!
            : office ? "/office"
            : "/workbench";
    }
}
