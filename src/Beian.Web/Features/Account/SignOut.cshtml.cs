using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Account;

/// <summary>退出登录.</summary>
public sealed class SignOutModel(SignIns signIns, Visitor visitor) : PageModel
{
    public bool IsSignedIn => visitor.IsSignedIn;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await signIns.SignOutAsync(HttpContext, visitor, stop);
        return Redirect("/");
    }
}
