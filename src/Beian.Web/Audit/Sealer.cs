using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Audit;

/// <summary>Puts the events that are under no seal yet under the next ones, and exports the heads.</summary>
public sealed class Sealer(IServiceScopeFactory scopes, WriteGate gate, AuditKey key, HeadsFile heads, TimeProvider clock) : IDisposable
{
    private const long Lock = 7243003;
    private const int Batch = 1000;

    /// <summary>No transaction takes so long: what is numbered below a seal this old has been seen.</summary>
    internal static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _lookedAtAll;
    private long? _exported;

    /// <summary>Seals everything there is; returns how many events that were.</summary>
    public async Task<int> SealAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            var total = 0;
            int count;
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<AppDb>();
                total += count = await SealBatchAsync(db, stop);
                _exported = await heads.CatchUpAsync(db, _exported, stop);
            } while (count == Batch);
            _lookedAtAll = true;
            return total;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<int> SealBatchAsync(AppDb db, CancellationToken stop)
    {
        // Looked up before the transaction, which is then short; the database refuses an event under two seals.
        var events = await UnsealedAsync(db, await LowestToLookAtAsync(db, stop), stop);
        if (events.Count == 0)
            return 0;
        using var turn = await gate.EnterAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.LockAsync(Lock, stop);
        var ids = events.Select(e => e.Id).ToList();
        if (await db.SealMembers.AnyAsync(m => ids.Contains(m.EventId), stop))
            return 0; // another node was faster
        var previous = await db.Seals.AsNoTracking().OrderByDescending(s => s.Number).FirstOrDefaultAsync(stop);
        var members = events.ConvertAll(e => new SealMember(e, (previous?.Number ?? 0) + 1));
        db.Add(new Seal(previous, members, key, clock.GetUtcNow().UtcDateTime));
        db.AddRange(members);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return events.Count;
    }

    /// <summary>Events above the given number that are under no seal, in order.</summary>
    private static Task<List<Event>> UnsealedAsync(AppDb db, long above, CancellationToken stop) =>
        db.UnsealedEvents.AsNoTracking().Where(e => e.Id > above).OrderBy(e => e.Id).Take(Batch).ToListAsync(stop);

    /// <summary>All events are looked through once after the start, later only those a slow transaction may still bring.</summary>
    private async Task<long> LowestToLookAtAsync(AppDb db, CancellationToken stop)
    {
        if (!_lookedAtAll)
            return long.MinValue;
        var old = clock.GetUtcNow().UtcDateTime - Overlap;
        return await db
                .Seals.Where(s => s.SealedAt < old)
                .OrderByDescending(s => s.Number)
                .Select(s => (long?)s.HighestEventId)
                .FirstOrDefaultAsync(stop)
            ?? long.MinValue;
    }
}
