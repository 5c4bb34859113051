using System.Text;

namespace Beian.Bench;

/// <summary>The measure of everything else: an ASP.NET server that answers each request with the same page of 18.5 kB.</summary>
internal static class BarePage
{
    public static async Task<int> ServeAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        var app = builder.Build();
        app.Urls.Add(url);
        var page = Encoding.UTF8.GetBytes($"<!DOCTYPE html><title>bare</title><p>{new string('x', 18_500 - 38)}");
        app.MapGet(
            "/",
            async (HttpContext http) =>
            {
                http.Response.ContentType = "text/html; charset=utf-8";
                http.Response.ContentLength = page.Length;
                await http.Response.Body.WriteAsync(page, http.RequestAborted);
            }
        );
        await app.RunAsync();
        return 0;
    }
}
