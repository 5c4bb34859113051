using Beian.Web.Features.Account.Platform;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Account;

/// <summary>退出登录.</summary>
public sealed class SignOutModel(SignIns signIns, Visitor visitor, PlatformClient platform, PlatformCookies cookies, PublicAddress address)
    : PageModel
{
    /// <summary>Where to sign out of the national platform too; null: there is no need, or no way.</summary>
    public string? PlatformHref { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (!visitor.IsSignedIn && cookies.TakeMark(HttpContext))
            PlatformHref = await platform.SignOutAddressAsync(address.Of("/"), stop);
    }

    public bool IsSignedIn => visitor.IsSignedIn;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await signIns.SignOutAsync(HttpContext, visitor, stop);
        // A form may not lead to another site; a link may.
        return Redirect(cookies.IsMarked(HttpContext) ? Links.SignOut : "/");
    }
}
