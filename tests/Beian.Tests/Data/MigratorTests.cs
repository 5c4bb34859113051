using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Hosting;
using Beian.Web.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Data;

public abstract class MigratorTests : IAsyncLifetime
{
    private readonly string _folder = Templates.NewFolder();
    private Dictionary<string, string?> _settings = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _settings = await PrepareAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CleanUpAsync(_folder, _settings);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_Twice_DoesNothingTheSecondTime()
    {
        await using var app = NewApp();
        Assert.NotEmpty(await RunAsync(app));
        Assert.Empty(await RunAsync(app));
    }

    [Fact]
    public async Task Migrate_FourNodesAtOnceOnAnEmptyDatabase_AllSucceed()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => NewApp()).ToList();
        await Task.WhenAll(nodes.Select(n => Task.Run(() => n.Services.MigrateAsync(Stop), Stop)));
        await using (var scope = nodes[0].Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<AppDb>().Authorities.CountAsync(Stop) > 300);
        Assert.Empty(await RunAsync(nodes[0]));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task Run_MigrationInTheDatabaseIsAnother_IsRefused()
    {
        await using var app = NewApp();
        await RunAsync(app);
        await using (var scope = app.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<AppDb>()
                .Database.ExecuteSqlAsync($"UPDATE schema_migrations SET sha256 = 'other' WHERE name LIKE '0002%'", Stop);
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(app));
        Assert.Contains("0002", refusal.Message, StringComparison.Ordinal);
    }

    protected abstract Task<Dictionary<string, string?>> PrepareAsync();

    protected abstract Task CleanUpAsync(string folder, Dictionary<string, string?> settings);

    private Microsoft.AspNetCore.Builder.WebApplication NewApp() =>
        ServeCommand.Build(new DataFolder(_folder), _settings, TimeProvider.System);

    private static async Task<IReadOnlyList<string>> RunAsync(Microsoft.AspNetCore.Builder.WebApplication app)
    {
        var database = app.Services.GetRequiredService<Database>();
        await using var connection = database.Connect();
        return await Migrator.RunAsync(database.Provider, connection, Stop);
    }
}

public sealed class MigratorOnSqliteTests : MigratorTests
{
    protected override Task<Dictionary<string, string?>> PrepareAsync() => Task.FromResult(new Dictionary<string, string?>());

    protected override async Task CleanUpAsync(string folder, Dictionary<string, string?> settings)
    {
        await using var pool = new SqliteConnection(Database.File(new DataFolder(folder).Database).Connection);
        SqliteConnection.ClearPool(pool);
    }
}

public sealed class MigratorOnPostgresTests : MigratorTests
{
    protected override async Task<Dictionary<string, string?>> PrepareAsync()
    {
        if (TestSettings.Postgres is null)
            Assert.Skip("BEIAN_TEST_POSTGRES is not set: no PostgreSQL to test on.");
        return Templates.PostgresSettings(await Templates.NewPostgresAsync(TestSettings.Postgres));
    }

    protected override Task CleanUpAsync(string folder, Dictionary<string, string?> settings) =>
        settings.TryGetValue("Database:Connection", out var connection) ? Templates.DropPostgresAsync(connection!) : Task.CompletedTask;
}
