using System.Collections.Concurrent;
using System.Data.Common;
using Beian.Web.Data;
using Microsoft.Data.Sqlite;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// The connections of the public search, kept open with their prepared statements: a query of some microseconds must not
/// pay for opening and parsing. Never more than <see cref="Most"/>; who finds none free waits.
/// </summary>
public sealed class SearchConnections(Database database) : IAsyncDisposable
{
    private const int Most = 16;

    private readonly ConcurrentBag<SearchConnection> _free = [];
    private readonly SemaphoreSlim _places = new(Most, Most);

    /// <summary>Which database it is: two statements differ.</summary>
    public DatabaseProvider Provider => database.Provider;

    /// <summary>A connection of one's own; to be given back.</summary>
    public async ValueTask<SearchConnection> TakeAsync(CancellationToken stop)
    {
        await _places.WaitAsync(stop);
        try
        {
            if (_free.TryTake(out var free))
                return free;
            var connection = Connect();
            try
            {
                await connection.OpenAsync(stop);
                if (database.Provider == DatabaseProvider.Sqlite)
                    await TuneAsync(connection, stop);
                return new(connection);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        catch
        {
            _places.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back.</summary>
    /// <param name="sound">False after an exception: it may be broken and is closed.</param>
    public async ValueTask GiveBackAsync(SearchConnection connection, bool sound)
    {
        if (sound)
            _free.Add(connection);
        else
            await connection.DisposeAsync();
        _places.Release();
    }

    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out var connection))
            await connection.DisposeAsync();
        _places.Dispose();
    }

    /// <summary>On SQLite outside the pool: what is tuned for reading must never come back as a connection to write on.</summary>
    private DbConnection Connect() =>
        database.Provider == DatabaseProvider.Sqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder(database.Connection) { Pooling = false }.ToString())
            : database.Connect();

    private static async Task TuneAsync(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        // A query reads some dozen pages; the system's cache holds the rest.
        command.CommandText = "PRAGMA busy_timeout = 15000; PRAGMA query_only = ON; PRAGMA cache_size = -8000;";
        await command.ExecuteNonQueryAsync(stop);
    }
}
