using Microsoft.AspNetCore.Http.HttpResults;

namespace Beian.Web.Web;

/// <summary>/letters?to=large: remembers the size of letters in a cookie and goes back to the page it was asked on, never to another site.</summary>
public static class LettersEndpoint
{
    public static void MapLetters(this IEndpointRouteBuilder app) => app.MapGet("/letters", Switch).AllowAnonymous();

    private static RedirectHttpResult Switch(HttpContext http, string? to, Cookies cookies)
    {
        if (to is "normal" or "large")
            http.Response.Cookies.Append(Texts.LettersCookie, to, cookies.Options(Cookies.OfChoice));
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(Back(http.Request));
    }

    // The policy of this site has browsers tell it alone where they come from; a link that named it would make every page different.
    private static string Back(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from)
        && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? LocalPath.OrHome(from.PathAndQuery)
            : "/";
}
