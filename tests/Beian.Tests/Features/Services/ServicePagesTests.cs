using System.Net;
using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Xunit;

namespace Beian.Tests.Features.Services;

public sealed class ServicePagesTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const string Home = "/services/foreign-trade-operator";

    /// <summary>Each service with what its printed form is called.</summary>
    public static TheoryData<string, string> Services =>
        new()
        {
            { "foreign-trade-operator", "登记表" },
            { "freight-forwarder", "备案表" },
            { "commercial-franchise", "备案申请表" },
        };

    [Fact]
    public async Task Home_OfTheForeignTradeFiling_LaysOutTheThreeSituations()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync(Home)).ExpectOk();

        Assert.Equal(
            ["新备案企业", "2016年12月1日前提交备案申请表的企业", "2016年12月1日后提交备案申请表的企业"],
            page.TextsOf(".situation h3")
        );
        Assert.Equal(Home + "/start", page.LinkTo("开始备案登记"));
        page.ExpectText("5 个工作日").ExpectText("营业执照").ExpectText("登录应用").ExpectText("不再是从事对外贸易的条件");
    }

    [Theory, MemberData(nameof(Services))]
    public async Task Home_AnyService_SearchesItsRegisterAndOffersItsBlankForm(string service, string sheet)
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync("/services/" + service)).ExpectOk();

        var found = await client.SubmitAsync(
            page,
            $"form[action='/register/{service}']",
            new Dictionary<string, string?> { ["name"] = "没有" }
        );
        Assert.Equal(2, found.ExpectOk().Document.QuerySelectorAll("main form[role=search] input").Length);
        found.ExpectText("没有找到符合条件的登记");
        foreach (var side in new[] { "正面", "背面" })
        {
            using var pdf = await client.Http.GetAsync(new Uri(page.LinkTo(sheet + side), UriKind.Relative), Stop);
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        }
    }

    [Theory, MemberData(nameof(Services))]
    public async Task Pages_AnyService_HaveTheNavigationWithTheSignInOnTop(string service, string sheet)
    {
        using var client = Site.NewClient();
        var home = "/services/" + service;
        var route = (await client.GetAsync(home + "/start")).ExpectOk().Element("input[name=route]").GetAttribute("value");
        var office = (await client.GetAsync(home + "/start")).Element("input[name=authority]").GetAttribute("value");
        var law = (await client.GetAsync(home + "/laws")).Element(".laws a").GetAttribute("href")!;
        foreach (
            var (path, current) in new[]
            {
                (home, "应用首页"),
                (home + "/start", "备案登记"),
                ($"/filings/new?service={service}&authority={office}&route={route}", "备案登记"),
                (home + "/print", "打印" + sheet),
                (home + "/laws", "法律法规"),
                (law, "法律法规"),
                (home + "/blank", "空白表下载"),
                (home + "/authorities", "备案登记机关"),
                ("/register/" + service, (await client.GetAsync("/register/" + service)).Element("h1").TextContent),
            }
        )
        {
            var page = (await client.GetAsync(path)).ExpectOk();
            var links = page.TextsOf(".side-nav a").ToList();
            Assert.Equal(["登录应用", "备案登记", "打印" + sheet, "法律法规", "应用首页"], links.Take(5));
            Assert.Equal(current, page.TextOf(".side-nav a[aria-current]"));
            Assert.StartsWith("/account/sign-in", page.LinkTo("登录应用"), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Services))]
    public async Task Pages_OfAServiceWhoseFormHasAnotherName_DoNotSpeakOfTheRegistrationForm(string service, string sheet)
    {
        if (sheet == "登记表")
            return;
        using var client = Site.NewClient();
        foreach (var path in new[] { "", "/start", "/print", "/print?number=1", "/blank", "/authorities" })
            Assert.DoesNotContain("登记表", (await client.GetAsync($"/services/{service}{path}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登记表", (await client.GetAsync("/register/" + service)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_OfGeneralPages_NameNoFormOfOneService()
    {
        var named = Repository
            .SourceFiles("src/Beian.Web")
            .Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains("登记表", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f));
        Assert.Empty(named);
    }

    [Fact]
    public async Task Authorities_ByPlace_ShowPhoneAddressAndHours()
    {
        await Site.ExecuteAsync(async db =>
        {
            var office = await db.Authorities.FindAsync(["A440100"], Stop);
            office!.SetContact("020-0000 4401", "广州市测试路1号", "工作日 9:00–17:00");
            await db.SaveChangesAsync(Stop);
        });
        await Site.StopAsync();
        await Site.StartAsync();
        using var client = Site.NewClient();

        var page = (await client.GetAsync(Home + "/authorities?q=" + Uri.EscapeDataString("广州"))).ExpectOk();

        var row = page.TextsOf("tbody tr").Single(r => r.Contains("广州市商务局", StringComparison.Ordinal));
        foreach (var text in new[] { "020-0000 4401", "广州市测试路1号", "工作日 9:00–17:00" })
            Assert.Contains(text, row, StringComparison.Ordinal);
        (await client.GetAsync(Home + "/authorities?q=%00%ED%A0%80<script>")).ExpectOk().ExpectText("没有找到这样的机关");
    }

    [Fact]
    public async Task Registers_List_LeadsToTheRegisterOfEveryService()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync((await client.GetAsync("/")).LinkTo("备案信息查询"))).ExpectOk();

        foreach (var (_, (service, _)) in Services.Select((s, i) => (i, s.Data)))
            (await client.GetAsync(page.Element($"h2 a[href='/register/{service}']").GetAttribute("href")!)).ExpectOk();
    }

    [Fact]
    public async Task Print_OfAPackWithSheets_AsksForANumber()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync(Home + "/print")).ExpectOk().ExpectText("系统编号或备案登记表编号");

        Assert.Empty(page.TextsOf(".error-summary li"));
    }

    [Theory]
    [InlineData("/services/nothing")]
    [InlineData("/services/nothing/laws")]
    [InlineData("/services/nothing/print")]
    [InlineData("/services/nothing/authorities")]
    [InlineData("/services/foreign-trade-operator/laws/nothing")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path)
    {
        using var client = Site.NewClient();

        (await client.GetAsync(path)).Expect(HttpStatusCode.NotFound);
    }
}
