using Microsoft.AspNetCore.Http.HttpResults;

namespace Beian.Web.Web;

/// <summary>/language?to=en&amp;back=/…: remembers the language in a cookie and goes back, never to another site.</summary>
public static class LanguageEndpoint
{
    public static void MapLanguage(this IEndpointRouteBuilder app) => app.MapGet("/language", Switch).AllowAnonymous();

    private static RedirectHttpResult Switch(HttpContext http, string? to, string? back, Cookies cookies)
    {
        if (to is "zh" or "en")
            http.Response.Cookies.Append(Texts.Cookie, to, cookies.Options(Cookies.OfChoice));
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(LocalPath.OrHome(back));
    }
}
