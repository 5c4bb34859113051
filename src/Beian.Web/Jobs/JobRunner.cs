using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Jobs;

/// <summary>
/// Does the jobs, one after the other. A job is claimed in a short transaction and done outside of it; what a crash interrupts begins
/// anew when its lease is over, and what was interrupted or went wrong three times has failed.
/// </summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    Database database,
    WriteGate gate,
    JobKinds kinds,
    TimeProvider clock,
    ILogger<JobRunner> logger
)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Does what waits.</summary>
    /// <returns>How many jobs were begun.</returns>
    public async Task<int> RunDueAsync(CancellationToken stop)
    {
        var begun = 0;
        for (; await ClaimAsync(stop) is var (id, claim); begun++)
            await RunAsync(id, claim, stop);
        return begun;
    }

    private async Task<(Guid Id, Guid Claim)?> ClaimAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = Now;
        var due = db.Jobs.Where(j => (j.State == JobState.Waiting || j.State == JobState.Running) && j.LeaseUntil <= now);
        while (await due.AnyAsync(stop))
        {
            using var turn = await gate.EnterAsync(stop);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var (waiting, running) = (nameof(JobState.Waiting), nameof(JobState.Running));
            // SQLite has one writer at a time and needs no row locks.
            var next =
                database.Provider == DatabaseProvider.Postgres
                    ? db.Jobs.FromSql(
                        $"SELECT * FROM jobs WHERE state IN ({waiting}, {running}) AND lease_until <= {now} ORDER BY lease_until LIMIT 1 FOR UPDATE SKIP LOCKED"
                    )
                    : due.OrderBy(j => j.LeaseUntil).Take(1);
            if ((await next.ToListAsync(stop)) is not [var job])
                return null; // another node was faster
            var begins = job.Claim(now);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            if (begins)
                return (job.Id, job.ClaimId!.Value);
            logger.LogError("Job {Job} ({Kind}) was begun several times and never came to an end", job.Id, job.Kind);
        }
        return null;
    }

    private async Task RunAsync(Guid id, Guid claim, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, CancellationToken.None);
        try
        {
            var kind = kinds.All.First(k => k.Name == job.Kind);
            var progress = new JobProgress(scopes, gate, clock, id, claim);
            var outcome = await kind.RunAsync(job, progress, scope.ServiceProvider, stop);
            await EndAsync(
                id,
                claim,
                (ended, process) =>
                {
                    ended.Finish(outcome.Result, outcome.Count, process.Now, outcome.ExpiresAt);
                    outcome.Record(process);
                }
            );
        }
        catch (JobLostException)
        {
            logger.LogWarning("Job {Job} ({Kind}) was taken over by another worker", id, job.Kind);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndAsync(id, claim, (ended, process) => ended.Release(process.Now));
            throw;
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "Job {Job} ({Kind}) went wrong at attempt {Attempt}", id, job.Kind, job.Attempts);
            await EndAsync(id, claim, (ended, process) => ended.Stumble(process.Now));
        }
    }

    /// <summary>Ends this worker's part, unless another one has the job by now; noted down even while the site stops.</summary>
    private async Task EndAsync(Guid id, Guid claim, Action<Job, Process> end)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Jobs.SingleOrDefaultAsync(j => j.Id == id && j.ClaimId == claim) is not { } job)
            return;
        var process = new Process("RunningJob", new Actor(job.AccountId, job.ActorName, null), Now);
        end(job, process);
        try
        {
            await db.SaveAsync(process, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            logger.LogWarning("Job {Job} ({Kind}) was taken over by another worker", id, job.Kind);
        }
    }
}
