using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>How much one round took away.</summary>
public sealed record Swept(int Drafts, int Attachments, int Stashes, int Sessions, int Files, int Jobs = 0)
{
    public bool IsNothing => this is { Drafts: 0, Attachments: 0, Stashes: 0, Sessions: 0, Files: 0, Jobs: 0 };

    /// <summary>Whether a limit was reached, so that there may be more.</summary>
    public bool MayLeaveMore =>
        Drafts >= Housekeeping.Batch
        || Stashes >= Housekeeping.Batch
        || Sessions >= Housekeeping.Batch
        || Jobs >= Housekeeping.Batch
        || Files >= Housekeeping.MostFiles;
}

/// <summary>
/// Takes away what nobody can reach any more: drafts that never got an account, typing kept of ended sessions, ended sessions,
/// jobs that are over, and files no row names. One bounded round is one transaction with one event; the files that a round sets free go in a later one.
/// </summary>
public sealed class Housekeeping(AppDb db, FileStore files, TimeProvider clock)
{
    public const int Batch = 200;
    public const int MostFiles = 1000;

    // A request that began before the draft was over has ended long since.
    private static readonly TimeSpan _grace = TimeSpan.FromHours(1);

    /// <summary>A file lies in the store before its row is written; after this long no row is to be expected.</summary>
    private static readonly TimeSpan _fileAge = TimeSpan.FromDays(1);

    /// <summary>What came of a job goes when it expires, with the files no row names; that there was one is told for a week more.</summary>
    private static readonly TimeSpan _jobAge = TimeSpan.FromDays(7);

    /// <exception cref="DbUpdateConcurrencyException">Another node was at it, or somebody used one of them; nothing was taken away.</exception>
    public async Task<Swept> SweepAsync(CancellationToken stop)
    {
        var process = new Process("Housekeeping", Actor.System, clock.GetUtcNow().UtcDateTime);
        var removedFiles = await RemoveFilesAsync(process.Now - _fileAge, stop);
        var oldestDraft = process.Now - DraftKeys.Lifetime - _grace;
        var drafts = await db
            .Filings.Where(f => f.OwnerId == null && f.Revision == 0 && f.UpdatedAt < oldestDraft)
            .OrderBy(f => f.Id)
            .Take(Batch)
            .ToListAsync(stop);
        var ids = drafts.ConvertAll(d => d.Id);
        var attachments = await db.Attachments.Where(a => ids.Contains(a.FilingId)).ToListAsync(stop);
        var oldestStash = process.Now - Stash.Lifetime;
        var stashes = await db.Stashes.Where(s => s.CreatedAt < oldestStash).OrderBy(s => s.CreatedAt).Take(Batch).ToListAsync(stop);
        var sessions = await db.Sessions.Where(s => s.ExpiresAt < process.Now).OrderBy(s => s.ExpiresAt).Take(Batch).ToListAsync(stop);
        var oldestJob = process.Now - _jobAge;
        var jobs = await db.Jobs.Where(j => j.ExpiresAt < oldestJob).OrderBy(j => j.ExpiresAt).Take(Batch).ToListAsync(stop);
        var swept = new Swept(drafts.Count, attachments.Count, stashes.Count, sessions.Count, removedFiles, jobs.Count);
        if (swept.IsNothing)
            return swept;
        db.RemoveRange(attachments);
        db.RemoveRange(drafts);
        db.RemoveRange(stashes);
        db.RemoveRange(sessions);
        db.RemoveRange(jobs);
        process.Record(
            "HousekeepingDone",
            "site",
            process.Id,
            new
            {
                swept.Drafts,
                swept.Attachments,
                swept.Stashes,
                swept.Sessions,
                swept.Files,
                swept.Jobs,
            }
        );
        await db.SaveAsync(process, stop);
        return swept;
    }

    private async Task<int> RemoveFilesAsync(DateTime before, CancellationToken stop)
    {
        var removed = 0;
        foreach (var names in files.UntouchedSince(before).Chunk(Batch))
        {
            var named = await db.Attachments.Where(a => names.Contains(a.Sha256)).Select(a => a.Sha256).Distinct().ToListAsync(stop);
            var papers = await db.Papers.Where(p => names.Contains(p.Sha256)).Select(p => p.Sha256).Distinct().ToListAsync(stop);
            removed += names.Except(named).Except(papers).Count(name => files.Remove(name, before));
            if (removed >= MostFiles)
                break;
        }
        return removed;
    }
}
