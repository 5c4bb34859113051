using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Beian.Web.Web;

/// <summary>What stays, encrypted and for some minutes, with a browser between the steps of an action.</summary>
public sealed class SealedCookies(IDataProtectionProvider protection, Cookies cookies, TimeProvider clock)
{
    /// <summary>Longer ones no browser keeps.</summary>
    private const int Longest = 4000;

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Keep<T>(HttpContext http, string name, T value, TimeSpan lifetime)
        where T : class
    {
        var kept = JsonSerializer.Serialize(new Kept<T>(clock.GetUtcNow() + lifetime, value), _json);
        http.Response.Cookies.Append(name, ProtectorOf(name).Protect(kept), cookies.Options(lifetime));
    }

    /// <returns>Null: there is none, it is over, or it was not made here.</returns>
    public T? Read<T>(HttpContext http, string name)
        where T : class
    {
        if (http.Request.Cookies[name] is not { Length: > 0 and < Longest } text)
            return null;
        try
        {
            var kept = JsonSerializer.Deserialize<Kept<T>>(ProtectorOf(name).Unprotect(text), _json)!;
            return kept.Until > clock.GetUtcNow() ? kept.Value : null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Forget(HttpContext http, string name) => http.Response.Cookies.Delete(name, cookies.Options());

    /// <summary>One kind is never taken for another.</summary>
    private IDataProtector ProtectorOf(string name) => protection.CreateProtector("cookie", name);

    private sealed record Kept<T>(DateTimeOffset Until, T Value);
}
