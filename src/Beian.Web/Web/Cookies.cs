namespace Beian.Web.Web;

/// <summary>
/// The names of the site's own cookies and how they are set. By https they are __Host- cookies, which no other host can plant;
/// by plain http on one's own machine a browser takes only the bare names.
/// </summary>
public sealed class Cookies(Settings settings)
{
    /// <summary>How long a browser remembers what its user chose to see: the language, the size of letters.</summary>
    public static readonly TimeSpan OfChoice = TimeSpan.FromDays(365);

    public string Session => Name("session");

    /// <summary>Proves whose a draft is while it has no account.</summary>
    public string Draft => Name("draft");

    /// <summary>Remembers that somebody signed in from this browser before.</summary>
    public string Device => Name("device");

    /// <summary>Who is half signed in: the second factor is still to be shown.</summary>
    public string Half => Name("half");

    /// <summary>What a key was asked.</summary>
    public string Passkey => Name("passkey");

    /// <summary>What the national platform was asked.</summary>
    public string PlatformQuestion => Name("platform-question");

    /// <summary>Whom the national platform vouches for, before an account here knows them.</summary>
    public string PlatformStranger => Name("platform-stranger");

    /// <summary>This browser signed in by the national platform.</summary>
    public string ByPlatform => Name("by-platform");

    public string Antiforgery => Name("antiforgery");

    /// <summary>What the next page tells about the last action.</summary>
    public string Message => Name("message");

    /// <summary>The user name to offer next time.</summary>
    public string UserName => Name("user-name");

    /// <param name="lifetime">Null: until the browser closes.</param>
    public CookieOptions Options(TimeSpan? lifetime = null) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = lifetime,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = settings.Https,
        };

    /// <summary>Says to 登录助手 that the browser takes cookies.</summary>
    public string Check => Name("check");

    private string Name(string name) => settings.Https ? "__Host-" + name : name;
}
