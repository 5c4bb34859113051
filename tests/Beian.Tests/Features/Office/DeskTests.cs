using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Office.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office;

/// <summary>What officers do with a case besides deciding it: give it to each other, write notes, look at what was sent before.</summary>
public abstract class DeskTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private static readonly Dictionary<string, string?> Limited = new() { ["operatorType"] = "limited" };

    private readonly Scene _scene;

    protected DeskTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Assign_ToAColleague_ShowsInTheirQueueAndNobodyElses()
    {
        const string Place = "A440500";
        var (filing, _) = (await _scene.SubmittedAsync(Place, name: "分派测试甲"), await _scene.SubmittedAsync(Place, name: "分派测试乙"));
        var (account, colleague) = await _scene.NamedOfficerAsync(Place);
        using var _1 = colleague;
        using var officer = await _scene.OfficerAsync(Place);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");

        var after = await officer.SubmitAsync(page, "#assignment form", new Dictionary<string, string?> { ["officer"] = $"{account.Id}" });

        after.ExpectOk().ExpectText("办理人：" + account.DisplayName);
        Assert.Equal($"/office/filings/{filing.Id}", after.Path);
        Assert.Equal(["分派测试甲"], (await colleague.GetAsync("/office/queue?mine=true")).TextsOf("tbody td:first-child a"));
        Assert.Empty((await officer.GetAsync("/office/queue?mine=true")).TextsOf("tbody td:first-child a"));
        Assert.Contains("1我的", (await colleague.GetAsync("/office")).TextsOf(".figure"));
        // The filer's form, opened before, is none the worse for it.
        Assert.Equal(filing.Version, (await _scene.ReadAsync(filing.Id)).Version);
    }

    [Fact]
    public async Task Assign_ToAnOfficerOfAnotherAuthority_IsRefused()
    {
        var filing = await _scene.SubmittedAsync();
        var stranger = await Data.OfficerAsync(Scene.Shenzhen);
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");

        var after = await officer.SubmitAsync(page, "#assignment form", new Dictionary<string, string?> { ["officer"] = $"{stranger.Id}" });

        after.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请选择本机关的审核人员");
        Assert.Null((await _scene.ReadAsync(filing.Id)).AssignedToId);
    }

    [Fact]
    public async Task Decide_OnACaseGivenToSomebodyElseMeanwhile_IsToldAndDoesNothing()
    {
        var filing = await _scene.SubmittedAsync();
        var (account, colleague) = await _scene.NamedOfficerAsync(Scene.Guangzhou);
        using var _1 = colleague;
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var stale = await officer.GetAsync($"/office/filings/{filing.Id}");
        var page = await colleague.GetAsync($"/office/filings/{filing.Id}");
        await colleague.SubmitAsync(page, "#assignment form", new Dictionary<string, string?> { ["officer"] = $"{account.Id}" });

        var after = await officer.SubmitAsync(stale, "form[action$=approval]", Limited);

        after.Expect(HttpStatusCode.Conflict).ExpectText($"这份备案刚刚分给了{account.DisplayName}办理");
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(filing.Id)).State);
        // Having seen that, the officer may still decide: a colleague is ill today.
        (await officer.SubmitAsync(after, "form[action$=approval]", Limited))
            .ExpectOk()
            .ExpectText("已审核");
    }

    [Fact]
    public async Task Transfer_ToAnAuthorityThatTakesNoFilings_IsRefused()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        foreach (var nowhere in new[] { Scene.Ministry, "A999999", "" })
        {
            var to = new Dictionary<string, string?> { ["to"] = nowhere, ["transferReason"] = "住所不在本市" };
            var again = (await officer.SubmitAsync(page, "form[action$=transfer]", to)).Expect(HttpStatusCode.UnprocessableEntity);
            Assert.Contains("请选择受理备案的机关", again.TextOf("#to-problem"), StringComparison.Ordinal);
        }
        Assert.Equal(Scene.Guangzhou, (await _scene.ReadAsync(filing.Id)).AuthorityId);
    }

    [Fact]
    public async Task Notes_KeptAndTicked_BecomePointsOfTheReturnAndStayThroughRevisions()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        using var colleague = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        var typed = new Dictionary<string, string?>
        {
            ["points.domicile"] = "与执照不符",
            ["points.fLicence"] = "页码不全",
            ["reason"] = "先放着",
        };

        var kept = await officer.SubmitAsync(page, "#return", typed, "keep");

        // Behind a redirect: reading the page again sends nothing again.
        Assert.Equal($"/office/filings/{filing.Id}", kept.ExpectOk().Path);
        Assert.Equal("先放着", kept.ValueOf("reason"));
        Assert.Equal("", kept.ValueOf("points.domicile"));
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(filing.Id)).State);
        // Twice the same is one note; what stands in the database cannot be read there.
        await officer.SubmitAsync(page, "#return", typed, "keep");
        var notes = await Site.QueryAsync(db => db.Notes.Where(n => n.FilingId == filing.Id).OrderBy(n => n.Field).ToListAsync(Stop));
        Assert.Equal(["domicile", "fLicence"], notes.Select(n => n.Field));
        Assert.All(notes, n => Assert.DoesNotContain("执照", n.Text, StringComparison.Ordinal));

        var seen = (await colleague.GetAsync($"/office/filings/{filing.Id}")).ExpectText("与执照不符").ExpectText("测试审核员");
        var ticked = new Dictionary<string, string?> { [ReturnModel.Send] = $"{notes[0].Id}", ["points.domicile"] = "门牌号也不对" };
        (await colleague.SubmitAsync(seen, "#return", ticked)).ExpectOk();

        var decision = await Site.QueryAsync(db => db.Decisions.SingleAsync(d => d.FilingId == filing.Id, Stop));
        Assert.Equal(new Dictionary<string, string> { ["domicile"] = "与执照不符；门牌号也不对" }, decision.ReadFieldReasons());
        await _scene.ResubmitAsync(filing.Id, "domicile", "广东省广州市越秀区测试路2号");
        var again = (await officer.GetAsync($"/office/filings/{filing.Id}"))
            .ExpectText("已列入第 1 次上报的退回意见")
            .ExpectText("页码不全");
        Assert.Single(again.Document.QuerySelectorAll($"input[name={ReturnModel.Settle}]"));
        (await officer.GetAsync("/office/queue?round=again")).ExpectText("重新上报");
    }

    [Fact]
    public async Task Notes_OfOfficers_NeverReachTheFiler()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        await officer.SubmitAsync(page, "#return", new Dictionary<string, string?> { ["points.domicile"] = "疑似空壳公司" }, "keep");
        using var filer = new FilerVisit(Site);
        await filer.SignInAsync(filing.OwnerId!.Value);

        foreach (var path in new[] { $"/filings/{filing.Id}", $"/filings/{filing.Id}/form", "/filings" })
            Assert.DoesNotContain("空壳", (await filer.Client.GetAsync(path)).ExpectOk().Html, StringComparison.Ordinal);
        using var superior = await _scene.OfficerAsync(Scene.Guangdong);
        var read = (await superior.GetAsync($"/office/filings/{filing.Id}")).ExpectText("疑似空壳公司");
        Assert.Empty(read.Document.QuerySelectorAll("input[form=return], textarea[form=return]"));
    }

    [Fact]
    public async Task Get_EarlierRevision_ShowsItAndCanBeComparedButNotDecided()
    {
        var filing = await _scene.SubmittedAsync();
        await _scene.ResubmitAsync(filing.Id, "domicile", "广东省广州市海珠区新址3号");
        await _scene.ResubmitAsync(filing.Id, "phone", "020-81234568");
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);

        var first = (await officer.GetAsync($"/office/filings/{filing.Id}?revision=1")).ExpectOk().ExpectText("不是最新的");
        Assert.Contains("天河区测试路1号", first.Html, StringComparison.Ordinal);
        Assert.Empty(first.Document.QuerySelectorAll("form[action*=approval], #return"));

        var newest = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk();
        Assert.Equal(
            ["phone", "fForm"],
            newest.Document.QuerySelectorAll("[data-difference]").Select(d => d.GetAttribute("data-difference"))
        );
        Assert.Equal(["81234567", "81234568"], newest.TextsOf("[data-difference=phone] del, [data-difference=phone] ins"));
        var across = (await officer.GetAsync(newest.LinkTo("第 1 次"))).ExpectOk();
        var compared = (await officer.GetAsync($"/office/filings/{filing.Id}?against=1")).ExpectOk().ExpectText("与第 1 次比较");
        Assert.Equal(3, compared.Document.QuerySelectorAll("[data-difference]").Length);
        Assert.Contains("revision=1", across.Path, StringComparison.Ordinal);
        foreach (var nothing in new[] { "0", "4", "-1" })
            (await officer.GetAsync($"/office/filings/{filing.Id}?revision={nothing}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_WithAFile_ShowsItBesideTheAnswersAndOnlyThisSiteMayFrameIt()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}?state=submitted");
        Assert.StartsWith("测试远帆贸易有限公司 - ", page.Document.Title, StringComparison.Ordinal);

        var open = (await officer.GetAsync(page.LinkTo("营业执照.pdf"))).ExpectOk();

        Assert.Equal("营业执照.pdf", open.TextOf(".viewer h2"));
        var file = open.Element(".viewer iframe").GetAttribute("src")!;
        Assert.Matches($"^/office/filings/{filing.Id}/attachments/", file);
        Assert.Contains("state=submitted", open.LinkTo("关闭"), StringComparison.Ordinal);
        (await officer.GetAsync($"/office/filings/{filing.Id}?file={Guid.CreateVersion7()}")).ExpectOk();
        await _scene.StoreFilesAsync(filing.Id);
        using var answer = await officer.Http.GetAsync(new Uri(file, UriKind.Relative), Stop);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task Decide_FromAFilteredQueue_LandsOnItsNextCaseAndAtTheEndOnTheQueue()
    {
        const string Place = "A440600";
        foreach (var (name, days) in new[] { ("连办甲", 30), ("连办乙", 20), ("别的", 25) })
            await _scene.SubmittedAsync(Place, Scene.NewUscc(), name, Data.Now.AddDays(-days));
        using var officer = await _scene.OfficerAsync(Place);
        var queue = await officer.GetAsync("/office/queue?q=连办&due=late");
        var first = (await officer.GetAsync(queue.LinkTo("连办甲"))).ExpectOk();

        var second = await officer.SubmitAsync(first, "#approval", Limited);

        Assert.Equal("连办乙", second.ExpectOk().ExpectText("审核通过：连办甲").TextOf("h1"));
        var end = await officer.SubmitAsync(second, "#return", new Dictionary<string, string?> { ["reason"] = "请核对" });
        Assert.StartsWith("/office/queue?state=submitted&q=", end.ExpectOk().ExpectText("退回补正：连办乙").Path, StringComparison.Ordinal);
        end.ExpectText("没有符合条件的备案");
    }

    [Fact]
    public async Task Get_HomeOfASuperior_CountsWhatThoseBelowAreLateWith()
    {
        const string Place = "A440700";
        await _scene.SubmittedAsync(Place, Scene.NewUscc(), "下级逾期测试", Data.Now.AddDays(-40));
        using var officer = await _scene.OfficerAsync(Scene.Guangdong);

        var home = (await officer.GetAsync("/office")).ExpectOk().ExpectText("下级机关逾期");
        var queue = (await officer.GetAsync(home.LinkTo("江门市"))).ExpectOk();

        Assert.Equal(["下级逾期测试"], queue.TextsOf("tbody td:first-child a"));
    }
}

public sealed class DeskOnSqliteTests(SqliteSite site) : DeskTests<SqliteSite>(site);

public sealed class DeskOnPostgresTests(PostgresSite site) : DeskTests<PostgresSite>(site);
