using System.Net;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Features.Services;

public sealed class ServicePagesTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const string Home = "/services/foreign-trade-operator";

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

    [Fact]
    public async Task Laws_ListAndText_AreShown()
    {
        using var client = Site.NewClient();

        var laws = (await client.GetAsync(Home + "/laws")).ExpectOk();
        var law = (await client.GetAsync(laws.LinkTo("对外贸易经营者备案登记办法"))).ExpectOk();

        law.ExpectText("不再施行");
        Assert.NotEmpty(law.TextOf(".law"));
    }

    [Fact]
    public async Task Print_OfAPackWithSheets_AsksForANumber()
    {
        using var client = Site.NewClient();

        var page = (await client.GetAsync(Home + "/print")).ExpectOk().ExpectText("系统编号或登记表编号");

        Assert.Empty(page.TextsOf(".error-summary li"));
    }

    [Theory]
    [InlineData("/services/nothing")]
    [InlineData("/services/nothing/laws")]
    [InlineData("/services/nothing/print")]
    [InlineData("/services/foreign-trade-operator/laws/nothing")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path)
    {
        using var client = Site.NewClient();

        (await client.GetAsync(path)).Expect(HttpStatusCode.NotFound);
    }
}
