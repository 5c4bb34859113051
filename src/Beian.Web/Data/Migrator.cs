using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Beian.Web.Data;

/// <summary>A migration as it lies in the program: one SQL text a database, under one number and name.</summary>
public sealed record Migration(string Name, string Sql)
{
    /// <summary>Hash of the text; a shipped migration never changes.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All migrations for a database, in order.</summary>
    public static IReadOnlyList<Migration> For(DatabaseProvider provider)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = $"Beian.Web.Data.Migrations.{provider}.";
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => new Migration(n[folder.Length..^".sql".Length], Text(n))),
        ];

        string Text(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }
}

/// <summary>Brings a database to this release: every missing migration in its own transaction, in order. Forward only.</summary>
public static class Migrator
{
    /// <returns>The names of the migrations that were run.</returns>
    /// <exception cref="InvalidOperationException">A migration of the database is not the one this program carries.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(DatabaseProvider provider, DbConnection connection, CancellationToken stop)
    {
        await connection.OpenAsync(stop);
        // Two nodes may start at once; on PostgreSQL the lock lets one migrate while the other waits. SQLite's transactions do.
        if (provider == DatabaseProvider.Postgres)
            await ExecuteAsync(connection, null, "SELECT pg_advisory_lock(7243001)", stop);
        await ExecuteAsync(
            connection,
            null,
            "CREATE TABLE IF NOT EXISTS schema_migrations (name text NOT NULL PRIMARY KEY, sha256 text NOT NULL)",
            stop
        );

        var done = new List<string>();
        foreach (var migration in Migration.For(provider))
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            var known = await ReadHashAsync(connection, transaction, migration.Name, stop);
            if (known == migration.Sha256)
                continue;
            if (known is not null)
                throw new InvalidOperationException($"Migration {migration.Name} in the database differs from this program's.");
            await ExecuteAsync(connection, transaction, migration.Sql, stop);
            await ExecuteAsync(
                connection,
                transaction,
                $"INSERT INTO schema_migrations (name, sha256) VALUES ('{migration.Name}', '{migration.Sha256}')",
                stop
            );
            await transaction.CommitAsync(stop);
            done.Add(migration.Name);
        }
        if (provider == DatabaseProvider.Postgres)
            await ExecuteAsync(connection, null, "SELECT pg_advisory_unlock(7243001)", stop);
        return done;
    }

    /// <summary>Whether a database answers and has had every migration of this program.</summary>
    /// <exception cref="DbException">It does not answer.</exception>
    public static async Task<bool> IsDoneAsync(Database database, CancellationToken stop)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText =
            database.Provider == DatabaseProvider.Sqlite
                ? "SELECT 1 FROM sqlite_master WHERE name = 'schema_migrations'"
                : "SELECT 1 WHERE to_regclass('schema_migrations') IS NOT NULL";
        if (await command.ExecuteScalarAsync(stop) is null)
            return false;
        command.CommandText = "SELECT name, sha256 FROM schema_migrations";
        await using var reader = await command.ExecuteReaderAsync(stop);
        var done = new HashSet<(string, string)>();
        while (await reader.ReadAsync(stop))
            done.Add((reader.GetString(0), reader.GetString(1)));
        return Migration.For(database.Provider).All(m => done.Contains((m.Name, m.Sha256)));
    }

    private static async Task<string?> ReadHashAsync(
        DbConnection connection,
        DbTransaction transaction,
        string name,
        CancellationToken stop
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT sha256 FROM schema_migrations WHERE name = '{name}'";
        return (string?)await command.ExecuteScalarAsync(stop);
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0; // a migration takes as long as it takes, and so does waiting for another node's
        await command.ExecuteNonQueryAsync(stop);
    }
}
