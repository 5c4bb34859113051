using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office;

public abstract class DecisionTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private static readonly Dictionary<string, string?> Limited = new() { ["operatorType"] = "limited" };

    private readonly Scene _scene;

    protected DecisionTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Approve_FilingThatWaits_DrawsNumbersAndEntersIt()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk().ExpectText("待审核").ExpectText("未验证");

        var after = (await officer.SubmitAsync(page, "form[action$=approval]", Limited)).ExpectOk();

        after.ExpectText("已审核");
        var (entry, version, claim) = await Site.QueryAsync(async db =>
            (
                await db.RegisterEntries.SingleAsync(e => e.FilingId == filing.Id, Stop),
                await db.EntryVersions.SingleAsync(v => v.FilingId == filing.Id, Stop),
                await db.Claims.SingleAsync(c => c.FilingId == filing.Id, Stop)
            )
        );
        Assert.Matches("^[0-9]{8}$", entry.Number);
        Assert.Equal("4401" + filing.SubjectCode[8..17], entry.Code);
        Assert.Contains("有限", after.Text, StringComparison.Ordinal);
        Assert.Equal(ClaimState.Confirmed, claim.State);
        Assert.NotNull(version.PersonalAnswers);
        foreach (var secret in new[] { "E12345678", "测试人", "office@example.test", "020-81234567" })
            Assert.DoesNotContain(secret, entry.PublicAnswers, StringComparison.Ordinal);
        var kinds = await Site.QueryAsync(db =>
            db.Events.Where(e => e.SubjectId == filing.Id || e.SubjectId == entry.PublicId).Select(e => e.Kind).ToListAsync(Stop)
        );
        Assert.Contains("FilingApproved", kinds);
        Assert.Contains("EntryRegistered", kinds);
        Assert.Equal(1, await CountMailsAsync(filing.Id, "filing-approved"));
    }

    [Fact]
    public async Task Approve_WithoutOperatorType_ShowsProblemAndChangesNothing()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");

        var after = await officer.SubmitAsync(page, "form[action$=approval]", new Dictionary<string, string?> { ["remarks"] = "留着的话" });

        after.Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("留着的话", after.ValueOf("remarks"));
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(filing.Id)).State);
    }

    [Fact]
    public async Task Return_WithPoints_KeepsThemWithTheDecisionAndTellsTheFiler()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");

        var after = await officer.SubmitAsync(
            page,
            "form[action$=return]",
            new Dictionary<string, string?>
            {
                ["reason"] = "请按执照填写",
                ["points.domicile"] = "与执照不符",
                ["points.fLicence"] = "扫描件不清",
                ["points.unknown"] = "x",
            }
        );

        after.ExpectOk().ExpectText("退回补正").ExpectText("与执照不符");
        var decision = await Site.QueryAsync(db => db.Decisions.SingleAsync(d => d.FilingId == filing.Id, Stop));
        Assert.Equal("请按执照填写", decision.Reason);
        Assert.Equal(["domicile", "fLicence"], decision.ReadFieldReasons().Keys.Order(StringComparer.Ordinal));
        var now = await _scene.ReadAsync(filing.Id);
        Assert.Equal((FilingState.Returned, null), (now.State, now.DueOn));
        Assert.Equal(1, await CountMailsAsync(filing.Id, "filing-returned"));
    }

    [Fact]
    public async Task Return_WithoutAnyReason_IsNotDone()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");

        (await officer.SubmitAsync(page, "form[action$=return]")).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请写明退回原因");
    }

    [Fact]
    public async Task Reject_WithReason_ClosesTheFilingWithTheRemedies()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectText("行政复议");

        var reason = new Dictionary<string, string?>
        {
            ["rejectionReason"] = "材料系伪造",
            ["basis"] = "对外贸易经营者备案登记办法（商务部令2004年第14号）",
        };
        Assert.Contains(page.Document.QuerySelectorAll("#basis option"), o => o.GetAttribute("value") == reason["basis"]);
        (await officer.SubmitAsync(page, "form[action$=rejection]", reason)).ExpectOk().ExpectText("不予备案");

        Assert.Equal(FilingState.Rejected, (await _scene.ReadAsync(filing.Id)).State);
        var decision = await Site.QueryAsync(db => db.Decisions.SingleAsync(d => d.FilingId == filing.Id, Stop));
        Assert.Equal("依据对外贸易经营者备案登记办法（商务部令2004年第14号）：材料系伪造", decision.Reason);
        Assert.Equal(1, await CountMailsAsync(filing.Id, "filing-rejected"));
        var mail = await Site.QueryAsync(db =>
            db.Outbox.SingleAsync(m => m.SubjectId == filing.Id && m.Template == "filing-rejected", Stop)
        );
        Assert.Contains("广州市商务局的本级人民政府", System.Text.RegularExpressions.Regex.Unescape(mail.Data), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_RevisionThatIsNoLongerTheNewest_IsConflict()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        await _scene.ResubmitAsync(filing.Id, "domicile", "广东省广州市越秀区测试路2号");

        var after = await officer.SubmitAsync(page, "form[action$=approval]", Limited);

        after.Expect(HttpStatusCode.Conflict).ExpectText("第 2 版").ExpectText("越秀区测试路2号");
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(filing.Id)).State);
    }

    [Fact]
    public async Task Decide_TwoOfficersAtOnce_ExactlyOneWins()
    {
        for (var round = 0; round < 4; round++)
        {
            var filing = await _scene.SubmittedAsync();
            using var first = await _scene.OfficerAsync(Scene.Guangzhou);
            using var second = await _scene.OfficerAsync(Scene.Guangzhou);
            var (one, two) = (await first.GetAsync($"/office/filings/{filing.Id}"), await second.GetAsync($"/office/filings/{filing.Id}"));

            var answers = await Task.WhenAll(
                first.SubmitAsync(one, "form[action$=approval]", Limited),
                second.SubmitAsync(two, "form[action$=rejection]", new Dictionary<string, string?> { ["rejectionReason"] = "不符" })
            );

            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            Assert.Single(answers, a => a.Status == HttpStatusCode.Conflict).ExpectText("测试审核员 已于");
            Assert.Equal(1, await Site.QueryAsync(db => db.Decisions.CountAsync(d => d.FilingId == filing.Id, Stop)));
        }
    }

    [Fact]
    public async Task Approve_TwoRivalsForOneCode_FirstWinsAndTheOtherIsTold()
    {
        var code = Scene.NewUscc();
        var first = await _scene.SubmittedAsync(uscc: code, name: "甲方测试有限公司");
        var second = await _scene.SubmittedAsync(uscc: code, name: "乙方测试有限公司");
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/filings/{first.Id}")).ExpectText("其他账号的备案").ExpectText("乙方测试有限公司");
        var other = await officer.GetAsync($"/office/filings/{second.Id}");

        (await officer.SubmitAsync(page, "form[action$=approval]", Limited)).ExpectOk();
        (await officer.SubmitAsync(other, "form[action$=approval]", Limited))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("另一份备案已先获通过");
        // Decided, it asks for no choice any more.
        var decided = (await officer.GetAsync($"/office/filings/{first.Id}")).ExpectOk();
        Assert.DoesNotContain("其他账号的备案", decided.Text, StringComparison.Ordinal);

        var claims = await Site.QueryAsync(db =>
            db.Claims.Where(c => c.CodeKey == Subject.KeyOf(code)).ToDictionaryAsync(c => c.FilingId!.Value, c => c.State, Stop)
        );
        Assert.Equal((ClaimState.Confirmed, ClaimState.Lost), (claims[first.Id], claims[second.Id]));
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(second.Id)).State);
        (await officer.GetAsync($"/office/filings/{second.Id}")).ExpectOk().ExpectText("已有有效登记");
    }

    /// <summary>The organisation code of an enterprise stands inside its unified social credit code: it is one enterprise.</summary>
    [Fact]
    public async Task Check_OrganisationCodeOfAnEnteredUscc_IsEnteredAlready()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        (await officer.SubmitAsync(page, "form[action$=approval]", Limited)).ExpectOk();

        using var filer = Site.NewClient();
        const string Check = "/filings/new/check?service=foreign-trade-operator&route=other";
        using var typed = new FormUrlEncodedContent([new("kind", "enterprise"), new("orgCode", filing.SubjectCode[8..17])]);
        using var answer = await filer.Http.PostAsync(new Uri(Site.Address, Check), typed, Stop);

        Assert.Contains("entered-already", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queue_NameChangedAfterSending_ShowsWhatWasSent()
    {
        var filing = await _scene.SubmittedAsync(name: "送审时名称有限公司");
        using var filer = new FilerVisit(Site);
        await filer.SignInAsync(filing.OwnerId!.Value);
        var form = await filer.OpenAsync(filing.Id);
        // Incomplete answers are kept, and are not sent.
        await filer.Client.SubmitAsync(
            form,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["nameZh"] = "改名之后有限公司", ["phone"] = "" },
            "save"
        );

        var saved = await _scene.ReadAsync(filing.Id);
        Assert.Equal((true, "送审时名称有限公司"), (saved.HasWorkingCopy, saved.SubjectName));
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        (await officer.GetAsync($"/office/queue?q={filing.Number}")).ExpectText("送审时名称有限公司");
    }

    [Fact]
    public async Task Approve_TwoRivalsAtOnce_ExactlyOneEntryHolds()
    {
        var code = Scene.NewUscc();
        var filings = new[] { await _scene.SubmittedAsync(uscc: code), await _scene.SubmittedAsync(uscc: code) };
        var answers = await Task.WhenAll(
            filings.Select(async filing =>
            {
                using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
                var page = await officer.GetAsync($"/office/filings/{filing.Id}");
                return await officer.SubmitAsync(page, "form[action$=approval]", Limited);
            })
        );

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, a.Text));
        Assert.Equal(
            1,
            await Site.QueryAsync(db =>
                db.RegisterEntries.CountAsync(e => e.CodeKey == Subject.KeyOf(code) && e.State == EntryState.Valid, Stop)
            )
        );
    }

    [Fact]
    public async Task Approve_ManyAtOnce_GivesEachNumberOnce()
    {
        var filings = new List<Filing>();
        for (var i = 0; i < 8; i++)
            filings.Add(await _scene.SubmittedAsync());
        var answers = await Task.WhenAll(
            filings.Select(async filing =>
            {
                using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
                var page = await officer.GetAsync($"/office/filings/{filing.Id}");
                return await officer.SubmitAsync(page, "form[action$=approval]", Limited);
            })
        );

        Assert.All(answers, a => a.ExpectOk());
        var numbers = await Site.QueryAsync(db => db.RegisterEntries.Select(e => e.Number).ToListAsync(Stop));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public async Task Transfer_ToTheRightAuthority_MovesItAndLeavesItReadable()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        using var other = await _scene.OfficerAsync(Scene.Hangzhou);
        (await other.GetAsync($"/office/filings/{filing.Id}")).Expect(HttpStatusCode.NotFound);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");

        var to = new Dictionary<string, string?> { ["to"] = Scene.Hangzhou, ["transferReason"] = "住所在杭州" };
        (await officer.SubmitAsync(page, "form[action$=transfer]", to)).ExpectOk().ExpectText("由杭州市商务局审核");

        (await other.GetAsync($"/office/filings/{filing.Id}")).ExpectOk().ExpectText("住所在杭州");
        Assert.Equal(Scene.Hangzhou, (await _scene.ReadAsync(filing.Id)).AuthorityId);
        (await officer.SubmitAsync(page, "form[action$=approval]", Limited)).Expect(HttpStatusCode.Conflict).ExpectText("转交");
    }

    private Task<int> CountMailsAsync(Guid filing, string template) =>
        Site.QueryAsync(db => db.Outbox.CountAsync(m => m.SubjectId == filing && m.Template == template, Stop));
}

public sealed class DecisionOnSqliteTests(SqliteSite site) : DecisionTests<SqliteSite>(site);

public sealed class DecisionOnPostgresTests(PostgresSite site) : DecisionTests<PostgresSite>(site);
