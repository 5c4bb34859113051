using Beian.Definitions;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Account;

/// <summary>A page open to everybody whose form asks for the verification code, where the installation always asks for one.</summary>
public abstract class CaptchaPage(Settings settings, Captchas captchas, Texts texts) : AskingPage
{
    [BindProperty]
    public string? Captcha { get; set; }

    [BindProperty]
    public string? CaptchaToken { get; set; }

    /// <summary>Another one was asked for: picture or question.</summary>
    [BindProperty]
    public string? Another { get; set; }

    /// <summary>The challenge to solve; null: none is asked for.</summary>
    public CaptchaChallenge? CaptchaChallenge { get; private set; }

    protected Texts Texts => texts;

    /// <summary>Shows the form, with what is wrong.</summary>
    protected PageResult Ask(params IEnumerable<ErrorLine> errors)
    {
        if (settings.Captcha == CaptchaPolicy.Always)
            CaptchaChallenge = captchas.Issue(Another == "question" ? CaptchaKind.Question : CaptchaKind.Picture);
        ErrorLine[] lines = [.. errors];
        return lines.Length > 0 ? AskAgain(lines) : Page();
    }

    /// <summary>The problem of the verification code; null: it is right, or none is asked for. A code is good once.</summary>
    protected async Task<ErrorLine?> CheckCaptchaAsync(CancellationToken stop) =>
        settings.Captcha == CaptchaPolicy.Always && await captchas.ProblemAsync(CaptchaToken, Captcha, stop) is { } problem
            ? Line(nameof(Captcha), problem)
            : null;

    /// <summary>Whether something readable was typed, of bounded length.</summary>
    protected static bool IsTyped(string? text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);

    protected ErrorLine Line(string control, LocalizedText text) => new(control, texts[text]);
}
