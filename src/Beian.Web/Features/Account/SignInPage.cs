using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>What the sign-in of either counter works with.</summary>
public sealed record SignInDesk(
    SignIns SignIns,
    AppDb Db,
    Settings Settings,
    Captchas Captchas,
    Cookies Cookies,
    HalfSignIns Halves,
    Texts Texts
);

/// <summary>Signing in at one of the two counters: the form on a page of its own, and what the portal's panel posts to.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class SignInPage(SignInDesk desk) : PageModel
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
        UserName = Request.Cookies[desk.Cookies.UserName];
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
        if (await AsksForCaptchaAsync(stop) && await desk.Captchas.ProblemAsync(CaptchaToken, Captcha, stop) is { } wrong)
            return await ShowAsync(wrong, stop);

        var outcome = await desk.SignIns.TryAsync(HttpContext, Kind, Name, Password, stop);
        if (outcome.IsBusy)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "60";
        }
        if (outcome.Account is not { } account)
            return await ShowAsync(Refusal(outcome), stop);
        RememberName();
        if (outcome.IsHalf)
        {
            desk.Halves.Begin(HttpContext, account.Id, LocalPath.IsLocal(ReturnUrl) ? ReturnUrl : null);
            return Redirect(Links.SecondFactor);
        }
        return Redirect(desk.SignIns.DestinationOf(account, ReturnUrl));
    }

    private static LocalizedText Refusal(SignInOutcome outcome)
    {
        if (outcome.IsBusy)
            return Passwords.Busy;
        if (outcome.LockedUntil is not { } until)
            return new("账号或密码错误", "User name or password is wrong");
        var time = ChinaTime.At(until);
        return new(
            $"连续输错次数过多，已暂停登录，请于 {time:HH:mm} 之后再试",
            $"Too many wrong tries; signing in is suspended until {time:HH:mm} (China time)"
        );
    }

    private async Task<IActionResult> SignInDemoAsync(string userName, CancellationToken stop)
    {
        var normalized = userName.ToUpperInvariant();
        var account = desk.Settings.Demo
            ? await desk.Db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalized && a.IsDemo, stop)
            : null;
        if (account is null)
            return NotFound();
        await desk.SignIns.SignInAsync(HttpContext, account, stop);
        return Redirect(desk.SignIns.DestinationOf(account, ReturnUrl));
    }

    private async Task<IActionResult> ShowAsync(LocalizedText? problem, CancellationToken stop)
    {
        var kind = Another == "question" ? CaptchaKind.Question : CaptchaKind.Picture;
        Panel = new SignInPanel(
            await AsksForCaptchaAsync(stop) ? desk.Captchas.Issue(kind) : null,
            UserName,
            LocalPath.IsLocal(ReturnUrl) ? ReturnUrl : null,
            Remember,
            problem is null ? null : desk.Texts[problem],
            desk.Settings.Demo ? DemoSignIn.All : [],
            Kind == AccountKind.Officer
        );
        return Page();
    }

    private async Task<bool> AsksForCaptchaAsync(CancellationToken stop) =>
        (Kind == AccountKind.Officer ? desk.Settings.OfficerCaptcha : desk.Settings.Captcha) == CaptchaPolicy.Always
        || (Name.Length > 0 && await desk.SignIns.IsSuspectAsync(HttpContext, Kind, Name, stop));

    private void RememberName()
    {
        if (Remember)
            Response.Cookies.Append(desk.Cookies.UserName, Name, desk.Cookies.Options(TimeSpan.FromDays(180)));
        else
            Response.Cookies.Delete(desk.Cookies.UserName, desk.Cookies.Options());
    }
}
