using Beian.Web.Data;
using Beian.Web.Features.Enterprise.AccessRequests;
using Beian.Web.Features.Enterprise.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise;

/// <summary>Deletes what names people who never became members: requests for access after thirty days, invitations ninety days after they were sent. What happened stays in the trail, without their names.</summary>
public sealed class EnterpriseRetention(AppDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>How long an invitation is kept; its link is dead long before.</summary>
    public static readonly TimeSpan Invitations = TimeSpan.FromDays(90);

    public async Task SweepAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (asked, invited) = (now - AccessRequest.Lifetime, now - Invitations);
        using var turn = await gate.EnterAsync(stop);
        await db.AccessRequests.Where(r => r.CreatedAt < asked).ExecuteDeleteAsync(stop);
        await db.Invitations.Where(i => i.CreatedAt < invited).ExecuteDeleteAsync(stop);
    }
}
