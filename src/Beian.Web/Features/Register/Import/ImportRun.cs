using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Data.Bulk;
using Beian.Web.Features.Register.Import.Sources;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beian.Web.Features.Register.Import;

/// <summary>The reading of one file, from where it stands to its end.</summary>
internal sealed class ImportRun(ImportRoom room, Pack pack, Columns columns, FaultReport report, Import import, ImportOrder order)
    : IDisposable
{
    // Batches that are worked out while a transaction ends: more of them only cost room.
    private const int MostWaiting = 16;

    private readonly AppDb _db = room.Db;
    private readonly Known _known = new(room.Db, pack.Code) { Remembers = order.DryRun };
    private readonly int _batch = Math.Min(Importer.Batch, order.Chunk);
    private readonly CancellationTokenSource _reading = new();

    // One processor is the database's: whatever else runs there, all wait for it.
    private readonly TaskScheduler _besideDatabase = new ConcurrentExclusiveSchedulerPair(
        TaskScheduler.Default,
        Math.Max(1, Environment.ProcessorCount - 1)
    ).ConcurrentScheduler;

    /// <summary>As many as batches were ever worked out at once.</summary>
    private readonly ConcurrentBag<EntryRows> _making = [];

    /// <summary>Those of which nothing is needed any more.</summary>
    private readonly ConcurrentBag<EntryBatch> _batches = [];

    public async Task<ImportCounts> RunAsync(IEnumerator<SourceRow> rows, Action<ImportCounts> progress, CancellationToken stop)
    {
        await using var bulk = await BulkConnection.OpenAsync(_db, room.Database.Provider, stop);
        var notes = new EntryNotes(pack, order.DryRun ? 0 : await ServiceIdAsync(stop));
        var reader = new RowReader(pack, columns, new OfficeNames(room.Authorities, pack.Service), room.Clock.Today());
        var channel = Channel.CreateBounded<Task<Prepared>>(MostWaiting);
        var producing = Task.Run(() => ProduceAsync(rows, reader, channel.Writer), CancellationToken.None);
        var total = default(ImportCounts);
        try
        {
            while (await channel.Reader.WaitToReadAsync(stop))
            {
                var done = order.DryRun ? await LookAsync(channel.Reader, stop) : await WriteChunkAsync(channel.Reader, notes, stop);
                total = total.And(done);
                progress(total);
            }
        }
        finally
        {
            await _reading.CancelAsync();
        }
        await producing;
        if (!order.DryRun)
            await FinishAsync(stop);
        return total;
    }

    public void Dispose()
    {
        _reading.Dispose();
        foreach (var making in _making)
            making.Dispose();
    }

    private async Task ProduceAsync(IEnumerator<SourceRow> rows, RowReader reader, ChannelWriter<Task<Prepared>> writer)
    {
        try
        {
            while (true)
            {
                var batch = new List<SourceRow>(_batch);
                while (batch.Count < _batch && rows.MoveNext())
                    batch.Add(rows.Current);
                if (batch.Count == 0)
                    break;
                var prepared = Task.Factory.StartNew(
                    () => Prepare(batch, reader),
                    CancellationToken.None,
                    TaskCreationOptions.DenyChildAttach,
                    _besideDatabase
                );
                await writer.WriteAsync(prepared, _reading.Token);
            }
            writer.Complete();
        }
        catch (Exception fault)
        {
            writer.Complete(fault);
        }
    }

    private Prepared Prepare(List<SourceRow> batch, RowReader reader)
    {
        if (!_making.TryTake(out var making))
            making = new(pack, room.Vault, room.Clock);
        if (!_batches.TryTake(out var written))
            written = new();
        var (good, faults, faulty) = (new List<PreparedRow>(batch.Count), new List<RowFault>(), 0);
        foreach (var source in batch)
        {
            var (row, wrong) = reader.Read(source);
            if (row is null)
            {
                faults.AddRange(wrong);
                faulty++;
            }
            else
                good.Add(PreparedOf(row, making, written));
        }
        _making.Add(making);
        return new(batch.Count, good, faults, faulty, written);
    }

    private PreparedRow PreparedOf(LegacyRow row, EntryRows making, EntryBatch batch) =>
        new(row.Line, row.State, row.Number, row.CodeKey, row.Subject.Name, CodeControlOf(row))
        {
            Waiting = row.State is null ? row : null,
            Entry = row.State is null || order.DryRun ? null : making.Add(row, batch),
        };

    private string CodeControlOf(LegacyRow row)
    {
        foreach (var control in pack.Service.SubjectCodes)
            if (row.Answers[control] is not null && columns.Find(control) is not null)
                return control;
        return pack.Register.CodeField;
    }

    private async Task<ImportCounts> WriteChunkAsync(ChannelReader<Task<Prepared>> prepared, EntryNotes notes, CancellationToken stop)
    {
        using var turn = await room.Gate.EnterAsync(stop);
        _db.ChangeTracker.Clear();
        _db.Entry(import).State = import.RowsRead == 0 ? EntityState.Added : EntityState.Unchanged;
        await using var transaction = await _db.Database.BeginTransactionAsync(stop);
        var raw = transaction.GetDbTransaction();
        await new SearchIndex(room.Database.Provider, raw).LockAsync(stop);
        var process = new Process("ImportingOperators", Actor.System, room.Now);
        using var entries = new EntryWriter(room.Database.Provider, raw, pack, notes);
        var pending = new PendingWriter(_db, pack, room.Vault, room.Authorities, room.Days);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var counts = default(ImportCounts);
        while (counts.Rows < order.Chunk && await prepared.WaitToReadAsync(stop) && prepared.TryRead(out var next))
        {
            var batch = await next;
            var (fresh, waiting, done) = await SortAsync(batch, stop);
            await entries.WriteAsync(fresh.ConvertAll(r => r.Entry!), batch.Batch, stop);
            foreach (var row in fresh)
                hash.AppendData(EntryRows.Sha256Of(batch.Batch, row.Entry!));
            batch.Batch.Clear();
            _batches.Add(batch.Batch);
            foreach (var row in waiting)
                pending.Write(row.Waiting!, process);
            counts = counts.And(done);
        }
        await entries.FinishAsync(stop);
        process.Record(
            "EntriesImported",
            "import",
            import.Id,
            new
            {
                service = pack.Code,
                file = import.FileSha256,
                from = import.RowsRead + 1,
                rows = counts.Rows,
                entered = counts.Entered,
                pending = counts.Pending,
                sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            }
        );
        import.Advance(counts, report.Flush(), process.Now);
        _db.AddRange(process.Events);
        await _db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return counts;
    }

    private async Task<ImportCounts> LookAsync(ChannelReader<Task<Prepared>> prepared, CancellationToken stop)
    {
        prepared.TryRead(out var next);
        var batch = await next!;
        _batches.Add(batch.Batch);
        var (_, _, done) = await SortAsync(batch, stop);
        return done;
    }

    /// <summary>Which rows are new, which wait, and how many there are of each kind; what is wrong goes into the report.</summary>
    private async Task<(List<PreparedRow> Fresh, List<PreparedRow> Waiting, ImportCounts Counts)> SortAsync(
        Prepared batch,
        CancellationToken stop
    )
    {
        await _known.AskAsync(batch.Good, stop);
        var (fresh, waiting, faults) = (new List<PreparedRow>(batch.Good.Count), new List<PreparedRow>(), batch.Faults.ToList());
        var (present, clashes) = (0, 0);
        foreach (var row in batch.Good)
        {
            var (isPresent, clash, atNumber) = _known.Judge(row);
            if (isPresent)
                present++;
            else if (clash is not null)
            {
                clashes++;
                var control = atNumber ? pack.Register.NumberField : row.CodeControl;
                faults.Add(new(row.Line, columns.Find(control)?.Header ?? control, clash));
            }
            else
                (row.State is null ? waiting : fresh).Add(row);
        }
        foreach (var fault in faults.OrderBy(f => f.Line))
            report.Add(fault);
        return (fresh, waiting, new(batch.Rows, fresh.Count, waiting.Count, present, batch.FaultyRows + clashes));
    }

    private async Task<long> ServiceIdAsync(CancellationToken stop)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(stop);
        var id = await new SearchIndex(room.Database.Provider, transaction.GetDbTransaction()).ServiceIdAsync(pack.Code, stop);
        await transaction.CommitAsync(stop);
        return id;
    }

    private async Task FinishAsync(CancellationToken stop)
    {
        _db.ChangeTracker.Clear();
        _db.Entry(import).State = import.RowsRead == 0 ? EntityState.Added : EntityState.Unchanged;
        import.Finish(room.Now);
        using var turn = await room.Gate.EnterAsync(stop);
        await _db.SaveChangesAsync(stop);
    }
}
