using System.Collections.Concurrent;

namespace Beian.Web.Features.Register.Search;

/// <summary>A page of what was found, newest entry first.</summary>
/// <param name="Items">Id and line (JSON in UTF-8) of each entry.</param>
/// <param name="Total">How many there are; at most <see cref="RegisterSearch.Cap"/>.</param>
/// <param name="TotalIsCapped">There are more than <paramref name="Total"/>.</param>
/// <param name="Next">Begins the next page (<see cref="SearchQuery.Before"/>); null on the last.</param>
public sealed record SearchResult(IReadOnlyList<(long Id, byte[] Item)> Items, int Total, bool TotalIsCapped, long? Next);

/// <summary>The search of the register: by code or by any part of a name.</summary>
public sealed class RegisterSearch(SearchConnections connections)
{
    public const int PageSize = 20;

    /// <summary>Nobody reads on beyond; counting further would make common words slow.</summary>
    public const int Cap = 1000;

    private static readonly SearchResult Nothing = new([], 0, false, null);

    /// <summary>The services' numbers; as many as there are packs.</summary>
    private readonly ConcurrentDictionary<string, long> _services = new();

    /// <summary>Looks for entries of a service.</summary>
    public Task<SearchResult> FindAsync(string service, SearchQuery query, CancellationToken stop) =>
        query.IsEmpty ? Task.FromResult(Nothing) : UseAsync(service, query, search => search.RunAsync(stop), Nothing, stop);

    /// <summary>The ids of the newest entries of a service whose names, present or former, hold every term.</summary>
    public Task<IReadOnlyList<long>> FindNamedAsync(string service, IReadOnlyList<string> terms, int most, CancellationToken stop) =>
        UseAsync<IReadOnlyList<long>>(service, new(terms, null, null, null), async search => await search.NamedAsync(most, stop), [], stop);

    /// <summary>The ids of the entries of a service that have a code (<see cref="SearchText.Code"/>) or had it.</summary>
    public Task<IReadOnlyList<long>> FindCodedAsync(string service, string code, CancellationToken stop) =>
        UseAsync<IReadOnlyList<long>>(service, new([], code, null, null), async search => await search.HoldersAsync(code, stop), [], stop);

    /// <summary>Searches on a connection of its own.</summary>
    /// <param name="nothing">The answer for a service without entries.</param>
    private async Task<T> UseAsync<T>(string service, SearchQuery query, Func<Search, Task<T>> use, T nothing, CancellationToken stop)
    {
        var connection = await connections.TakeAsync(stop);
        var sound = false;
        try
        {
            var result = await ServiceIdAsync(connection, service, stop) is { } serviceId
                ? await use(new(connection, connections.Provider, serviceId, query))
                : nothing;
            sound = true;
            return result;
        }
        finally
        {
            await connections.GiveBackAsync(connection, sound);
        }
    }

    private async ValueTask<long?> ServiceIdAsync(SearchConnection connection, string service, CancellationToken stop)
    {
        if (_services.TryGetValue(service, out var known))
            return known;
        var command = connection.Prepare("SELECT id FROM search_services WHERE service = @service", ("service", service));
        if (await command.ExecuteScalarAsync(stop) is not long id)
            return null;
        return _services.GetOrAdd(service, id);
    }

    /// <summary>One search on one connection.</summary>
    private sealed class Search(SearchConnection connection, Data.DatabaseProvider provider, long serviceId, SearchQuery query)
    {
        private readonly NameMatches _names = new(connection, provider, serviceId, query.Terms);

        public async Task<SearchResult> RunAsync(CancellationToken stop)
        {
            if (query.Code is { } code)
            {
                var holders = await HoldersAsync(code, stop);
                return await PageAsync(query.Terms.Count == 0 ? holders : await _names.AmongAsync(holders, stop), stop);
            }
            // A code in the name box: its entry first, whatever else has it in its name after it.
            var exact = query.NameAsCode is { } name ? await HoldersAsync(name, stop) : [];
            var all = await _names.FindAsync(long.MaxValue, Cap + 1 + exact.Count, stop);
            all.RemoveAll(exact.Contains);
            var total = exact.Count + all.Count;
            if (query.Before is not { } before)
            {
                all.InsertRange(0, exact);
                return await PageAsync(all, stop);
            }
            var older = await _names.FindAsync(before - 1, PageSize + 1 + exact.Count, stop);
            older.RemoveAll(exact.Contains);
            return await PageAsync(older, total, stop);
        }

        /// <summary>A page of a list that is whole.</summary>
        private Task<SearchResult> PageAsync(List<long> all, CancellationToken stop) =>
            PageAsync(query is { Code: not null, Before: { } before } ? all.FindAll(id => id < before) : all, all.Count, stop);

        private async Task<SearchResult> PageAsync(List<long> ids, int total, CancellationToken stop)
        {
            var page = ids.Count <= PageSize ? ids : ids.GetRange(0, PageSize);
            var items = await ItemsAsync(page, stop);
            return new(items, Math.Min(total, Cap), total > Cap, ids.Count > PageSize ? page[^1] : null);
        }

        public Task<List<long>> NamedAsync(int most, CancellationToken stop) => _names.FindAsync(long.MaxValue, most, stop);

        /// <summary>The entries with a code, newest first.</summary>
        public async Task<List<long>> HoldersAsync(string code, CancellationToken stop)
        {
            const string Sql =
                "SELECT entry_id FROM search_codes WHERE service_id = @service AND code = @code ORDER BY entry_id DESC LIMIT 1001";
            var command = connection.Prepare(Sql, ("service", serviceId), ("code", code));
            var ids = new List<long>();
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
                ids.Add(reader.GetInt64(0));
            return ids;
        }

        private async Task<IReadOnlyList<(long Id, byte[] Item)>> ItemsAsync(List<long> ids, CancellationToken stop)
        {
            if (ids.Count == 0)
                return [];
            var items = new (long Id, byte[] Item)[ids.Count];
            var found = 0;
            var command = connection.Prepare(SearchSql.Items(provider), SearchSql.Ids(provider, ids));
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                var id = reader.GetInt64(0);
                items[ids.IndexOf(id)] = (id, reader.GetFieldValue<byte[]>(1));
                found++;
            }
            return found == items.Length ? items : [.. items.Where(i => i.Id != 0)];
        }
    }
}
