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
        Assert.DoesNotContain("管理分析应用", page.TextOf("#services"), StringComparison.Ordinal);
        Assert.All(closed, t => Assert.EndsWith("暂未开放", t, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "全部", 9)]
    [InlineData("?section=domestic-trade", "国内贸易", 6)]
    [InlineData("?section=services-trade", "服务贸易", 1)]
    [InlineData("?section=general", "综合业务", 0)]
    [InlineData("?q=电商企业备案申请", "全部", 1)]
    [InlineData("?q=freight", "全部", 1)]
    [InlineData("?q=备案 企业", "全部", 2)]
    [InlineData("?section=foreign-trade&q=货代", "对外贸易", 0)]
    [InlineData("?section=nowhere&q=没有的", "全部", 0)]
    [InlineData("?q=%00", "全部", 9)] // nothing one can type is nothing sought
    public async Task Get_SectionAndWords_ShowWhatFits(string query, string tab, int tiles)
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync("/" + query)).ExpectOk();

        Assert.Equal(["全部", "国内贸易", "对外贸易", "外商投资", "服务贸易", "经济合作", "综合业务"], page.TextsOf("#services .tabs a"));
        Assert.Equal(tab, page.TextOf("#services .tabs [aria-current]"));
        Assert.Equal(tiles, page.TextsOf(".tile").Count);
        Assert.Equal(tiles == 0, page.Document.QuerySelector("#services .empty") is not null);
    }

    [Fact]
    public async Task Get_Foot_HasGuidesHelpSupportByApplicationAndAWordOnSecrecy()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync("/")).ExpectOk();

        Assert.Equal("/help", page.LinkTo("企业端操作手册"));
        Assert.Equal("/help/sign-in", page.LinkTo("登录助手"));
        page.ExpectText("保密提醒").ExpectText("电商企业数据填报 QQ 群：191754185（申请加入时请注明单位名称。）");
        Assert.DoesNotContain("466516676", page.Text, StringComparison.Ordinal); // that one is for authorities
    }

    [Fact]
    public async Task NewAccount_FromThePanel_OffersFilingsThatBringAnAccountAndThePlainOne()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync((await client.GetAsync("/")).LinkTo("请申请"))).ExpectOk();

        Assert.Equal("快速获取账号", page.TextOf("h1"));
        page.ExpectText("直接进行备案并同步获取统一平台账号");
        Assert.Equal(
            ["拍卖企业申请", "外资信息报告", "绿色流通服务", "商业特许经营备案", "电商企业注册申请", "示范基地备案申请"],
            page.TextsOf(".tile").Take(6).Select(t => t.Split(' ')[0])
        );
        Assert.Equal(
            ["/account/registration", "/account/sign-in"],
            page.Document.Links.Where(l => l.TextContent == "这里").Select(l => l.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Letters_SwitchedOnAPage_StayLargeAndLeadBackToIt()
    {
        using var client = Site.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/letters?to=large", UriKind.Relative));
        request.Headers.Referrer = new Uri(Site.Address, "/register/foreign-trade-operator?name=a");
        using var answer = await client.Http.SendAsync(request, Stop);

        Assert.Equal("/register/foreign-trade-operator?name=a", answer.Headers.Location?.OriginalString);
        foreach (var path in new[] { "/", "/register/foreign-trade-operator?name=a" })
        {
            Assert.Equal("large-letters", (await client.GetAsync(path)).Element("html").GetAttribute("class"));
            using var other = Site.NewClient();
            Assert.Null((await other.GetAsync(path)).Element("html").GetAttribute("class"));
        }
        using var stray = new HttpRequestMessage(HttpMethod.Get, new Uri("/letters?to=large", UriKind.Relative));
        stray.Headers.Referrer = new Uri("https://evil.example/x");
        using var home = await client.Http.SendAsync(stray, Stop);
        Assert.Equal("/", home.Headers.Location?.OriginalString);
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
