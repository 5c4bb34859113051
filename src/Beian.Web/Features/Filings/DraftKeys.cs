using Beian.Web.Features.Account;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>
/// The key by which a browser proves that a draft without an account is its own. It lies in a cookie; the drafts have its hash.
/// One key serves all drafts of a browser.
/// </summary>
public sealed class DraftKeys(IHttpContextAccessor http, Cookies cookies)
{
    /// <summary>How long a draft without an account is kept after its last save.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private string? _issued;

    /// <summary>Hash of this browser's key; null where it has none.</summary>
    public string? Hash => Key is { } key ? Session.Hash(key) : null;

    private string? Key => _issued ?? (http.HttpContext?.Request.Cookies[cookies.Draft] is { Length: > 20 and < 100 } key ? key : null);

    /// <summary>Gives the browser a key, or lets the one it has live on.</summary>
    /// <returns>Its hash.</returns>
    public string Ensure()
    {
        var key = Key ?? Session.NewKey();
        if (_issued is null)
            http.HttpContext!.Response.Cookies.Append(cookies.Draft, key, cookies.Options(Lifetime));
        _issued = key;
        return Session.Hash(key);
    }
}
