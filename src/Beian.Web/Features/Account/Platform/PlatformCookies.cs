using System.Security.Cryptography;
using System.Text;
using Beian.Web.Web;

namespace Beian.Web.Features.Account.Platform;

/// <summary>What a sign-in by the platform leaves with the browser between its steps; each holds ten minutes, a question is good for one answer.</summary>
public sealed class PlatformCookies(SealedCookies sealedCookies, SpendToken spend, Cookies cookies, TimeProvider clock)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(10);

    /// <summary>A new question, kept here until its answer.</summary>
    public PlatformQuestion Ask(HttpContext http, string? returnUrl)
    {
        var question = new PlatformQuestion(Session.NewKey(), Session.NewKey(), Session.NewKey(), returnUrl);
        sealedCookies.Keep(http, cookies.PlatformQuestion, question, _lifetime);
        return question;
    }

    /// <summary>The question an answer belongs to; it is spent.</summary>
    /// <exception cref="PlatformRefusal">There is none, or the answer is to another one.</exception>
    public async Task<PlatformQuestion> TakeAsync(HttpContext http, string? state)
    {
        var question = sealedCookies.Read<PlatformQuestion>(http, cookies.PlatformQuestion);
        sealedCookies.Forget(http, cookies.PlatformQuestion);
        return
            question is not null
            && state is { Length: > 0 and < 200 }
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(question.State), Encoding.UTF8.GetBytes(state))
            && await spend(
                BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(state))),
                clock.GetUtcNow() + _lifetime,
                http.RequestAborted
            )
            ? question
            : throw PlatformRefusal.OfAnotherSession();
    }

    /// <summary>Somebody the platform vouches for, whom no account here knows yet.</summary>
    public PlatformIdentity? FindStranger(HttpContext http) => sealedCookies.Read<PlatformIdentity>(http, cookies.PlatformStranger);

    public void KeepStranger(HttpContext http, PlatformIdentity identity) =>
        sealedCookies.Keep(http, cookies.PlatformStranger, identity, _lifetime);

    public void ForgetStranger(HttpContext http) => sealedCookies.Forget(http, cookies.PlatformStranger);

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
}
