using Beian.Definitions.Codes;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Enterprise.AccessRequests;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise;

/// <summary>申请加入企业: asks the administrators of the enterprise with a code. The answer is the same whether there are any.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class AccessModel(
    AppDb db,
    AccessDesk desk,
    Visitor visitor,
    Settings settings,
    Captchas captchas,
    TimeProvider clock,
    Texts texts
) : CaptchaPage(settings, captchas, texts)
{
    public const int LongestReason = 300;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (visitor.Kind == AccountKind.Enterprise)
            (Name, Email) = (visitor.Name, await db.Accounts.Where(a => a.Id == visitor.AccountId).Select(a => a.Email).SingleAsync(stop));
        return Ask();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Code = Uscc.Normalise(Code ?? "");
        (Name, Email, Reason) = ((Name ?? "").Trim(), (Email ?? "").Trim(), (Reason ?? "").Trim());
        if (Another is not null)
            return Ask();
        List<ErrorLine> errors = [.. Check()];
        if (errors.Count == 0 && await CheckCaptchaAsync(stop) is { } wrong)
            errors.Add(wrong);
        if (errors.Count > 0)
            return Ask(errors);
        var process = new Process("AskingForAccess", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        await desk.AskAsync(Code, new(Name, Email, Reason), process, stop);
        await db.SaveAsync(process, stop);
        IsAsked = true;
        return Page();
    }

    private IEnumerable<ErrorLine> Check()
    {
        if (Uscc.Check(Code!) is { } code)
            yield return Line(nameof(Code), code.Message);
        if (AccountBlock.NameProblem(Name!) is { } name)
            yield return Line(nameof(Name), name);
        if (AccountBlock.EmailProblem(Email!) is { } email)
            yield return Line(nameof(Email), email.Message);
        if (Reason!.Length is 0 or > LongestReason || Reason.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')))
            yield return Line(nameof(Reason), new("请填写申请理由，最多 300 个字", "Please say why, in at most 300 characters"));
    }
}
