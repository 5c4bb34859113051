using Beian.Web.Web;
using Beian.Web.Web.Captcha;

namespace Beian.Web.Features.Shared;

/// <summary>The sign-in form, on the portal and on its own page; it posts to that of its counter.</summary>
/// <param name="Captcha">The challenge to solve; null: none is asked for.</param>
/// <param name="ReturnUrl">Where to go afterwards; null: home of the user.</param>
/// <param name="Problem">Why the last try failed.</param>
/// <param name="Demo">The sign-ins offered without a password; empty outside demo mode.</param>
/// <param name="IsForOfficers">Which counter it is: officers' or enterprises'.</param>
public sealed record SignInPanel(
    CaptchaChallenge? Captcha,
    string? UserName = null,
    string? ReturnUrl = null,
    bool Remember = false,
    string? Problem = null,
    IReadOnlyList<DemoSignIn>? Demo = null,
    bool IsForOfficers = false
)
{
    /// <summary>Where it posts to.</summary>
    public string Action => IsForOfficers ? Links.OfficeSignIn() : Links.SignIn();
}
