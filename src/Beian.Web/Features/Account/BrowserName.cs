using System.Text.RegularExpressions;

namespace Beian.Web.Features.Account;

/// <summary>What a browser calls itself, in words its user knows: name, version and system.</summary>
public static partial class BrowserName
{
    // In this order: Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger/", "微信"),
        ("QQBrowser/", "QQ 浏览器"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("HeadlessChrome/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Version/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Such as <c>Chrome 130 · Windows</c>; the beginning of the text where the browser is not known.</summary>
    public static string Of(string userAgent)
    {
        var name = Browsers.FirstOrDefault(b => userAgent.Contains(b.Sign, StringComparison.Ordinal));
        if (name == default)
            return userAgent.Length <= 40 ? userAgent : userAgent[..40] + "…";
        var version = MajorVersion().Match(userAgent, userAgent.IndexOf(name.Sign, StringComparison.Ordinal) + name.Sign.Length).Value;
        var system = Systems.FirstOrDefault(s => userAgent.Contains(s.Sign, StringComparison.Ordinal)).Name;
        return $"{name.Name} {version}".TrimEnd() + (system is null ? "" : $" · {system}");
    }

    [GeneratedRegex(@"\G\d{1,4}")]
    private static partial Regex MajorVersion();
}
