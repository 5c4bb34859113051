using System.Security.Cryptography;
using System.Text.Json;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.DataProtection;

namespace Beian.Web.Features.Account.Platform;

/// <summary>What a sign-in by the platform leaves, encrypted, with the browser between its steps; each holds ten minutes, a question is good for one answer.</summary>
public sealed class PlatformCookies(IDataProtectionProvider protection, SpentTokens spent, Cookies cookies, TimeProvider clock)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("platform");

    /// <summary>A new question, kept here until its answer.</summary>
    public PlatformQuestion Ask(HttpContext http, string? returnUrl)
    {
        var question = new PlatformQuestion(Session.NewKey(), Session.NewKey(), Session.NewKey(), returnUrl);
        Keep(http, cookies.PlatformQuestion, question);
        return question;
    }

    /// <summary>The question an answer belongs to; it is spent.</summary>
    /// <exception cref="PlatformRefusal">There is none, or the answer is to another one.</exception>
    public PlatformQuestion Take(HttpContext http, string? state)
    {
        var question = Read<PlatformQuestion>(http, cookies.PlatformQuestion);
        http.Response.Cookies.Delete(cookies.PlatformQuestion, cookies.Options());
        return
            question is not null
            && state is { Length: > 0 and < 200 }
            && CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(question.State),
                System.Text.Encoding.UTF8.GetBytes(state)
            )
            && spent.Spend(BitConverter.ToInt64(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(state))))
            ? question
            : throw PlatformRefusal.OfAnotherSession();
    }

    /// <summary>Somebody the platform vouches for, whom no account here knows yet.</summary>
    public PlatformIdentity? FindStranger(HttpContext http) => Read<PlatformIdentity>(http, cookies.PlatformStranger);

    public void KeepStranger(HttpContext http, PlatformIdentity identity) => Keep(http, cookies.PlatformStranger, identity);

    public void ForgetStranger(HttpContext http) => http.Response.Cookies.Delete(cookies.PlatformStranger, cookies.Options());

    /// <summary>Remembers that this browser signed in by the platform: whoever signs out here may want to sign out there too.</summary>
    public void Mark(HttpContext http) => http.Response.Cookies.Append(cookies.ByPlatform, "1", cookies.Options());

    /// <summary>Whether it did, this once.</summary>
    public bool TakeMark(HttpContext http)
    {
        if (!IsMarked(http))
            return false;
        http.Response.Cookies.Delete(cookies.ByPlatform, cookies.Options());
        return true;
    }

    public bool IsMarked(HttpContext http) => http.Request.Cookies.ContainsKey(cookies.ByPlatform);

    private void Keep<T>(HttpContext http, string name, T value)
    {
        var kept = new Kept<T>(clock.GetUtcNow() + _lifetime, value);
        http.Response.Cookies.Append(name, _protector.Protect(name + JsonSerializer.Serialize(kept)), cookies.Options(_lifetime));
    }

    private T? Read<T>(HttpContext http, string name)
        where T : class
    {
        if (http.Request.Cookies[name] is not { Length: > 0 and < 4000 } text)
            return null;
        try
        {
            var plain = _protector.Unprotect(text);
            // One kind is never taken for the other.
            if (!plain.StartsWith(name, StringComparison.Ordinal))
                return null;
            var kept = JsonSerializer.Deserialize<Kept<T>>(plain[name.Length..])!;
            return kept.Until > clock.GetUtcNow() ? kept.Value : null;
        }
        catch (Exception fault) when (fault is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Kept<T>(DateTimeOffset Until, T Value);
}
