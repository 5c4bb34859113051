using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beian.Web.Authorities;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Hosting;
using Npgsql;

namespace Beian.Bench;

/// <summary>Filled registers, made once and kept for the next run; made anew when the migrations changed.</summary>
internal sealed class PreparedData(string folder, int entries)
{
    // What the loader writes; to be raised when it writes something else.
    private const int Format = 1;

    private readonly string _name = $"{entries}-{Key(folder)}";

    /// <summary>A data folder on SQLite.</summary>
    public async Task<string> SqliteAsync()
    {
        var target = Path.Combine(folder, $"sqlite-{_name}");
        if (Directory.Exists(target))
            return target;
        foreach (var old in Directory.EnumerateDirectories(folder, $"sqlite-{entries}-*"))
            Directory.Delete(old, recursive: true);
        var loading = Path.Combine(folder, $"sqlite-{_name}.loading");
        if (Directory.Exists(loading))
            Directory.Delete(loading, recursive: true);
        await LoadAsync(loading);
        Directory.Move(loading, target);
        return target;
    }

    /// <summary>A database on a PostgreSQL server; its connection string.</summary>
    public async Task<string> PostgresAsync(string server)
    {
        var name = $"bench_{_name.Replace('-', '_')}";
        var databases = new List<string>();
        await using (var connection = new NpgsqlConnection(server))
        {
            await connection.OpenAsync();
            await using (var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE datname LIKE 'bench%'", connection))
            await using (var reader = await command.ExecuteReaderAsync())
                while (await reader.ReadAsync())
                    databases.Add(reader.GetString(0));
            if (!databases.Contains(name))
            {
                foreach (
                    var old in databases.Where(d => d.StartsWith($"bench_{entries}_", StringComparison.Ordinal) && d != $"{name}_loading")
                )
                    await ExecuteAsync(connection, $"DROP DATABASE {old} WITH (FORCE)");
                await ExecuteAsync(connection, $"DROP DATABASE IF EXISTS {name}_loading WITH (FORCE)");
                await ExecuteAsync(connection, $"CREATE DATABASE {name}_loading");
                await LoadAsync(Path.Combine(folder, "postgres-folder"), ConnectionTo(server, $"{name}_loading"));
                NpgsqlConnection.ClearAllPools();
                await ExecuteAsync(connection, $"ALTER DATABASE {name}_loading RENAME TO {name}");
            }
        }
        return ConnectionTo(server, name);
    }

    private async Task LoadAsync(string dataFolder, string? postgres = null)
    {
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"filling {entries:N0} entries: {Path.GetFileName(dataFolder)}")
        );
        using var host = CommandLine.BuildHost(dataFolder, postgres is null ? [] : Settings(postgres));
        await host.Services.MigrateAsync(CancellationToken.None);
        var authorities = host.Services.GetRequiredService<AuthorityTree>();
        await new RegisterLoader(
            host.Services.GetRequiredService<Database>(),
            host.Services.GetRequiredService<Catalogue>()["foreign-trade-operator"],
            authorities.Accepting.First().Id
        ).LoadAsync(entries, CancellationToken.None);
    }

    /// <summary>The product's settings for a PostgreSQL database.</summary>
    public static Dictionary<string, string?> Settings(string postgres) =>
        new() { ["Database:Provider"] = nameof(DatabaseProvider.Postgres), ["Database:Connection"] = postgres };

    private static string ConnectionTo(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database }.ToString();

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    // The keys in the folder open what is sealed in the database: the two belong together.
    private static string Key(string folder)
    {
        var migrations = Enum.GetValues<DatabaseProvider>().SelectMany(Migration.For).Select(m => m.Name + m.Sha256);
        var text = $"{Format}\n{folder}\n{string.Join('\n', migrations)}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }
}
