using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Features.Filings;

/// <summary>电商企业注册申请: the city follows from the place that is filled in, and what stands in an empty form is what the pack says.</summary>
public sealed class EcommerceEnterpriseTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const string Start = "/services/ecommerce-enterprise/start";

    [Fact]
    public async Task Start_ChoosesNoAuthority_AndLeadsToTheForm()
    {
        using var client = Site.NewClient();

        Assert.Equal("/services/ecommerce-enterprise", (await client.GetAsync("/")).LinkTo("电商企业注册申请"));
        var start = (await client.GetAsync(Start)).ExpectOk().ExpectText("按表中填写的地区自动确定");
        Assert.Null(start.Document.QuerySelector("input[name=authority]"));
        var form = (await client.SubmitAsync(start, "#start-form")).ExpectOk();

        Assert.Equal("示例：北京电子商务有限公司", form.Element("#entName").GetAttribute("placeholder"));
        Assert.Equal("domestic", form.ValueOf("regKind"));
        Assert.Equal("no", form.ValueOf("listed"));
        Assert.Equal("CN", form.ValueOf("country"));
        Assert.Empty(form.Document.QuerySelectorAll("button[value=authority]"));
    }

    [Fact]
    public async Task Submit_GoesToTheCityOfTheRegion_AndFollowsItWhenItChanges()
    {
        using var visit = new FilerVisit(Site);
        var form = (await visit.Client.GetAsync("/filings/new?service=ecommerce-enterprise&route=online")).ExpectOk();
        var draft = FilerVisit.Join(Answers(), visit.Account);
        draft["region"] = null;
        var saved = (await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, draft, "save", [FilerVisit.Licence])).ExpectOk();
        var id = FilerVisit.IdOf(saved);
        Assert.Equal(Scene.Ministry, (await visit.FilingAsync(id)).AuthorityId);

        await SubmitAsync(visit, id, "440111");
        Assert.Equal(Scene.Guangzhou, (await visit.FilingAsync(id)).AuthorityId);
        // A district of a 计划单列市, whose office is on the level of provinces, and one of a city under the central government.
        await SubmitAsync(visit, id, "440305");
        Assert.Equal(Scene.Shenzhen, (await visit.FilingAsync(id)).AuthorityId);
        await SubmitAsync(visit, id, "110108");
        Assert.Equal("A110000", (await visit.FilingAsync(id)).AuthorityId);
        Assert.Equal(3, (await visit.FilingAsync(id)).Revision);
    }

    [Fact]
    public async Task Submit_RegionThatIsNoMore_SaysSoAndKeepsEverything()
    {
        using var visit = new FilerVisit(Site);
        var form = (await visit.Client.GetAsync("/filings/new?service=ecommerce-enterprise&route=online")).ExpectOk();
        var answers = FilerVisit.Join(Answers(), visit.Account);
        answers["region"] = "440199";

        var page = await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "submit", [FilerVisit.Licence]);

        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("区划代码 440199 不在现行的行政区划中");
        Assert.Equal("440199", page.ValueOf("region"));
        Assert.Equal("广州样例电子商务有限公司", page.ValueOf("entName"));
        Assert.Equal("440199", await visit.AnswerAsync(FilerVisit.IdOf(page), "region"));
    }

    [Theory]
    [InlineData("/services/ecommerce-profile")]
    [InlineData("/services/ecommerce-profile/start")]
    [InlineData("/register/ecommerce-profile")]
    [InlineData("/register/ecommerce-profile?name=样例")]
    [InlineData("/register/ecommerce-profile/00000001")]
    [InlineData("/api/v1/register/ecommerce-profile?name=样例")]
    [InlineData("/filings/new?service=ecommerce-profile&route=online")]
    public async Task Get_PublicPagesOfAProfile_AreNotThere(string path)
    {
        using var client = Site.NewClient();

        (await client.GetAsync(path)).Expect(HttpStatusCode.NotFound);
    }

    internal static Dictionary<string, string?> Answers() =>
        new()
        {
            ["entName"] = "广州样例电子商务有限公司",
            ["uscc"] = Scene.NewUscc(),
            ["regAuthority"] = "广州市白云区市场监督管理局",
            ["legalRep"] = "测试人",
            ["phone"] = "020-81234567",
            ["regKind"] = "domestic",
            ["listed"] = "no",
            ["country"] = "CN",
            ["region"] = "440111",
            ["shops.0.platform"] = "自营网站",
            ["shops.0.shopName"] = "样例商城",
            ["shops.0.shopUrl"] = "https://shop.example.test",
            ["shops.0.category"] = "图书",
            ["turnover"] = "under-5m",
            ["crossBorder"] = "no",
            ["livestream"] = "no",
            ["contactName"] = "测试人",
            ["contactMobile"] = "13800000000",
        };

    private static async Task SubmitAsync(FilerVisit visit, Guid id, string region)
    {
        var form = await visit.OpenAsync(id);
        await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, new Dictionary<string, string?> { ["region"] = region }, "submit");
        Assert.Equal("Submitted", (await visit.FilingAsync(id)).State.ToString());
    }
}
