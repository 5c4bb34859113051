using System.Net;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Web;

/// <summary>A site behind a proxy on this machine that takes three pictures a minute.</summary>
public sealed class LimitedSite : SqliteSite
{
    public LimitedSite() => (Settings["Proxies:0"], Settings["RateLimits:Captcha"]) = ("127.0.0.1", "3");
}

public sealed class RateLimitTests(LimitedSite site) : SiteTests<LimitedSite>(site)
{
    [Fact]
    public async Task Captcha_MoreThanTheLimit_IsToldToWait_OthersAreNot()
    {
        using var greedy = ClientAt("203.0.113.1");
        for (var i = 0; i < 3; i++)
            (await greedy.GetAsync("/account/captcha/another")).ExpectOk();
        using var answer = await greedy.Http.GetAsync(new Uri("/account/captcha/another", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Contains("访问过于频繁", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        using var other = ClientAt("203.0.113.2");
        (await other.GetAsync("/account/captcha/another")).ExpectOk();
    }

    private SiteClient ClientAt(string address)
    {
        var client = Site.NewClient();
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return client;
    }
}
