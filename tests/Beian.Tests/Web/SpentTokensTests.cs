using Beian.Tests.Support;
using Beian.Web.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Web;

/// <summary>A captcha, and what a key or the platform was asked, is good once, however many nodes are shown it.</summary>
public abstract class SpentTokensTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Spend_ByManyAtOnce_IsTrueForOne_AndForgottenOnlyWhenItIsOver()
    {
        var nonce = Random.Shared.NextInt64();
        var now = Site.Clock.GetUtcNow();

        var accepted = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SpendAsync(nonce, now.AddMinutes(10))));

        Assert.Single(accepted, a => a);
        await SpendAsync(nonce + 1, now.AddSeconds(-1));
        Assert.True(await Site.InScopeAsync(s => s.GetRequiredService<SpentTokens>().ForgetAsync(Stop)) >= 1);
        Assert.False(await SpendAsync(nonce, now.AddMinutes(10)));
        Assert.True(await SpendAsync(nonce + 1, now.AddMinutes(10)));
    }

    /// <summary>In a scope and a connection of its own, as another node would.</summary>
    private Task<bool> SpendAsync(long nonce, DateTimeOffset expires) =>
        Site.InScopeAsync(s => s.GetRequiredService<SpendToken>()(nonce, expires, Stop));
}

public sealed class SpentTokensOnSqliteTests(SqliteSite site) : SpentTokensTests<SqliteSite>(site);

public sealed class SpentTokensOnPostgresTests(PostgresSite site) : SpentTokensTests<PostgresSite>(site);
