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
            await using (var entries = BulkTable.Open(connection, "register_entries", EntryColumns))
                for (var i = 0; i < count; i++)
                    await entries.AddAsync(EntryOf(i), stop);
            await using (var texts = BulkTable.Open(connection, "search_entries", "entry_id names item"))
                for (var i = 0; i < count; i++)
                    await texts.AddAsync(TextOf(i, items), stop);
            await using (var codes = BulkTable.Open(connection, "search_codes", "service_id code entry_id"))
                for (var i = 0; i < count; i++)
                    foreach (var code in RowOf(i, items).Codes)
                        await codes.AddAsync([ServiceId, code, (long)(i + 1)], stop);
            await using (var postings = BulkTable.Open(connection, "search_postings", "gram from_id ids"))
                foreach (var (gram, ids) in _postings.OrderBy(p => p.Key))
                foreach (var (fromId, block) in PostingAppender.Append(null, ids.ConvertAll(i => (long)i)))
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

    private object[] TextOf(int i, SearchItemWriter items)
    {
        var row = RowOf(i, items);
        foreach (var gram in Gram.AllOf(ServiceId, row.Names))
        {
            if (!_postings.TryGetValue(gram, out var ids))
                _postings.Add(gram, ids = []);
            ids.Add(i + 1);
        }
        return [(long)(i + 1), row.Names, row.Item];
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
