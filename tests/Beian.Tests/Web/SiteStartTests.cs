using System.Net;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Web;

public abstract class SiteStartTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Get_StyleSheet_IsServed()
    {
        using var client = Site.NewClient();
        using var answer = await client.Http.GetAsync(new Uri("/dist/site.css", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownAddress_Is404()
    {
        using var client = Site.NewClient();
        (await client.GetAsync("/no-such-page")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Start_NewDatabase_HasTheTreeOfAuthorities() =>
        Assert.True(await Site.QueryAsync(db => db.Authorities.CountAsync(Stop)) > 300);

    [Fact]
    public async Task Add_Officer_IsFoundAgain()
    {
        var officer = await Data.OfficerAsync((await Site.QueryAsync(db => db.Authorities.OrderBy(a => a.Id).FirstAsync(Stop))).Id);
        Assert.Equal(
            officer.UserName,
            await Site.QueryAsync(db =>
                db.Set<Beian.Web.Features.Account.Account>().Where(a => a.Id == officer.Id).Select(a => a.UserName).SingleAsync(Stop)
            )
        );
    }
}

public sealed class SiteStartOnSqliteTests(SqliteSite site) : SiteStartTests<SqliteSite>(site);

public sealed class SiteStartOnPostgresTests(PostgresSite site) : SiteStartTests<PostgresSite>(site);
