using Beian.Web.Web;

namespace Beian.Web.Features.Account.Factors;

/// <summary>Somebody whose password was right and who has to show a second factor yet.</summary>
public sealed record HalfSignIn(Guid AccountId, string? ReturnUrl);

/// <summary>Keeps with the browser for five minutes who is half signed in. It opens nothing but the page that asks for the second factor.</summary>
public sealed class HalfSignIns(SealedCookies sealedCookies, Cookies cookies)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(5);

    public void Begin(HttpContext http, Guid account, string? returnUrl) =>
        sealedCookies.Keep(http, cookies.Half, new HalfSignIn(account, returnUrl), _lifetime);

    /// <summary>Who is half signed in here; null: nobody, or for too long.</summary>
    public HalfSignIn? Find(HttpContext http) => sealedCookies.Read<HalfSignIn>(http, cookies.Half);

    public void End(HttpContext http) => sealedCookies.Forget(http, cookies.Half);
}
