using System.Net;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Account;

public abstract class SessionTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Get_UnknownAddress_IsNotFoundForEverybody()
    {
        using var visitor = Site.NewClient();
        using var answer = await visitor.Http.GetAsync(new Uri("/no-such-page", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_WritesOnlyTheKeysHashAndEndsTheFormerSession()
    {
        var account = await Data.EnterpriseAsync();
        var first = await SignInAsync(account.Id, null);
        var second = await SignInAsync(account.Id, first);

        var sessions = await Site.QueryAsync(db => db.Sessions.Where(s => s.AccountId == account.Id).ToListAsync(Stop));
        Assert.Equal(Session.Hash(second), Assert.Single(sessions).KeyHash);
        Assert.DoesNotContain(second, sessions[0].KeyHash, StringComparison.Ordinal);
    }

    private Task<string> SignInAsync(Guid accountId, string? formerKey) =>
        Site.InScopeAsync(async services =>
        {
            var http = new DefaultHttpContext { RequestServices = services };
            if (formerKey is not null)
                http.Request.Headers.Cookie = $"session={formerKey}";
            var account = await services.GetRequiredService<Beian.Web.Data.AppDb>().Accounts.SingleAsync(a => a.Id == accountId, Stop);
            await services.GetRequiredService<SignIns>().SignInAsync(http, account, Stop);
            return http.Response.Headers.SetCookie.ToString().Split(';')[0]["session=".Length..];
        });
}

public sealed class SessionOnSqliteTests(SqliteSite site) : SessionTests<SqliteSite>(site);

public sealed class SessionOnPostgresTests(PostgresSite site) : SessionTests<PostgresSite>(site);
