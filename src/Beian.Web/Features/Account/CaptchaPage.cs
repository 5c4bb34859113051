using Beian.Definitions;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Account;

/// <summary>A page open to everybody whose form asks for the verification code, where the installation always asks for one.</summary>
public abstract class CaptchaPage(Settings settings, Captchas captchas, Texts texts) : PageModel
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

    public ErrorSummary Errors { get; private set; } = new([]);

    protected Texts Texts => texts;

    /// <summary>What is wrong with a control; null: nothing.</summary>
    public string? ProblemOf(string control) => Errors.Of(control);

    /// <summary>Shows the form, with what is wrong.</summary>
    protected PageResult Ask(params IEnumerable<ErrorLine> errors)
    {
        Errors = new([.. errors]);
        if (Errors.Lines.Count > 0)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (settings.Captcha == CaptchaPolicy.Always)
            CaptchaChallenge = captchas.Issue(Another == "question" ? CaptchaKind.Question : CaptchaKind.Picture);
        return Page();
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
