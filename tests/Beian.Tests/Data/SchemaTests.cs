using System.Text.RegularExpressions;
using Beian.Tests.Support;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Data;

public abstract class SchemaTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Migrations_RunInFull_MakeWhatTheModelAsksFor()
    {
        var model = Schema.Of(await Site.QueryAsync(db => Task.FromResult(db.GetService<IDesignTimeModel>().Model)));
        await using var connection = Site.Services.GetRequiredService<Database>().Connect();
        var database = await Schema.OfAsync(Site.Provider, connection, Stop);
        var mapped = model.Select(Schema.TableOf).ToHashSet();
        Assert.Empty(model.Except(database));
        Assert.Empty(database.Where(l => mapped.Contains(Schema.TableOf(l))).Except(model));
    }
}

public sealed class SchemaOnSqliteTests(SqliteSite site) : SchemaTests<SqliteSite>(site);

public sealed class SchemaOnPostgresTests(PostgresSite site) : SchemaTests<PostgresSite>(site);

public sealed partial class MigrationPairTests
{
    [Fact]
    public void Names_OnBothDatabases_AreTheSameAndInOrder()
    {
        var sqlite = Migration.For(DatabaseProvider.Sqlite).Select(m => m.Name).ToList();
        Assert.Equal(sqlite, Migration.For(DatabaseProvider.Postgres).Select(m => m.Name));
        Assert.All(sqlite, n => Assert.Matches(Name(), n));
        Assert.Equal(sqlite.Count, sqlite.Select(n => n[..4]).Distinct().Count());
    }

    [Fact]
    public async Task Tables_OnBothDatabases_HaveTheSameColumnsKeysAndIndexes()
    {
        await using var sqlite = new SqliteSite();
        await using var postgres = new PostgresSite();
        postgres.SkipIfMissing();
        var (here, there) = (await ReadAsync(sqlite), await ReadAsync(postgres));
        Assert.Empty(here.Except(there));
        Assert.Empty(there.Except(here));
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(TestSite site)
    {
        await site.InitializeAsync();
        await using var connection = site.Services.GetRequiredService<Database>().Connect();
        var lines = await Schema.OfAsync(site.Provider, connection, TestContext.Current.CancellationToken);
        return [.. lines.Select(l => l.StartsWith("column ", StringComparison.Ordinal) ? Type().Replace(l, "$1$3") : l)];
    }

    [GeneratedRegex("^[0-9]{4}_[a-z_]+$")]
    private static partial Regex Name();

    /// <summary>Name, type and the rest of a column's line; the types have different names on the two.</summary>
    [GeneratedRegex("^(column \\S+)( .*?)( not null)?$")]
    private static partial Regex Type();
}
