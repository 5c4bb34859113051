using System.Data.Common;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Data.Bulk;
using Beian.Web.Features.Register.Search;

namespace Beian.Web.Features.Register.Import;

/// <summary>Writes entries with their first versions and search rows, in bulk, within one transaction.</summary>
internal sealed class EntryWriter(DatabaseProvider provider, DbTransaction transaction, Pack pack, EntryNotes notes) : IDisposable
{
    private readonly DbConnection _connection = transaction.Connection!;

    private readonly BulkTable _entries = BulkTable.Open(
        transaction.Connection!,
        "register_entries",
        EntryRows.EntryColumns,
        EntryRows.SameEntry(pack)
    );

    private readonly BulkTable _versions = BulkTable.Open(
        transaction.Connection!,
        "entry_versions",
        EntryRows.VersionColumns,
        EntryRows.SameVersion(pack)
    );

    private readonly BulkTable _texts = BulkTable.Open(transaction.Connection!, "search_entries", EntryRows.TextColumns);

    /// <summary>Writes some of the entries of a batch.</summary>
    public async Task WriteAsync(IReadOnlyList<PreparedEntry> entries, EntryBatch batch, CancellationToken stop)
    {
        if (entries.Count == 0)
            return;
        var ids = await ReserveAsync(entries.Count, stop);
        notes.Begin(entries, ids);
        var places = new int[entries.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            places[i] = entries[i].Place;
            batch.Entries.SetFirst(places[i], ids[i]);
            batch.Texts.SetFirst(places[i], ids[i]);
        }
        await _entries.WriteAsync(batch.Entries, places, stop);
        await _versions.WriteAsync(batch.Versions, places, stop);
        await _texts.WriteAsync(batch.Texts, places, stop);
    }

    /// <summary>Writes what was noted.</summary>
    public async Task FinishAsync(CancellationToken stop)
    {
        await notes.EndAsync();
        var sorting = notes.SortAsync();
        await new PostingAppender(transaction).WriteAsync(notes.Postings, stop);
        await sorting;
        await WriteCodesAsync(stop);
        foreach (var (counter, value) in notes.Highest)
            await ExecuteAsync(
                "INSERT INTO counters (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = "
                    + "CASE WHEN excluded.value > counters.value THEN excluded.value ELSE counters.value END",
                stop,
                ("name", counter),
                ("value", value)
            );
        notes.Clear();
    }

    public void Dispose()
    {
        _entries.Dispose();
        _versions.Dispose();
        _texts.Dispose();
    }

    private async Task WriteCodesAsync(CancellationToken stop)
    {
        using var codes = BulkTable.Open(
            _connection,
            "search_codes",
            "service_id code entry_id",
            new BulkRows().Begin().Add(notes.ServiceId)
        );
        var rows = new BulkRows();
        foreach (var some in notes.Codes.Chunk(Importer.Batch))
        {
            rows.Clear();
            foreach (var (code, id) in some)
                rows.Begin().Add(code).Add(id);
            await codes.WriteAsync(rows, stop);
        }
    }

    /// <summary>Ids above all there are, in order.</summary>
    private async Task<long[]> ReserveAsync(int count, CancellationToken stop)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            var last = await ScalarAsync("SELECT seq FROM sqlite_sequence WHERE name = 'register_entries'", stop) as long? ?? 0;
            return [.. Enumerable.Range(1, count).Select(i => last + i)];
        }
        var ids = new long[count];
        await using var command = NewCommand(
            "SELECT nextval(pg_get_serial_sequence('register_entries', 'id')) FROM generate_series(1, @count)",
            ("count", count)
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        for (var i = 0; await reader.ReadAsync(stop); i++)
            ids[i] = reader.GetInt64(0);
        return ids;
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken stop)
    {
        await using var command = NewCommand(sql);
        return await command.ExecuteScalarAsync(stop);
    }

    private async Task ExecuteAsync(string sql, CancellationToken stop, params (string Name, object Value)[] parameters)
    {
        await using var command = NewCommand(sql, parameters);
        await command.ExecuteNonQueryAsync(stop);
    }

    private DbCommand NewCommand(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Add(name, value);
        return command;
    }
}
