using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Features.Services;

/// <summary>The laws of a service on 22 November 2026: the revised law has been in force since March, the measures are over.</summary>
public sealed class LawsSite : SqliteSite
{
    public LawsSite() => Clock.Set(new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));
}

public sealed class LawsTests(LawsSite site) : SiteTests<LawsSite>(site)
{
    private const string Laws = "/services/foreign-trade-operator/laws";

    [Fact]
    public async Task Laws_NothingAsked_AreAllThereNewestFirstWithTheirStanding()
    {
        var page = await GetAsync("");

        var days = page.Document.QuerySelectorAll(".laws time").Select(t => t.GetAttribute("datetime")).ToList();
        Assert.Equal(6, days.Count);
        Assert.Equal(days.OrderDescending(), days);
        Assert.Contains("现行有效", Row(page, "2025年修订"), StringComparison.Ordinal);
        Assert.Contains("已废止", Row(page, "商务部令2004年第14号"), StringComparison.Ordinal);
        Assert.Contains("2004-07-01 至 2022-12-30", Row(page, "商务部令2004年第14号"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("登报声明", new[] { "2019-03-01" })] // in the text alone
    [InlineData("海关 登报声明", new string[0])] // each stands somewhere, together nowhere
    [InlineData("2004年第14号", new[] { "2004-07-01" })] // in the title alone
    [InlineData("１３位", new[] { "1998-01-01" })] // full width
    [InlineData("CIRCULAR", new[] { "2019-03-01" })] // the English title, any case
    [InlineData("  首次保存   用户名 ", new[] { "2016-12-01" })]
    [InlineData("<b>", new string[0])]
    public async Task Laws_ByWords_FindsThoseThatHaveThemAll(string words, string[] days)
    {
        var page = await GetAsync("?q=" + Uri.EscapeDataString(words));

        Assert.Equal(days, page.Document.QuerySelectorAll(".laws time").Select(t => t.GetAttribute("datetime")));
        if (days.Length == 0)
            page.ExpectText("没有找到符合条件的法规");
    }

    [Fact]
    public async Task Laws_ByWords_ShowWhereTheyStand()
    {
        var page = await GetAsync("?q=" + Uri.EscapeDataString("登报声明"));

        Assert.Equal("登报声明", page.TextOf(".laws mark"));
        page.ExpectText("不需要登报声明");
    }

    [Theory]
    [InlineData("in-force", "2022-12-30")]
    [InlineData("ended", "2004-07-01")]
    public async Task Laws_ByStanding_FindsThoseAlone(string state, string day)
    {
        var page = await GetAsync("?state=" + state);

        var days = page.Document.QuerySelectorAll(".laws time").Select(t => t.GetAttribute("datetime")).ToList();
        Assert.Contains(day, days);
        Assert.True(days.Count < 6);
        Assert.Equal(state, page.ValueOf("state"));
    }

    [Fact]
    public async Task Laws_OnADayBeforeOneHolds_SaysSo()
    {
        Site.Clock.Set(new(2026, 2, 20, 4, 0, 0, TimeSpan.Zero));
        try
        {
            Assert.Contains("尚未施行", Row(await GetAsync(""), "2025年修订"), StringComparison.Ordinal);
        }
        finally
        {
            Site.Clock.Set(new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));
        }
    }

    [Fact]
    public async Task Law_ThatIsOver_SaysSoAboveItsText()
    {
        using var client = Site.NewClient();

        var law = (await client.GetAsync((await client.GetAsync(Laws)).LinkTo("对外贸易经营者备案登记办法"))).ExpectOk();

        law.ExpectText("不再施行").ExpectText("已废止");
        Assert.NotEmpty(law.TextOf(".law"));
    }

    private async Task<Page> GetAsync(string query)
    {
        using var client = Site.NewClient();
        return (await client.GetAsync(Laws + query)).ExpectOk();
    }

    private static string Row(Page page, string title) => page.TextsOf(".laws li").Single(t => t.Contains(title, StringComparison.Ordinal));
}
