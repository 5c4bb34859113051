using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Features.Account.Platform;

/// <summary>国家政务服务平台账号登录: leads to the platform, with a question that its answer must bring back.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Captcha)]
public sealed class IndexModel(Settings settings, PlatformClient platform, PlatformCookies cookies, PublicAddress address, Texts texts)
    : PageModel
{
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl, CancellationToken stop)
    {
        if (!settings.Platform.IsSet)
            return NotFound();
        var question = cookies.Ask(HttpContext, LocalPath.IsLocal(returnUrl) ? returnUrl : null);
        try
        {
            return Redirect(await platform.AddressAsync(question, address.Of(Links.PlatformAnswer), stop));
        }
        catch (PlatformRefusal refusal)
        {
            Problem = texts[refusal.Text];
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }
}
