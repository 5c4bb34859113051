using System.Data.Common;
using System.Globalization;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Search;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Beian.Bench;

/// <summary>
/// Fills a migrated, empty register with synthetic entries, in bulk. What an entry looks like in the search (normalised names,
/// codes, grams, blocks) comes from the product's own code.
/// </summary>
public sealed class RegisterLoader(Database database, Pack pack, string authorityId)
{
    private const long ServiceId = 1;
    private static readonly DateTime Start = new(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Dictionary<long, List<int>> _postings = [];

    public async Task LoadAsync(int count, CancellationToken stop)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(stop);
        if (database.Provider == DatabaseProvider.Sqlite)
            await ExecuteAsync(
                connection,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF",
                stop
            );
        else
            await ExecuteAsync(connection, "SET session_replication_role = replica", stop); // foreign keys hold by construction
        await ExecuteAsync(connection, $"INSERT INTO search_services (id, service) VALUES ({ServiceId}, '{pack.Code}')", stop);

        await using (var transaction = await connection.BeginTransactionAsync(stop))
        {
            await using (var entries = NewTable(connection, "register_entries", EntryColumns))
                for (var i = 0; i < count; i++)
                    await entries.AddAsync(EntryOf(i), stop);
            await using (var texts = NewTable(connection, "search_entries", "entry_id names item"))
                for (var i = 0; i < count; i++)
                    await texts.AddAsync(TextOf(i), stop);
            await using (var codes = NewTable(connection, "search_codes", "service_id code entry_id"))
                for (var i = 0; i < count; i++)
                    foreach (var code in RowOf(i).Codes)
                        await codes.AddAsync([ServiceId, code, (long)(i + 1)], stop);
            await using (var postings = NewTable(connection, "search_postings", "gram from_id ids"))
                foreach (var (gram, ids) in _postings.OrderBy(p => p.Key))
                foreach (var (fromId, block) in Blocks(ids))
                    await postings.AddAsync([gram, fromId, block], stop);
            await transaction.CommitAsync(stop);
        }
        await ExecuteAsync(
            connection,
            database.Provider == DatabaseProvider.Sqlite
                ? "PRAGMA wal_checkpoint(TRUNCATE); ANALYZE"
                : "SELECT setval(pg_get_serial_sequence('register_entries', 'id'), (SELECT max(id) FROM register_entries)); "
                    + "SELECT setval(pg_get_serial_sequence('search_services', 'id'), 1); VACUUM ANALYZE",
            stop
        );
    }

    private const string EntryColumns =
        "id public_id service definition_version number code code_key name public_answers authority_id state filing_id "
        + "revision version first_approved_at approved_at";

    private object[] EntryOf(int i)
    {
        var entry = SyntheticEntry.At(i);
        var at = TimeOf(i);
        return
        [
            (long)(i + 1),
            Guid.CreateVersion7(Start.AddSeconds(i)),
            pack.Code,
            pack.Version.ToString(),
            entry.Number,
            entry.Code,
            Subject.KeyOf(entry.Uscc),
            entry.Name,
            entry.Answers.ToJson(),
            authorityId,
            nameof(EntryState.Valid),
            Guid.CreateVersion7(Start.AddSeconds(i)),
            1,
            1,
            at,
            at,
        ];
    }

    private object[] TextOf(int i)
    {
        var row = RowOf(i);
        foreach (var gram in Gram.AllOf(ServiceId, row.Names))
        {
            if (!_postings.TryGetValue(gram, out var ids))
                _postings.Add(gram, ids = []);
            ids.Add(i + 1);
        }
        return [(long)(i + 1), row.Names, row.Item];
    }

    private SearchRow RowOf(int i)
    {
        var entry = SyntheticEntry.At(i);
        var on = DateOnly.FromDateTime(TimeOf(i));
        return SearchRow.Of(pack, entry.Number, entry.Code, entry.Name, entry.Answers, authorityId, EntryState.Valid, on, on);
    }

    private static DateTime TimeOf(int i) => Start.AddMinutes(i * 10L);

    /// <summary>Blocks filled as the register fills them: to the brim, one after the other.</summary>
    private static IEnumerable<(long FromId, byte[] Ids)> Blocks(List<int> ids)
    {
        var block = new List<long>();
        var bytes = 0;
        foreach (long id in ids)
        {
            var size = block.Count == 0 ? 1 : (64 - long.LeadingZeroCount(id - block[^1]) + 6) / 7;
            if (bytes + size > PostingBlock.MaxBytes)
            {
                yield return (block[0], PostingBlock.Encode([.. block], block[0]));
                block.Clear();
                (bytes, size) = (0, 1);
            }
            block.Add(id);
            bytes += (int)size;
        }
        if (block.Count > 0)
            yield return (block[0], PostingBlock.Encode([.. block], block[0]));
    }

    private static BulkTable NewTable(DbConnection connection, string table, string columns) =>
        connection is NpgsqlConnection postgres
            ? new PostgresTable(postgres, table, columns.Split(' '))
            : new SqliteTable((SqliteConnection)connection, table, columns.Split(' '));

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken stop)
    {
        foreach (var statement in sql.Split("; "))
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (statement, 0);
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private abstract class BulkTable : IAsyncDisposable
    {
        public abstract ValueTask AddAsync(object[] row, CancellationToken stop);

        public abstract ValueTask DisposeAsync();
    }

    private sealed class SqliteTable : BulkTable
    {
        private readonly SqliteCommand _command;

        public SqliteTable(SqliteConnection connection, string table, string[] columns)
        {
            _command = connection.CreateCommand();
            var names = columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@p{i}")).ToArray();
            _command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", names)})";
            foreach (var name in names)
                _command.Parameters.Add(new SqliteParameter(name, null));
        }

        public override ValueTask AddAsync(object[] row, CancellationToken stop)
        {
            for (var i = 0; i < row.Length; i++)
                _command.Parameters[i].Value = row[i];
            _command.ExecuteNonQuery();
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync() => _command.DisposeAsync();
    }

    private sealed class PostgresTable : BulkTable
    {
        private readonly NpgsqlBinaryImporter _copy;

        public PostgresTable(NpgsqlConnection connection, string table, string[] columns)
        {
            _copy = connection.BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT binary)");
            _copy.Timeout = TimeSpan.FromHours(1);
        }

        public override async ValueTask AddAsync(object[] row, CancellationToken stop)
        {
            await _copy.StartRowAsync(stop);
            foreach (var value in row)
                await _copy.WriteAsync(value, stop);
        }

        public override async ValueTask DisposeAsync()
        {
            await _copy.CompleteAsync();
            await _copy.DisposeAsync();
        }
    }
}
