using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Workbench;

public sealed class ApplicationsTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const string AddForm = "tr:has(input[value=foreign-trade-operators]) form";

    [Fact]
    public async Task List_OfASection_HasFiveTabsAndTheColumnsOfTheFigure()
    {
        using var client = await SignInAsync();

        var page = (await client.GetAsync("/workbench/applications")).ExpectOk();

        Assert.Equal(["国内贸易", "对外贸易", "外商投资", "经济合作", "综合业务"], page.TextsOf("ul.tabs a"));
        Assert.Equal("国内贸易", page.TextOf(".tabs [aria-current]"));
        Assert.Equal(["应用名称", "所属版块", "操作"], page.TextsOf("th"));
        page.ExpectText("全国汽车流通信息管理应用").ExpectText("电子商务信息管理分析应用");
        Assert.All(page.TextsOf("td[data-label=所属版块]"), t => Assert.Equal("国内贸易", t));
        Assert.Equal("查询", page.TextOf(".search-line button"));
        Assert.Empty((await client.GetAsync("/workbench/applications?section=general")).ExpectOk().TextsOf("tbody tr"));
    }

    [Theory]
    [InlineData("section=domestic-trade&q=电子商务", "电子商务信息管理分析应用")]
    [InlineData("section=domestic-trade&q=%EF%BC%A5-commerce", "电子商务信息管理分析应用")]
    [InlineData("section=foreign-trade&q=货运 备案", "国际货运代理企业备案应用")]
    public async Task Search_ByAName_FindsItInTheSection(string query, string expected)
    {
        using var client = await SignInAsync();

        var page = (await client.GetAsync("/workbench/applications?" + query)).ExpectOk();

        Assert.Equal(expected, page.Element("tbody td").FirstChild!.TextContent.Trim());
        Assert.Single(page.TextsOf("tbody tr"));
    }

    [Fact]
    public async Task Search_WhatStandsInAnotherSection_SaysWhere()
    {
        using var client = await SignInAsync();

        var page = (await client.GetAsync("/workbench/applications?section=general&q=货运")).ExpectOk();

        Assert.Equal(
            "/workbench/applications?section=foreign-trade&q=%E8%B4%A7%E8%BF%90",
            page.ExpectText("其他版块里有").LinkTo("国际货运代理")
        );
        (await client.GetAsync("/workbench/applications?q=%00%ED%A0%80" + new string('x', 500))).ExpectOk();
    }

    [Fact]
    public async Task Add_AnApplication_PutsItAmongOnesOwnOnceAndLeadsToItsHome()
    {
        var account = await Data.EnterpriseAsync();
        using var client = await SignInAsync(account);
        (await client.GetAsync("/workbench")).ExpectOk().ExpectText("您还没有应用");
        var list = await client.GetAsync("/workbench/applications?section=foreign-trade");

        var home = await client.SubmitAsync(list, AddForm);
        await client.SubmitAsync(list, AddForm);

        Assert.Equal("/workbench/applications/foreign-trade-operators", home.Path);
        home.ExpectOk().ExpectText("“对外贸易经营者备案登记应用”申请成功");
        Assert.Equal("/services/foreign-trade-operator", home.LinkTo("对外贸易经营者备案登记"));
        var bench = (await client.GetAsync("/workbench")).ExpectOk();
        Assert.Equal("/workbench/applications/foreign-trade-operators", bench.LinkTo("点击进入"));
        Assert.Equal("/services/foreign-trade-operator/start", (await client.GetAsync("/workbench/services")).LinkTo("办理"));
        (await client.GetAsync("/workbench/applications?section=foreign-trade")).ExpectText("已申请，进入应用");
        Assert.Equal(
            1,
            await Site.QueryAsync(db =>
                db.Set<Beian.Web.Features.Account.AddedApplication>().CountAsync(a => a.AccountId == account.Id, Stop)
            )
        );
        Assert.Equal(
            1,
            await Site.QueryAsync(db =>
                db.Set<Beian.Web.Data.Event>().CountAsync(e => e.SubjectId == account.Id && e.Kind == "ApplicationAdded", Stop)
            )
        );
    }

    [Fact]
    public async Task Add_WhatIsNotOpenOrNotThere_IsNotFound()
    {
        using var client = await SignInAsync();
        var list = await client.GetAsync("/workbench/applications?section=foreign-trade");

        foreach (var application in new[] { "automobile-circulation", "nobody", "" })
            (await client.SubmitAsync(list, AddForm, [new("application", application)])).Expect(HttpStatusCode.NotFound);
        (await client.GetAsync("/workbench/applications/nobody")).Expect(HttpStatusCode.NotFound);
        (await client.GetAsync("/workbench/applications/automobile-circulation")).ExpectOk().ExpectText("这个应用暂未开放");
    }

    [Fact]
    public async Task Workbench_AfterAFiling_HasItsApplicationWithTheFilingInside()
    {
        using var filer = new FilerVisit(Site);
        (await filer.SaveNewAsync()).ExpectOk();

        var bench = (await filer.Client.GetAsync("/workbench")).ExpectOk();

        var home = (await filer.Client.GetAsync(bench.LinkTo("点击进入"))).ExpectOk();
        Assert.Equal("/workbench/applications/foreign-trade-operators", home.Path);
        Assert.Single(home.TextsOf("tbody tr"));
        (await filer.Client.GetAsync("/workbench/applications?section=foreign-trade")).ExpectText("已申请，进入应用");
        Assert.Empty((await filer.Client.GetAsync("/workbench/applications/freight-forwarding")).ExpectOk().TextsOf("tbody tr"));
    }

    [Fact]
    public async Task Menus_OfASignedInEnterprise_AreThoseOfTheFigure()
    {
        using var client = await SignInAsync(await Data.EnterpriseAsync("电商应用"));

        var page = (await client.GetAsync("/workbench")).ExpectOk();

        Assert.StartsWith("您好！电商应用 首页 账号管理 修改密码", page.TextOf(".banner-tools"), StringComparison.Ordinal);
        page.ExpectText("退出登录");
        Assert.Equal("我的业务", page.TextOf(".side-nav h2"));
        foreach (
            var (entry, address) in new[]
            {
                ("增加应用", "/workbench/applications"),
                ("新增业务", "/workbench/services"),
                ("我的事项", "/filings"),
                ("站内信", "/messages"),
            }
        )
        {
            Assert.Equal(address, page.LinkTo(entry));
            Assert.Equal(entry, (await client.GetAsync(address)).ExpectOk().TextOf(".side-nav [aria-current]"));
        }
    }

    private async Task<SiteClient> SignInAsync(Beian.Web.Features.Account.Account? account = null) =>
        await new Scene(Site, Data).SignInAsync(account ?? await Data.EnterpriseAsync());
}
