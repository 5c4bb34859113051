using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Help;

/// <summary>登录助手: what this browser can do here, how a key is set up, and the ways back from something forgotten.</summary>
public sealed class SignInModel(Cookies cookies, Settings settings) : PageModel
{
    private static readonly string[] _recommended = ["Firefox ", "Chrome "];

    public string Browser { get; private set; } = "";

    public bool IsRecommended => _recommended.Any(r => Browser.StartsWith(r, StringComparison.Ordinal));

    /// <summary>Whether the cookie of the first look came back with the second; null: not checked yet.</summary>
    public bool? TakesCookies { get; private set; }

    public bool IsEncrypted => Request.IsHttps || settings.Https;

    public void OnGet(string? check)
    {
        Browser = BrowserName.Of(Request.Headers.UserAgent.ToString());
        if (check is not null)
            TakesCookies = Request.Cookies.ContainsKey(cookies.Check);
        Response.Cookies.Append(cookies.Check, "1", cookies.Options(TimeSpan.FromMinutes(10)));
    }
}
