using System.Net;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Features.Home;

public sealed class PortalTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Fact]
    public async Task Get_SignedOut_ShowsSignInServicesAndHelp()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync("/")).ExpectOk();

        Assert.Equal("业务系统统一平台 · 企业端", page.TextOf(".banner-title"));
        Assert.Equal("zh-CN", page.Element("html").GetAttribute("lang"));
        page.ExpectText("企业备案").ExpectText("看不清，换一张").ExpectText("技术支持").ExpectText("通知公告");
        Assert.Equal("/office", page.LinkTo("主管部门端"));
        Assert.NotNull(page.ValueOf("UserName"));
        Assert.NotNull(page.ValueOf("Password"));
        Assert.DoesNotContain("Beian", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Tiles_LinkOnlyWhatIsOpen()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync("/")).ExpectOk();

        Assert.Equal("/services/foreign-trade-operator", page.LinkTo("对外经营者备案"));
        var closed = page.TextsOf("span.tile");
        var tiles = ApplicationsReader.Read(Repository.Packs).Portal!.Sections.SelectMany(s => s.Tiles).ToList();
        Assert.Equal(tiles.Where(t => t.Service is null).Select(t => t.Title.Zh + " 暂未开放"), closed);
        Assert.All(tiles.Where(t => t.Service is not null), t => Assert.Equal("/services/" + t.Service, page.LinkTo(t.Title.Zh)));
        // Applications that have a home and a menu of their own are added as applications, not filed from a tile.
        Assert.DoesNotContain("管理分析应用", page.Text, StringComparison.Ordinal);
        Assert.All(closed, t => Assert.EndsWith("暂未开放", t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_OutsideDemoMode_OffersNoDemoSignIn()
    {
        using var client = Site.NewClient();

        Assert.Empty((await client.GetAsync("/")).TextsOf(".demo"));
    }

    [Fact]
    public async Task Get_Picture_IsAFreshPng()
    {
        using var client = Site.NewClient();
        var page = await client.GetAsync("/");

        using var picture = await client.Http.GetAsync(new Uri(page.Element(".captcha img").GetAttribute("src")!, UriKind.Relative), Stop);

        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.True(picture.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/filings?state=draft", "/filings?state=draft")]
    [InlineData("//evil.example", "")]
    [InlineData("https://evil.example", "")]
    public async Task Get_WithReturnUrl_KeepsOnlyPathsOfThisSite(string returnUrl, string kept)
    {
        using var client = Site.NewClient();

        var page = await client.GetAsync("/?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(kept, page.ValueOf("ReturnUrl"));
    }

    [Fact]
    public async Task Language_Switched_StaysAndGoesBack()
    {
        using var client = Site.NewClient();

        var page = await client.GetAsync("/language?to=en&back=" + Uri.EscapeDataString("/services/foreign-trade-operator"));

        Assert.Equal("/services/foreign-trade-operator", page.Path);
        Assert.Equal("en", page.Element("html").GetAttribute("lang"));
        Assert.Equal("en", (await client.GetAsync("/")).Element("html").GetAttribute("lang"));
    }

    [Fact]
    public async Task Language_WithAnotherSiteToGoBackTo_GoesHome()
    {
        using var client = Site.NewClient();

        using var answer = await client.Http.GetAsync(new Uri("/language?to=en&back=//evil.example", UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Language_OfTheBrowser_ChoosesNothing()
    {
        using var client = Site.NewClient();
        client.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        Assert.Equal("zh-CN", (await client.GetAsync("/")).Element("html").GetAttribute("lang"));
    }

    [Fact]
    public async Task Assets_OfThePage_AreServedForGoodUnderTheirFingerprints()
    {
        using var client = Site.NewClient();
        var page = await client.GetAsync("/");
        var styles = page.Element("link[rel=stylesheet]").GetAttribute("href")!;

        using var answer = await client.Http.GetAsync(new Uri(styles, UriKind.Relative), Stop);
        var css = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        Assert.InRange(css.Length, 10_000, 45_000);
    }
}
