using System.Net;
using System.Threading.RateLimiting;
using Beian.Web.Web;

namespace Beian.Web.Features.Filings;

/// <summary>
/// Bounds how many drafts without an account one address may start. Not a rule of the route: the page that says so still shows
/// everything that was typed. This machine itself is not limited, as everywhere (<see cref="RateLimits"/>).
/// </summary>
public sealed class DraftLimit(Settings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.RateLimits.Draft, Window = TimeSpan.FromMinutes(1) }
        )
    );

    /// <summary>Takes one of the address's starts; false: none is left.</summary>
    public bool TryStart(HttpContext http)
    {
        if (settings.RateLimits.Draft <= 0 || http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
            return true;
        using var lease = _limiter.AttemptAcquire(RateLimits.Visitor(address));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
