using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Beian.Web.Data;

/// <summary>Which database this installation runs on, and how to reach it. The only place that tells the two apart.</summary>
/// <param name="Provider">SQLite or PostgreSQL.</param>
/// <param name="Connection">The connection string.</param>
public sealed record Database(DatabaseProvider Provider, string Connection)
{
    private static readonly SqlitePragmas Pragmas = new();
    private static readonly PostgresTexts Texts = new();

    // Before the library is first used: it would count, behind a lock, every piece of memory it takes.
    static Database()
    {
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <summary>A SQLite file.</summary>
    public static Database File(string path) =>
        new(
            DatabaseProvider.Sqlite,
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                ForeignKeys = true,
                DefaultTimeout = 15,
            }.ToString()
        );

    /// <summary>A closed connection of its own, for hand-written SQL.</summary>
    public DbConnection Connect() =>
        Provider == DatabaseProvider.Sqlite ? new SqliteConnection(Connection) : new NpgsqlConnection(Connection);

    /// <summary>Makes EF Core use this database.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        if (Provider == DatabaseProvider.Sqlite)
            options.UseSqlite(Connection).AddInterceptors(Pragmas);
        else
            options.UseNpgsql(Connection).AddInterceptors(Texts);
    }

    /// <summary>Every connection waits for locks, writes ahead and flushes at commit: an acknowledged write survives a power loss.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Sql =
            "PRAGMA busy_timeout = 15000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
