using System.Globalization;
using System.Security.Cryptography;
using Beian.Web.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Beian.Web.Features.Account.Factors;

/// <summary>Somebody whose password was right and who has to show a second factor yet.</summary>
public sealed record HalfSignIn(Guid AccountId, string? ReturnUrl);

/// <summary>Keeps, encrypted in the browser and for five minutes, who is half signed in. It opens nothing but the page that asks for the second factor.</summary>
public sealed class HalfSignIns(IDataProtectionProvider protection, Cookies cookies, TimeProvider clock)
{
    public const string Path = "/account/second-factor";

    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("half sign-in");

    public void Begin(HttpContext http, Guid account, string? returnUrl)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow().Add(_lifetime).ToUnixTimeSeconds()}|{account:N}|{returnUrl}"
        );
        http.Response.Cookies.Append(cookies.Half, _protector.Protect(text), cookies.Options());
    }

    /// <summary>Who is half signed in here; null: nobody, or for too long.</summary>
    public HalfSignIn? Find(HttpContext http)
    {
        if (http.Request.Cookies[cookies.Half] is not { Length: > 0 and < 4000 } text)
            return null;
        try
        {
            var parts = _protector.Unprotect(text).Split('|', 3);
            var expires = long.Parse(parts[0], CultureInfo.InvariantCulture);
            return expires > clock.GetUtcNow().ToUnixTimeSeconds()
                ? new(Guid.Parse(parts[1]), parts[2].Length > 0 ? parts[2] : null)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void End(HttpContext http) => http.Response.Cookies.Delete(cookies.Half, cookies.Options());
}
