using Beian.Tests.Support;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Web;

/// <summary>A site that people reach by https through a proxy.</summary>
public sealed class HttpsSite : SqliteSite
{
    public HttpsSite() => Settings["Https"] = "true";
}

public sealed class HttpsTests(HttpsSite site) : SiteTests<HttpsSite>(site)
{
    [Fact]
    public async Task Cookies_ByHttps_AreSecureAndBoundToTheHost()
    {
        using var client = Site.NewClient();
        using var answer = await client.Http.GetAsync(new Uri("/account/sign-in", UriKind.Relative), Stop);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(
            cookies,
            c =>
            {
                Assert.StartsWith("__Host-", c, StringComparison.Ordinal);
                Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; httponly", c, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Fact]
    public async Task ProtectionKeys_InTheDatabase_AreSealed()
    {
        using var client = Site.NewClient();
        (await client.GetAsync("/account/sign-in")).ExpectOk();
        var keys = await Site.QueryAsync(db => db.Set<ProtectionKey>().AsNoTracking().ToListAsync(Stop));
        Assert.NotEmpty(keys);
        Assert.All(keys, k => Assert.Contains("<sealed", k.Xml, StringComparison.Ordinal));
        Assert.All(keys, k => Assert.DoesNotContain("<masterKey", k.Xml, StringComparison.Ordinal));
    }
}
