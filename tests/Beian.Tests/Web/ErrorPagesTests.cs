using System.Net;
using System.Text;
using Beian.Tests.Support;
using Beian.Web.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Beian.Tests.Web;

public sealed class ErrorPagesTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Fact]
    public async Task UnknownAddress_IsACalmPageInTheReadersLanguage()
    {
        using var client = Site.NewClient();
        var page = (await client.GetAsync("/no/such/page?name=x")).Expect(HttpStatusCode.NotFound);
        Assert.Equal("没有找到这个页面", page.TextOf("h1"));
        await client.GetAsync("/language?to=en");
        Assert.Equal("This page was not found", (await client.GetAsync("/no/such/page")).TextOf("h1"));
    }

    [Fact]
    public async Task UnknownAddressOfTheApi_AnswersProblemDetails()
    {
        using var client = Site.NewClient();
        using var answer = await client.Http.GetAsync(new Uri("/api/v1/no-such-thing", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task FormWithoutToken_SaysThatThePageIsOutOfDate()
    {
        using var client = Site.NewClient();
        using var form = new FormUrlEncodedContent([new("UserName", "somebody")]);
        var page = await client.FollowAsync(await client.Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, Stop));
        page.Expect(HttpStatusCode.BadRequest).ExpectText("页面打开时间过长");
    }

    [Fact]
    public async Task BodyOverTheLimit_IsTooLarge()
    {
        using var client = Site.NewClient();
        using var body = new StringContent("UserName=" + new string('x', 2_000_000), Encoding.UTF8, "application/x-www-form-urlencoded");
        var page = await client.FollowAsync(await client.Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), body, Stop));
        page.Expect(HttpStatusCode.RequestEntityTooLarge).ExpectText("提交的内容过大");
    }

    [Fact]
    public async Task ErrorPage_AskedForItself_IsNotFound()
    {
        using var client = Site.NewClient();
        (await client.GetAsync("/errors")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task EveryAnswer_CarriesTheSafetyHeaders()
    {
        using var client = Site.NewClient();
        foreach (var path in new[] { "/", "/no-such-page", "/account/sign-in", "/account" })
        {
            using var answer = await client.Http.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
            Assert.Contains(
                "default-src 'self'",
                Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task FaultOfTheProgram_GivesAReferenceAndNothingOfItsInside()
    {
        var http = new DefaultHttpContext { RequestServices = Site.Services };
        await using var body = new MemoryStream();
        http.Response.Body = body;
        http.Request.Path = "/somewhere";
        await new ErrorPages(_ => throw new InvalidOperationException("the inside"), NullLogger<ErrorPages>.Instance).InvokeAsync(http);

        Assert.Equal(500, http.Response.StatusCode);
        Assert.Matches("^500 [2-9A-Z]{10}$", Encoding.UTF8.GetString(body.ToArray()));
    }

    [Fact]
    public async Task Refused_IsAConflictWithItsReason()
    {
        var http = new DefaultHttpContext { RequestServices = Site.Services };
        await new ErrorPages(
            _ => http.Request.Path == ErrorPages.Path ? Task.CompletedTask : throw new Refused(new("原因", "the reason")),
            NullLogger<ErrorPages>.Instance
        ).InvokeAsync(http);

        Assert.Equal(409, http.Response.StatusCode);
        Assert.Equal("原因", http.Features.Get<Failure>()?.Reason?.Zh);
    }
}
