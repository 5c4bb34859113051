using System.Collections.Concurrent;
using Beian.Tests.Support;
using Beian.Web.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Data;

public abstract class CountersTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task NextNumber_ManyAtOnceSomeRolledBack_GivesEachNumberOnceWithoutGap()
    {
        var drawn = new ConcurrentBag<long>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => DrawAsync(worker), Stop)));
        Assert.Equal(Enumerable.Range(1, drawn.Count).Select(n => (long)n), drawn.Order());

        async Task DrawAsync(int worker)
        {
            for (var i = 0; i < 20; i++)
                await Site.InScopeAsync(async services =>
                {
                    var db = services.GetRequiredService<AppDb>();
                    using var turn = await services.GetRequiredService<WriteGate>().EnterAsync(Stop);
                    await using var transaction = await db.Database.BeginTransactionAsync(Stop);
                    var number = await db.NextNumberAsync("test", Stop);
                    if ((worker + i) % 5 == 0)
                        return false; // rolls back: as if the number had never been drawn
                    await transaction.CommitAsync(Stop);
                    drawn.Add(number);
                    return true;
                });
        }
    }

    [Fact]
    public async Task NextNumber_TwoCounters_CountApart()
    {
        Assert.Equal(1, await NextAsync("one"));
        Assert.Equal(2, await NextAsync("one"));
        Assert.Equal(1, await NextAsync("二"));

        Task<long> NextAsync(string counter) => Site.QueryAsync(db => db.NextNumberAsync(counter, Stop));
    }
}

public sealed class CountersOnSqliteTests(SqliteSite site) : CountersTests<SqliteSite>(site);

public sealed class CountersOnPostgresTests(PostgresSite site) : CountersTests<PostgresSite>(site);
