using System.Data.Common;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Data.Bulk;
using Beian.Web.Features.Register.Search;

namespace Beian.Web.Features.Register.Import;

/// <summary>Writes entries with their first versions and search rows, in bulk, within one transaction.</summary>
internal sealed class EntryWriter(DatabaseProvider provider, DbTransaction transaction, Pack pack, EntryNotes notes)
{
    private readonly DbConnection _connection = transaction.Connection!;

    /// <summary>Writes a batch of rows.</summary>
    public async Task WriteAsync(IReadOnlyList<LegacyRow> rows, CancellationToken stop)
    {
        if (rows.Count == 0)
            return;
        var ids = await ReserveAsync(rows.Count, stop);
        notes.Begin(rows, ids);
        await using (var entries = Open("register_entries", EntryColumns))
            for (var i = 0; i < rows.Count; i++)
                await entries.AddAsync(EntryOf(rows[i], ids[i]), stop);
        await using (var versions = Open("entry_versions", VersionColumns))
            for (var i = 0; i < rows.Count; i++)
                await versions.AddAsync(VersionOf(rows[i]), stop);
        await using (var texts = Open("search_entries", "entry_id names item"))
            for (var i = 0; i < rows.Count; i++)
                await texts.AddAsync([ids[i], rows[i].Entry!.Search.Names, rows[i].Entry!.Search.Item], stop);
    }

    /// <summary>Writes what was noted.</summary>
    public async Task FinishAsync(CancellationToken stop)
    {
        await notes.EndAsync();
        var sorting = notes.SortAsync();
        await new PostingAppender(transaction).WriteAsync(notes.Postings, stop);
        await sorting;
        await using (var codes = Open("search_codes", "service_id code entry_id"))
            foreach (var (code, id) in notes.Codes)
                await codes.AddAsync([notes.ServiceId, code, id], stop);
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

    private const string EntryColumns =
        "id public_id service definition_version number code code_key name public_answers authority_id state filing_id "
        + "revision version first_approved_at approved_at register_major";

    // The same in every row: one object each, which a table binds once.
    private readonly object _packVersion = pack.Version.ToString();
    private readonly object _major = pack.Version.Major;
    private readonly object _kind = pack.Lifecycle.Kinds[0].Code;
    private static readonly object _noFiling = Guid.Empty;
    private static readonly object _zero = 0;
    private static readonly object _one = 1;
    private static readonly Dictionary<EntryState, string> _states = Enum.GetValues<EntryState>().ToDictionary(s => s, s => s.ToString());

    private object?[] EntryOf(LegacyRow row, long id) =>
        [
            id,
            row.Entry!.Id,
            pack.Code,
            _packVersion,
            row.Number,
            row.Code,
            row.CodeKey,
            row.Subject.Name,
            row.Entry.PublicAnswers,
            row.AuthorityId,
            _states[row.State!.Value],
            _noFiling,
            _zero,
            _one,
            row.Entry.FirstApprovedAt,
            row.Entry.ApprovedAt,
            _major,
        ];

    private const string VersionColumns =
        "id entry_id version filing_id revision answers personal_answers sha256 approved_at subject_key "
        + "number code kind authority_id definition_version";

    private object?[] VersionOf(LegacyRow row) =>
        [
            row.Entry!.VersionId,
            row.Entry.Id,
            _one,
            _noFiling,
            _zero,
            row.Entry.Answers,
            row.Entry.Personal,
            row.Entry.Sha256,
            row.Entry.ApprovedAt,
            row.Entry.SubjectKey,
            row.Number,
            row.Code,
            _kind,
            row.AuthorityId,
            _packVersion,
        ];

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

    private BulkTable Open(string table, string columns) => BulkTable.Open(_connection, table, columns);

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
