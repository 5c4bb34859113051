using Microsoft.AspNetCore.Http.HttpResults;

namespace Beian.Web.Web;

/// <summary>/language?to=en&amp;back=/…: remembers the language in a cookie and goes back, never to another site.</summary>
public static class LanguageEndpoint
{
    public static void MapLanguage(this IEndpointRouteBuilder app) => app.MapGet("/language", Switch).AllowAnonymous();

    private static RedirectHttpResult Switch(HttpContext http, string? to, string? back)
    {
        if (to is "zh" or "en")
        {
            var options = new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            };
            http.Response.Cookies.Append(Texts.Cookie, to, options);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.LocalRedirect(LocalPath.OrHome(back));
    }
}
