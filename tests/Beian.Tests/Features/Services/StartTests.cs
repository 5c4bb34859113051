using System.Net;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Features.Services;

public sealed class StartTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const string Start = "/services/foreign-trade-operator/start";

    [Fact]
    public async Task Search_ByCity_FindsItsAuthorityUnderItsProvince()
    {
        using var visitor = Site.NewClient();
        var page = (await visitor.GetAsync(Start + "?q=广州")).ExpectOk();
        Assert.Contains(page.TextsOf("[data-authorities] label"), l => l.Contains("广州", StringComparison.Ordinal));
        Assert.Contains(page.TextsOf("[data-authorities] legend"), l => l.Contains("广东", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_WithAuthorityAndRoute_OpensTheForm()
    {
        using var visitor = Site.NewClient();
        var page = (await visitor.GetAsync(Start + "?q=北京")).ExpectOk();
        var form = await visitor.SubmitAsync(
            page,
            "#start-form",
            new Dictionary<string, string?> { ["authority"] = "A110000", ["route"] = "uscc" }
        );
        form.ExpectOk().ExpectText("用户信息");
        Assert.StartsWith("/filings/new", form.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A440000", "within-province", true)]
    [InlineData("MOFCOM", "across-provinces", true)]
    [InlineData("A440000", "across-provinces", false)]
    [InlineData("MOFCOM", "within-province", false)]
    public async Task Post_RouteForSomeLevels_TakesOnlyAuthoritiesOfThose(string authority, string route, bool goesOn)
    {
        using var visitor = Site.NewClient();
        var start = (await visitor.GetAsync("/services/commercial-franchise/start")).ExpectOk();

        var page = await visitor.SubmitAsync(
            start,
            "#start-form",
            new Dictionary<string, string?> { ["authority"] = authority, ["route"] = route }
        );

        if (goesOn)
            page.ExpectOk().ExpectText("用户信息");
        else
            page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("这个机关不受理所选的备案方式");
        var address = $"/filings/new?service=commercial-franchise&authority={authority}&route={route}";
        Assert.Equal(goesOn, (await visitor.GetAsync(address)).ExpectOk().Path.StartsWith("/filings/new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_ServiceOfProvincesOnly_OffersNoCity()
    {
        using var visitor = Site.NewClient();
        var page = (await visitor.GetAsync("/services/commercial-franchise/start?q=广州")).ExpectOk();
        Assert.Equal(["广东省商务厅"], page.TextsOf("[data-authorities] label"));
    }

    [Fact]
    public async Task Post_WithNothingChosen_SaysWhatToChoose()
    {
        using var visitor = Site.NewClient();
        var page = await visitor.SubmitAsync(
            (await visitor.GetAsync(Start)).ExpectOk(),
            "#start-form",
            new Dictionary<string, string?> { ["code"] = "123" }
        );
        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请选择备案登记机关").ExpectText("请选择备案登记方式");
    }
}
