using Microsoft.AspNetCore.Http.HttpResults;

namespace Beian.Web.Web.Captcha;

/// <summary>The picture of a token, and a new challenge for the script behind 换一张.</summary>
public static class CaptchaEndpoints
{
    public static void MapCaptcha(this IEndpointRouteBuilder app)
    {
        app.MapGet("/account/captcha", Picture).AllowAnonymous().RequireRateLimiting(RateLimits.Captcha);
        app.MapGet("/account/captcha/another", Another).AllowAnonymous().RequireRateLimiting(RateLimits.Captcha);
    }

    public static IServiceCollection AddCaptcha(this IServiceCollection services) =>
        services.AddScoped<SpentTokens>().AddScoped<SpendToken>(s => s.GetRequiredService<SpentTokens>().SpendAsync).AddScoped<Captchas>();

    private static Results<FileContentHttpResult, NotFound> Picture(HttpContext http, string? token, Captchas captchas)
    {
        http.Response.Headers.CacheControl = "no-store";
        return captchas.Draw(token) is { } png ? TypedResults.Bytes(png, "image/png") : TypedResults.NotFound();
    }

    private static JsonHttpResult<Another> Another(HttpContext http, string? kind, Captchas captchas, Texts texts)
    {
        http.Response.Headers.CacheControl = "no-store";
        var challenge = captchas.Issue(kind == "question" ? CaptchaKind.Question : CaptchaKind.Picture);
        var picture = challenge.Kind == CaptchaKind.Picture ? challenge.PictureHref : null;
        return TypedResults.Json(new Another(challenge.Token, picture, challenge.Question is { } question ? texts[question] : null));
    }
}

internal sealed record Another(string Token, string? Picture, string? Question);
