using System.Net;
using Beian.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Hosting;

public abstract class HealthTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Get_Live_SaysSoInJson()
    {
        using var client = Site.NewClient();
        Assert.Equal("{\"status\":\"live\"}", (await client.GetAsync("/health/live")).ExpectOk().Html);
    }

    [Fact]
    public async Task Get_Ready_WithoutAMigrationIsNotReadyThenReadyAgain()
    {
        using var client = Site.NewClient();
        // Warnings may follow, which depend on the day (next year's holidays).
        Assert.StartsWith("{\"status\":\"ready\"", (await client.GetAsync("/health/ready")).ExpectOk().Html, StringComparison.Ordinal);
        await RenameAsync("0002_accounts", "9999_unknown");
        var page = (await client.GetAsync("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("{\"status\":\"not-ready\",\"missing\":[\"database\"]}", page.Html);
        await RenameAsync("9999_unknown", "0002_accounts");
        (await client.GetAsync("/health/ready")).ExpectOk();
    }

    private Task RenameAsync(string from, string to) =>
        Site.ExecuteAsync(db => db.Database.ExecuteSqlAsync($"UPDATE schema_migrations SET name = {to} WHERE name = {from}", Stop));
}

public sealed class HealthOnSqliteTests(SqliteSite site) : HealthTests<SqliteSite>(site);

public sealed class HealthOnPostgresTests(PostgresSite site) : HealthTests<PostgresSite>(site);
