using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Beian.Web.Web;

/// <summary>
/// How often one address may do what costs or lures. Generous: a whole office may stand behind one address. This machine itself
/// is not limited: it is a proxy that nobody named in the settings, and limiting it would limit everybody at once.
/// </summary>
public static class RateLimits
{
    /// <summary>Trying a password (POST).</summary>
    public const string SignIn = "sign-in";

    /// <summary>Pictures and questions.</summary>
    public const string Captcha = "captcha";

    /// <summary>Searching the public register.</summary>
    public const string Search = "search";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var span) ? span : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<Settings>(
                (o, settings) =>
                {
                    Add(o, SignIn, settings.RateLimits.SignIn, postOnly: true);
                    Add(o, Captcha, settings.RateLimits.Captcha, postOnly: false);
                    Add(o, Search, settings.RateLimits.Search, postOnly: false);
                }
            );
    }

    /// <summary>The part of an address that stands for one visitor: an IPv6 subscriber has a whole /64.</summary>
    public static string Visitor(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : $"{address}";
    }

    private static void Add(RateLimiterOptions options, string name, int perMinute, bool postOnly) =>
        options.AddPolicy(
            name,
            http =>
                perMinute <= 0
                || (postOnly && !HttpMethods.IsPost(http.Request.Method))
                || http.Connection.RemoteIpAddress is not { } address
                || IPAddress.IsLoopback(address)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(
                        Visitor(address),
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
                    )
        );
}
