using System.Data.Common;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Data.Bulk;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Search;

namespace Beian.Bench;

/// <summary>
/// Fills a migrated, empty register with synthetic entries, in bulk. What an entry looks like in the search (normalised names,
/// codes, grams, blocks) comes from the product's own code.
/// </summary>
public sealed class RegisterLoader(Database database, Pack pack, string authorityId)
{
    private const long ServiceId = 1;
    private const int Together = 2_000;
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

        using var items = new SearchItemWriter();
        await using (var transaction = await connection.BeginTransactionAsync(stop))
        {
            var all = Enumerable.Range(0, count);
            await WriteAsync(connection, "register_entries", EntryColumns, all, AddEntry, stop);
            await WriteAsync(connection, "search_entries", "entry_id names item", all, (rows, i) => AddText(rows, i, items), stop);
            await WriteAsync(
                connection,
                "search_codes",
                "service_id code entry_id",
                all.SelectMany(i => RowOf(i, items).Codes.Select(c => (Code: c, Id: i + 1L))),
                (rows, code) => rows.Begin().Add(ServiceId).Add(code.Code).Add(code.Id),
                stop
            );
            await WriteAsync(
                connection,
                "search_postings",
                "gram from_id ids",
                _postings
                    .OrderBy(p => p.Key)
                    .SelectMany(p =>
                        PostingAppender.Append(null, p.Value.ConvertAll(i => (long)i)).Select(b => (Gram: p.Key, b.FromId, b.Ids))
                    ),
                (rows, block) => rows.Begin().Add(block.Gram).Add(block.FromId).AddBytes(block.Ids),
                stop
            );
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

    private static async Task WriteAsync<T>(
        DbConnection connection,
        string table,
        string columns,
        IEnumerable<T> things,
        Action<BulkRows, T> add,
        CancellationToken stop
    )
    {
        using var bulk = BulkTable.Open(connection, table, columns);
        var rows = new BulkRows();
        foreach (var some in things.Chunk(Together))
        {
            rows.Clear();
            foreach (var thing in some)
                add(rows, thing);
            await bulk.WriteAsync(rows, stop);
        }
    }

    private void AddEntry(BulkRows rows, int i)
    {
        var entry = SyntheticEntry.At(i);
        rows.Begin()
            .Add(i + 1L)
            .Add(Guid.CreateVersion7(Start.AddSeconds(i)))
            .Add(pack.Code)
            .Add(pack.Version.ToString())
            .Add(entry.Number)
            .Add(entry.Code)
            .Add(Subject.KeyOf(entry.Uscc))
            .Add(entry.Name)
            .Add(entry.Answers.ToJson())
            .Add(authorityId)
            .Add(nameof(EntryState.Valid))
            .Add(Guid.CreateVersion7(Start.AddSeconds(i)))
            .Add(1)
            .Add(1)
            .Add(TimeOf(i))
            .Add(TimeOf(i));
    }

    private void AddText(BulkRows rows, int i, SearchItemWriter items)
    {
        var row = RowOf(i, items);
        foreach (var gram in Gram.AllOf(ServiceId, row.Names))
        {
            if (!_postings.TryGetValue(gram, out var ids))
                _postings.Add(gram, ids = []);
            ids.Add(i + 1);
        }
        rows.Begin().Add(i + 1L).Add(row.Names).AddText(row.Item);
    }

    private SearchRow RowOf(int i, SearchItemWriter items)
    {
        var entry = SyntheticEntry.At(i);
        var on = DateOnly.FromDateTime(TimeOf(i));
        return SearchRow.Of(items, pack, entry.Number, entry.Code, entry.Name, entry.Answers, authorityId, EntryState.Valid, on, on);
    }

    private static DateTime TimeOf(int i) => Start.AddMinutes(i * 10L);

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken stop)
    {
        foreach (var statement in sql.Split("; "))
        {
            await using var command = connection.CreateCommand();
            (command.CommandText, command.CommandTimeout) = (statement, 0);
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}
