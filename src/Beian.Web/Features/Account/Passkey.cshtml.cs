using Beian.Web.Data;
using Beian.Web.Features.Account.Passkeys;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>使用电子钥匙: signs in whoever holds a registered key and proves to it that it is his or hers. That is two factors at once.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasskeyModel(AppDb db, PasskeyAsking asking, SignIns signIns, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>The browser's answer, in JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public void OnGet() => ReturnUrl = LocalPath.IsLocal(ReturnUrl) ? ReturnUrl : null;

    /// <summary>What the script asks the browser for.</summary>
    public async Task<IActionResult> OnGetOptionsAsync() => Content(await asking.AskForAnyAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        OnGet();
        var (account, info, problem) = await asking.JudgeAsync(HttpContext, Credential);
        if (account is { SuspendedAt: not null })
            (account, problem) = (null, new("该账号已停用", "This account is suspended"));
        if (account is null)
        {
            Problem = texts[problem!];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var id = Passkeys.Passkey.TextOf(info!.CredentialId);
        var passkey = await db.PasskeysOf(account.Id).SingleAsync(p => p.CredentialId == id, stop);
        passkey.Use(info, clock.GetUtcNow().UtcDateTime);
        await signIns.SignInAsync(HttpContext, account, stop); // with what the key counts, in one transaction
        return Redirect(signIns.DestinationOf(account, ReturnUrl));
    }
}
