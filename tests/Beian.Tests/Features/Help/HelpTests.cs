using System.Net;
using Beian.Definitions;
using Beian.Tests.Support;
using Beian.Web.Features.Help;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Help;

public sealed class HelpTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Theory]
    [InlineData("/", "portal")]
    [InlineData("/workbench/applications/e-commerce", "workbench")]
    [InlineData("/filings", "filings")]
    [InlineData("/filings/0199c6a2-0000-7000-8000-000000000001", "filings")]
    [InlineData("/filings/0199c6a2-0000-7000-8000-000000000001/form", "form")]
    [InlineData("/Filings/New", "form")]
    [InlineData("/services/freight-forwarder/laws/x", "register")]
    [InlineData("/office/enterprises/claims", "enterprises")]
    [InlineData("/office/filings/0199c6a2-0000-7000-8000-000000000001", "case")]
    [InlineData("/nowhere", null)]
    public void ForPage_AnAddress_IsTheChapterThatSaysMost(string path, string? chapter) =>
        Assert.Equal(chapter, Chapter.ForPage(path)?.Code);

    [Fact]
    public void ForPage_EveryPageOfTheSite_HasAChapter()
    {
        var pages = Site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(p => !p.StartsWith("/errors", StringComparison.OrdinalIgnoreCase))
            .ToList();

        Assert.True(pages.Count > 50);
        Assert.DoesNotContain(pages, p => Chapter.ForPage(p) is null);
    }

    [Fact]
    public void Texts_OfEveryChapter_AreThereInBothLanguages()
    {
        foreach (var chapter in Chapter.All)
        foreach (var language in new[] { Language.Zh, Language.En })
        {
            Assert.StartsWith("# ", chapter.Text(language), StringComparison.Ordinal);
            Assert.True(chapter.Body(language).Length > 100, chapter.Code);
            Assert.Equal(language == Language.Zh, chapter.Title(language).Any(c => c > 0x3000));
        }
    }

    [Fact]
    public async Task Guide_AskedFromAPage_OpensItsChapter()
    {
        using var client = Site.NewClient();

        var chapter = (await client.GetAsync((await client.GetAsync("/services/freight-forwarder")).LinkTo("操作指南"))).ExpectOk();

        Assert.Equal("/help/services", chapter.Path);
        Assert.Equal("应用首页和开始备案", chapter.TextOf("h1"));
        Assert.Equal("portal", Chapter.ForPage("/")!.Code);
        (await client.GetAsync("/help?at=" + new string('x', 3000))).ExpectOk().ExpectText("企业端操作手册");
        (await client.GetAsync("/help/nothing")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SignInAssistant_LooksAtTheBrowser()
    {
        using var client = Site.NewClient();
        client.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/130.0");

        var first = (await client.GetAsync("/help/sign-in"))
            .ExpectOk()
            .ExpectText("Firefox 130 · Windows （推荐）")
            .ExpectText("还没有检查");

        (await client.SubmitAsync(first, "#browser form", button: "检查")).ExpectOk();
        Assert.DoesNotContain("拦下", (await client.GetAsync("/help/sign-in?check=1")).Text, StringComparison.Ordinal);
        using var stubborn = Site.NewClient();
        (await stubborn.GetAsync("/help/sign-in?check=1")).ExpectText("被浏览器拦下了");
        Assert.Equal("/account/user-names", first.LinkTo("忘记账户名称"));
    }
}
