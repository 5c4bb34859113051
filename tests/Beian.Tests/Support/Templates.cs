using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Hosting;
using Beian.Web.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(Templates))]

namespace Beian.Tests.Support;

/// <summary>A migrated data folder and a migrated PostgreSQL database, made once a run; each site starts from a copy.</summary>
public sealed class Templates : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Folder = new(MakeFolderAsync);
    private static readonly Lazy<Task<string>> PostgresDatabase = new(MakePostgresAsync);

    /// <summary>A new data folder like one just migrated on SQLite.</summary>
    public static async Task<string> CopyFolderAsync()
    {
        var source = await Folder.Value;
        var target = NewFolder();
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        return target;
    }

    /// <summary>A new database like one just migrated; its connection string.</summary>
    public static async Task<string> CopyPostgresAsync()
    {
        var template = await PostgresDatabase.Value;
        var name = NewName();
        await ExecuteAsync(TestSettings.Postgres!, $"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionTo(TestSettings.Postgres!, name);
    }

    /// <summary>A new, empty database; its connection string.</summary>
    public static async Task<string> NewPostgresAsync(string server)
    {
        var name = NewName();
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        return ConnectionTo(server, name);
    }

    /// <summary>Drops a database, whoever is still connected.</summary>
    public static async Task DropPostgresAsync(string connection)
    {
        await using (var pool = new NpgsqlConnection(connection))
            NpgsqlConnection.ClearPool(pool);
        var server = new NpgsqlConnectionStringBuilder(connection);
        var name = server.Database;
        server.Database = "postgres";
        await ExecuteAsync(server.ToString(), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>A new folder of the test's own.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("beian-test-").FullName;

    public async ValueTask DisposeAsync()
    {
        if (Folder.IsValueCreated)
            Directory.Delete(await Folder.Value, recursive: true);
        if (PostgresDatabase.IsValueCreated)
            await DropPostgresAsync(ConnectionTo(TestSettings.Postgres!, await PostgresDatabase.Value));
    }

    private static async Task<string> MakeFolderAsync()
    {
        var folder = NewFolder();
        await MigrateAsync(folder, []);
        await using var pool = new SqliteConnection(Database.File(new DataFolder(folder).Database).Connection);
        SqliteConnection.ClearPool(pool);
        return folder;
    }

    private static async Task<string> MakePostgresAsync()
    {
        var connection = await NewPostgresAsync(TestSettings.Postgres!);
        var folder = NewFolder();
        await MigrateAsync(folder, PostgresSettings(connection));
        Directory.Delete(folder, recursive: true);
        await using var pool = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pool);
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }

    /// <summary>The settings that put a site on a PostgreSQL database.</summary>
    public static Dictionary<string, string?> PostgresSettings(string connection) =>
        new() { ["Database:Provider"] = nameof(DatabaseProvider.Postgres), ["Database:Connection"] = connection };

    private static async Task MigrateAsync(string folder, Dictionary<string, string?> settings)
    {
        await using var app = ServeCommand.Build(new DataFolder(folder), settings, TimeProvider.System);
        app.Services.GetRequiredService<Vault>(); // makes the keys, so that every copy has the same
        await app.Services.MigrateAsync(CancellationToken.None);
    }

    private static string NewName() => $"beian_{Guid.CreateVersion7():N}";

    private static string ConnectionTo(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
