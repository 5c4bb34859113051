using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Beian.Web.Web;

/// <summary>How the site looks from outside: the visitor's address behind a proxy, and https where people use it.</summary>
public static class Outside
{
    public static void UseOutside(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        if (settings.Proxies.Length > 0)
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in settings.Proxies)
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            app.UseForwardedHeaders(options);
        }
        if (!settings.Https)
            return;
        // The proxy speaks http with this program and https with the visitor, whose cookies are what counts.
        app.Use(
            (http, next) =>
            {
                http.Request.Scheme = Uri.UriSchemeHttps;
                return next(http);
            }
        );
        app.UseHsts();
    }
}
