using System.Data.Common;
using System.Text;
using Beian.Web.Data;

namespace Beian.Web.Features.Register.Search;

/// <summary>Puts entries into the search, in the transaction of the action that changed them.</summary>
public sealed class SearchIndex(DatabaseProvider provider, DbTransaction transaction)
{
    private readonly PostingList _postings = new(transaction);

    /// <summary>Waits until nobody else writes the index; to be called before the first <see cref="PutAsync"/>.</summary>
    public async Task LockAsync(CancellationToken stop)
    {
        if (provider == DatabaseProvider.Postgres)
            await ExecuteAsync("SELECT pg_advisory_xact_lock(7243008)", stop);
    }

    /// <summary>Adds an entry, or puts its new row in the place of the old.</summary>
    public async Task PutAsync(long entryId, string service, SearchRow row, CancellationToken stop)
    {
        var serviceId = await ServiceIdAsync(service, stop);
        var old = await ScalarAsync("SELECT names FROM search_entries WHERE entry_id = @id", stop, ("id", entryId)) as string;
        if (old != row.Names)
        {
            var before = Gram.AllOf(serviceId, old ?? "");
            var after = Gram.AllOf(serviceId, row.Names);
            await _postings.RemoveAsync(entryId, before.Except(after), stop);
            await _postings.AddAsync(entryId, after.Except(before), stop);
        }
        await ExecuteAsync(
            "INSERT INTO search_entries (entry_id, names, item) VALUES (@id, @names, @item) "
                + "ON CONFLICT (entry_id) DO UPDATE SET names = excluded.names, item = excluded.item",
            stop,
            ("id", entryId),
            ("names", row.Names),
            ("item", Encoding.UTF8.GetString(row.Item))
        );
        await ExecuteAsync("DELETE FROM search_codes WHERE entry_id = @id", stop, ("id", entryId));
        foreach (var code in row.Codes)
            await ExecuteAsync(
                "INSERT INTO search_codes (service_id, code, entry_id) VALUES (@service, @code, @id)",
                stop,
                ("service", serviceId),
                ("code", code),
                ("id", entryId)
            );
    }

    /// <summary>The number a service has in the index; given at its first entry.</summary>
    public async Task<long> ServiceIdAsync(string service, CancellationToken stop)
    {
        const string Find = "SELECT id FROM search_services WHERE service = @service";
        if (await ScalarAsync(Find, stop, ("service", service)) is long id)
            return id;
        await ExecuteAsync("INSERT INTO search_services (service) VALUES (@service)", stop, ("service", service));
        return (long)(await ScalarAsync(Find, stop, ("service", service)))!;
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken stop, params (string Name, object Value)[] parameters)
    {
        await using var command = NewCommand(sql, parameters);
        return await command.ExecuteScalarAsync(stop);
    }

    private async Task ExecuteAsync(string sql, CancellationToken stop, params (string Name, object Value)[] parameters)
    {
        await using var command = NewCommand(sql, parameters);
        await command.ExecuteNonQueryAsync(stop);
    }

    private DbCommand NewCommand(string sql, (string Name, object Value)[] parameters)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Add(name, value);
        return command;
    }
}
