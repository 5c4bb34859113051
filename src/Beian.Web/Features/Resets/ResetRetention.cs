using Beian.Web.Data;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Resets;

/// <summary>
/// Deletes the scans of documents that came with reset requests, so many days after these were granted or refused. What was decided, by whom and why stays;
/// the files themselves go with the next sweep of files no row names.
/// </summary>
public sealed class ResetRetention(AppDb db, Settings settings, TimeProvider clock)
{
    /// <summary>How many requests one round looks after.</summary>
    public const int Batch = 100;

    /// <returns>How many requests lost their scans.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Another node was at it; nothing was deleted.</exception>
    public async Task<int> SweepAsync(CancellationToken stop)
    {
        if (settings.Retention.ResetPaperDays <= 0)
            return 0;
        var process = new Process("DeletingResetPapers", Actor.System, clock.GetUtcNow().UtcDateTime);
        var before = process.Now.AddDays(-settings.Retention.ResetPaperDays);
        var over = await db
            .ResetRequests.Where(r => r.State != ResetState.Waiting && r.DecidedAt < before)
            .Where(r => db.Set<IdentityPaper>().Any(p => p.RequestId == r.Id))
            .OrderBy(r => r.Id)
            .Select(r => r.Id)
            .Take(Batch)
            .ToListAsync(stop);
        if (over.Count == 0)
            return 0;
        var papers = await db.Papers.Where(p => p.RequestId != null && over.Contains(p.RequestId.Value)).ToListAsync(stop);
        foreach (var request in papers.GroupBy(p => p.RequestId!.Value))
            process.Record("ResetPapersDeleted", "reset", request.Key, new { count = request.Count() });
        db.RemoveRange(papers);
        await db.SaveAsync(process, stop);
        return over.Count;
    }
}
