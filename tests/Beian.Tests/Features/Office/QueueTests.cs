using System.Net;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office;

public abstract class QueueTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private readonly Scene _scene;

    protected QueueTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Get_WithoutSignIn_LeadsToTheSignIn()
    {
        using var visitor = Site.NewClient();
        using var answer = await visitor.Http.GetAsync(new Uri("/office/queue", UriKind.Relative), Stop);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Get_OfAnotherAuthority_HidesTheFiling()
    {
        var filing = await _scene.SubmittedAsync(name: "只在广州测试有限公司");
        using var other = await _scene.OfficerAsync(Scene.Shenzhen);
        Assert.DoesNotContain(
            "只在广州",
            (await other.GetAsync("/office/queue?q=只在广州")).ExpectOk().TextOf("main"),
            StringComparison.Ordinal
        );
        foreach (var act in new[] { "", "/approval", "/attachments/" + Guid.CreateVersion7() })
            (await other.GetAsync($"/office/filings/{filing.Id}{act}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_OfASuperior_ShowsTheFilingForReadingOnly()
    {
        var filing = await _scene.SubmittedAsync(name: "下级测试有限公司");
        foreach (var superior in new[] { Scene.Guangdong, Scene.Ministry })
        {
            using var officer = await _scene.OfficerAsync(superior);
            (await officer.GetAsync("/office/queue?q=下级测试")).ExpectOk().ExpectText("下级测试有限公司").ExpectText("广州市商务局");
            var page = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk().ExpectText("您可以查看");
            Assert.Empty(page.Document.QuerySelectorAll("form[action*='/office/filings/']"));
            using var own = await _scene.OfficerAsync(Scene.Guangzhou);
            var form = await own.GetAsync($"/office/filings/{filing.Id}");
            Assert.NotNull(form.Document.QuerySelector("form[action$=approval]"));
        }
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(filing.Id)).State);
    }

    [Fact]
    public async Task Post_OfASuperior_IsRefused()
    {
        var mine = await _scene.SubmittedAsync(Scene.Guangdong);
        var below = await _scene.SubmittedAsync(Scene.Guangzhou);
        using var officer = await _scene.OfficerAsync(Scene.Guangdong);
        var page = await officer.GetAsync($"/office/filings/{mine.Id}");
        var token = page.ValueOf("__RequestVerificationToken")!;
        using var body = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["revision"] = "1",
                ["operatorType"] = "limited",
            }
        );
        using var answer = await officer.Http.PostAsync(new Uri($"/office/filings/{below.Id}/approval", UriKind.Relative), body, Stop);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(below.Id)).State);
    }

    [Fact]
    public async Task Get_Pages_ShowEveryFilingOnceInOrderOfTheDueDate()
    {
        const string Place = "A440200";
        for (var i = 0; i < 55; i++)
            await _scene.SubmittedAsync(Place, Scene.NewUscc(), $"分页测试{i:D2}", Data.Now.AddDays(-(i % 7)));
        using var officer = await _scene.OfficerAsync(Place);
        var first = (await officer.GetAsync("/office/queue")).ExpectOk().ExpectText("共 55 条");
        var second = (await officer.GetAsync(first.LinkTo("下一页"))).ExpectOk();
        var back = (await officer.GetAsync(second.LinkTo("上一页"))).ExpectOk();

        var names = first.TextsOf("tbody td:first-child a").Concat(second.TextsOf("tbody td:first-child a")).ToList();
        Assert.Equal(55, names.Distinct().Count());
        Assert.Equal(first.TextsOf("tbody td:first-child a"), back.TextsOf("tbody td:first-child a"));
        var late = (await officer.GetAsync("/office/queue?late=true")).ExpectOk();
        Assert.All(late.TextsOf("tbody tr"), row => Assert.Contains("逾期", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_WithNonsense_SaysWhatIsWrong()
    {
        using var officer = await _scene.OfficerAsync(Scene.Guangdong);
        (await officer.GetAsync("/office/queue?from=gestern&authority=A330100&state=x&after=9_9&late=7"))
            .ExpectOk()
            .ExpectText("日期请写成")
            .ExpectText("没有这个机关");
        (await officer.GetAsync($"/office/queue?state=approved&after={long.MaxValue}_{Guid.CreateVersion7():N}")).ExpectOk();
        (await officer.GetAsync("/office/queue?q=%25_'\"&to=8999-12-31")).ExpectOk();
    }

    [Fact]
    public async Task Get_Home_CountsWhatWaits()
    {
        const string Place = "A440400";
        await _scene.SubmittedAsync(Place);
        await _scene.SubmittedAsync(Place, Scene.NewUscc(), "逾期测试", Data.Now.AddDays(-30));
        using var officer = await _scene.OfficerAsync(Place);
        var page = (await officer.GetAsync("/office")).ExpectOk().ExpectText("暂未开放");
        Assert.Equal(
            ["2待审核", "0今日到期", "1逾期", "2新收", "0重新上报", "0我的", "0已退回", "0本机关本月已办"],
            page.TextsOf(".figure")
        );
    }

    [Fact]
    public async Task Reveal_ByTheAuthorityInCharge_ShowsNumbersOnceAndRecordsIt()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        Assert.DoesNotContain("E12345678", page.Html, StringComparison.Ordinal);

        (await officer.SubmitAsync(page, "form[action$=reveal]")).ExpectOk().ExpectText("E12345678");

        Assert.DoesNotContain("E12345678", (await officer.GetAsync($"/office/filings/{filing.Id}")).Html, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == filing.Id && e.Kind == "PersonalAnswersRevealed", Stop))
        );
    }

    [Fact]
    public async Task Get_CaseSentTwice_ShowsWhatChanged()
    {
        var filing = await _scene.SubmittedAsync();
        await _scene.ResubmitAsync(filing.Id, "domicile", "广东省广州市海珠区新址3号");
        await _scene.ResubmitAsync(filing.Id, "legalRepId.number", "E87654321");
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk().ExpectText("第 3 次上报改动的内容");
        Assert.DoesNotContain("E87654321", page.Html, StringComparison.Ordinal);
    }
}

public sealed class QueueOnSqliteTests(SqliteSite site) : QueueTests<SqliteSite>(site);

public sealed class QueueOnPostgresTests(PostgresSite site) : QueueTests<PostgresSite>(site);
