using System.Security.Cryptography;
using Beian.Web.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Beian.Web.Features.Account;

/// <summary>
/// A browser remembers, signed, which accounts have signed in from it. There a stranger who locks an account from elsewhere
/// does not lock out its owner.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, Cookies cookies)
{
    private const int AccountsKept = 5;
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(365);

    private readonly IDataProtector _protector = protection.CreateProtector("known-device");

    /// <summary>The device's own name if <paramref name="account"/> has signed in from it; null otherwise.</summary>
    public string? Find(HttpContext http, Guid account) =>
        Read(http) is [var device, .. var accounts] && accounts.Contains(account.ToString("N")) ? device : null;

    /// <summary>Remembers that <paramref name="account"/> signed in here.</summary>
    public void Remember(HttpContext http, Guid account)
    {
        var known = Read(http);
        var device = known is [var name, ..] ? name : RandomNumberGenerator.GetHexString(32);
        var accounts = known.Skip(1).Prepend(account.ToString("N")).Distinct().Take(AccountsKept);
        http.Response.Cookies.Append(
            cookies.Device,
            _protector.Protect(string.Join('|', accounts.Prepend(device))),
            cookies.Options(_lifetime)
        );
    }

    private string[] Read(HttpContext http)
    {
        if (http.Request.Cookies[cookies.Device] is not { Length: > 0 and < 1000 } text)
            return [];
        try
        {
            return _protector.Unprotect(text).Split('|');
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
