using System.Threading.RateLimiting;
using Beian.Web.Features.Account;

namespace Beian.Web.Features.Filings;

/// <summary>Bounds how many drafts without an account one network address may start: sixty an hour, which an agent's office does not reach.</summary>
public sealed class DraftLimit : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(
            address,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = 60,
                Window = TimeSpan.FromHours(1),
                SegmentsPerWindow = 6,
            }
        )
    );

    /// <summary>Takes one of the address's starts; false: none is left.</summary>
    public bool TryStart(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(Visitor.AddressOf(http) ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
