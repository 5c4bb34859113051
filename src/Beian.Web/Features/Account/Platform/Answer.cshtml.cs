using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account.Platform;

/// <summary>Where the platform's answer arrives: signs in the account it belongs to, or leads on to find or make one.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Captcha)]
public sealed class AnswerModel(
    AppDb db,
    Settings settings,
    PlatformClient platform,
    PlatformCookies cookies,
    PublicAddress address,
    SignIns signIns,
    Visitor visitor,
    TimeProvider clock,
    ILogger<AnswerModel> logger,
    Texts texts
) : PageModel
{
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? code, string? state, string? error, CancellationToken stop)
    {
        if (!settings.Platform.IsSet)
            return NotFound();
        try
        {
            var question = await cookies.TakeAsync(HttpContext, state);
            if (error is not null || code is not { Length: > 0 and < 4000 })
                return Refuse(
                    new(
                        new(
                            "您在国家政务服务平台取消了登录，或平台没有同意",
                            "You cancelled signing in at the national platform, or it did not agree"
                        )
                    )
                );
            return await AdmitAsync(
                await platform.RedeemAsync(code, question, address.Of(Links.PlatformAnswer), stop),
                question.ReturnUrl,
                stop
            );
        }
        catch (PlatformRefusal refusal)
        {
            return Refuse(refusal);
        }
    }

    private async Task<IActionResult> AdmitAsync(PlatformIdentity identity, string? returnUrl, CancellationToken stop)
    {
        var link = await db.Set<PlatformLink>()
            .SingleOrDefaultAsync(l => l.Issuer == identity.Issuer && l.Subject == identity.Subject, stop);
        if (link is null)
        {
            cookies.KeepStranger(HttpContext, identity);
            return Redirect(Links.PlatformLink);
        }
        var account = await db.Accounts.SingleAsync(a => a.Id == link.AccountId, stop);
        if (account.SuspendedAt is not null)
            return Refuse(new(new("该账号已停用", "This account is suspended")));
        if (visitor.AccountId == account.Id)
            return Redirect(Links.Account);
        link.Use(clock.GetUtcNow().UtcDateTime);
        await signIns.SignInAsync(HttpContext, account, stop);
        cookies.Mark(HttpContext);
        return Redirect(signIns.DestinationOf(account, returnUrl));
    }

    private PageResult Refuse(PlatformRefusal refusal)
    {
        if (refusal.InnerException is { } cause)
            logger.LogWarning("An answer of the platform was refused: {Reason}", cause.Message);
        Problem = texts[refusal.Text];
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
