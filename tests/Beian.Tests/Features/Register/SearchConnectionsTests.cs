using Beian.Tests.Support;
using Beian.Web.Features.Register.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Register;

public abstract class SearchConnectionsTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task GiveBackAsync_BrokenOff_LeavesTheDatabaseWritable()
    {
        var connections = Site.Services.GetRequiredService<SearchConnections>();
        for (var i = 0; i < 3; i++)
            await connections.GiveBackAsync(await connections.TakeAsync(Stop), sound: false);
        await Site.ExecuteAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO counters (name, value) VALUES ('search-test', 1)", Stop));
    }
}

public sealed class SearchConnectionsOnSqliteTests(SqliteSite site) : SearchConnectionsTests<SqliteSite>(site);

public sealed class SearchConnectionsOnPostgresTests(PostgresSite site) : SearchConnectionsTests<PostgresSite>(site);
