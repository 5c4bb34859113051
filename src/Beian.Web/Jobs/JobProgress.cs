using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Jobs;

/// <summary>Tells how far a job is, which also says that its worker is alive. Writes at most once a second, each time very briefly.</summary>
public sealed class JobProgress(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock, Guid job, Guid claim)
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(1);

    private long _last;

    /// <exception cref="JobLostException">Another worker has the job by now.</exception>
    public async Task ReportAsync(int done, int? total, CancellationToken stop)
    {
        if (_last != 0 && clock.GetElapsedTime(_last) < _interval)
            return;
        _last = clock.GetTimestamp();
        var until = clock.GetUtcNow().UtcDateTime + Job.Lease;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        using var turn = await gate.EnterAsync(stop);
        var written = await db
            .Jobs.Where(j => j.Id == job && j.ClaimId == claim)
            .ExecuteUpdateAsync(
                j => j.SetProperty(x => x.Progress, done).SetProperty(x => x.Total, total).SetProperty(x => x.LeaseUntil, until),
                stop
            );
        if (written == 0)
            throw new JobLostException();
    }
}

/// <summary>This worker was taken for dead: another one does the job.</summary>
public sealed class JobLostException() : Exception("Another worker has the job.");
