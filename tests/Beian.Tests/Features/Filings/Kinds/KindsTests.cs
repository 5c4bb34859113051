using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings.Kinds;

/// <summary>变更 and the other kinds, over HTTP: what they do to the entry, and what goes on while they wait.</summary>
public abstract class KindsTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private const string Register = "/register/foreign-trade-operator";

    private static readonly Dictionary<string, string?> Nothing = [];

    private readonly KindScene _scene;

    protected KindsTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Change_FiledAndApproved_MakesANewVersionAndTheFormerOneHoldsMeanwhile()
    {
        using var one = await _scene.EnteredAsync();
        var list = (await one.Filer.Client.GetAsync("/filings")).ExpectOk().ExpectText("已审核，可变更");

        var form = (await one.Filer.Client.SubmitAsync(list, $"form[action='/filings/{one.Filing}/change']")).ExpectOk();

        form.ExpectText("保存以后还要点击“上报”").ExpectText("保持登记的内容");
        Assert.Equal("020-81234567", form.ValueOf("phone"));
        Assert.Null(form.Document.QuerySelector("[name=uscc]"));
        Assert.NotNull(form.Document.QuerySelector("a[href*='/attachments/']"));
        var change = FilerVisit.IdOf(form);
        (
            await one.Filer.Client.SubmitAsync(
                form,
                FilerVisit.FormSelector,
                new Dictionary<string, string?> { ["zip"] = "510001" },
                "save",
                [new Upload("fLicence", "新执照.pdf", FilerVisit.Pdf("新执照"))]
            )
        )
            .ExpectOk()
            .ExpectText("已保存（暂存）");
        (await one.Filer.Client.GetAsync("/filings"))
            .ExpectText("变更中（未上报）")
            .ExpectText("保存后须点击“上报”才会办理")
            .ExpectText("已审核，变更中");
        await KindScene.SignAndSubmitAsync(one.Filer, change);

        var visitor = Site.NewClient();
        (await visitor.GetAsync($"{Register}/{one.Number}")).ExpectOk().ExpectText("有效").ExpectText("510000");
        (await one.Officer.GetAsync("/office/queue")).ExpectText("对外经营者备案 · 变更");
        var desk = (await one.Officer.GetAsync($"/office/filings/{change}")).ExpectOk();
        desk.ExpectText("变更：与现有登记比较").ExpectText("510001");
        // Files are compared too: the new one stands there, what was taken over does not.
        Assert.Contains("新执照.pdf", desk.TextOf("#basis [data-difference=fLicence]"), StringComparison.Ordinal);
        Assert.Single(desk.Document.QuerySelectorAll("#basis [data-difference^=f]"));
        Assert.Equal("limited", desk.ValueOf("operatorType"));
        (await one.Officer.SubmitAsync(desk, "form[action$=approval]", Nothing)).ExpectOk().ExpectText("已审核");

        var (entry, versions) = await _scene.EntryAsync(one.Filing);
        Assert.Equal((2, change, one.Number), (entry.Version, entry.FilingId, entry.Number));
        Assert.Equal(["initial", "change"], versions.Select(v => v.Kind));
        Assert.NotEqual(versions[0].Number, versions[1].Number);
        Assert.Equal(versions[0].Code, versions[1].Code);
        (await visitor.GetAsync($"{Register}/{versions[1].Number}")).ExpectOk().ExpectText("510001");
        (await one.Filer.Client.GetAsync($"/filings/{one.Filing}")).ExpectOk().ExpectText("旧表（已变更）");
        (await one.Filer.Client.GetAsync($"/filings/{change}")).ExpectOk().ExpectText("已审核，可变更");
    }

    [Fact]
    public async Task Change_PressedAgain_LeadsToTheOpenOne()
    {
        using var one = await _scene.EnteredAsync();
        var page = (await one.Filer.Client.GetAsync($"/filings/{one.Filing}")).ExpectOk();
        var first = FilerVisit.IdOf(await one.Filer.Client.SubmitAsync(page, "form[action$='/change']"));

        var again = await one.Filer.Client.SubmitAsync(page, "form[action$='/change']");

        Assert.Equal(first, FilerVisit.IdOf(again.ExpectOk().ExpectText("已有一件正在办理")));
        Assert.Equal(1, await Site.QueryAsync(db => db.Filings.CountAsync(f => f.EntryId != null && f.Id == first, Stop)));
        (await one.Filer.Client.GetAsync($"/filings/{one.Filing}/change/cancellation")).ExpectOk().ExpectText("变更中（未上报）");
    }

    [Fact]
    public async Task Change_OfAnothersEntry_IsNotThere()
    {
        using var one = await _scene.EnteredAsync();
        using var stranger = await _scene.EnteredAsync();
        var page = await stranger.Filer.Client.GetAsync($"/filings/{stranger.Filing}");
        var token = page.ValueOf("__RequestVerificationToken")!;

        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await stranger.Filer.Client.Http.PostAsync(new Uri(Site.Address, $"/filings/{one.Filing}/change"), body, Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        (await stranger.Filer.Client.GetAsync($"/filings/{one.Filing}/change/reissue")).Expect(HttpStatusCode.NotFound);
        (await one.Filer.Client.GetAsync($"/filings/{one.Filing}/change/no-such-kind")).Expect(HttpStatusCode.NotFound);
        (await one.Filer.Client.GetAsync($"/filings/{one.Filing}/change/revocation")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Change_Rejected_LeavesTheEntryAsItWas()
    {
        using var one = await _scene.EnteredAsync();
        var change = await KindScene.SubmittedAsync(one, "change", ("zip", "510001"));

        await KindScene.DecideAsync(one.Officer, change, "rejection", ("rejectionReason", "材料不符"));

        var (entry, versions) = await _scene.EntryAsync(one.Filing);
        Assert.Equal((1, EntryState.Valid), (entry.Version, entry.State));
        Assert.Single(versions);
        (await one.Filer.Client.GetAsync($"/filings/{change}")).ExpectText("现有登记不受影响");
        (await one.Filer.Client.GetAsync($"/filings/{one.Filing}")).ExpectText("已审核，可变更");
    }

    [Fact]
    public async Task Approve_EntryRevokedMeanwhile_IsRefusedAndSaysWhy()
    {
        using var one = await _scene.EnteredAsync();
        var change = await KindScene.SubmittedAsync(one, "change", ("zip", "510001"));
        var desk = await one.Officer.GetAsync($"/office/filings/{change}");
        (await KindScene.EndAsync(one, "revocation", "被禁止从事对外贸易"))
            .ExpectOk()
            .ExpectText("已撤销")
            .ExpectText("被禁止从事对外贸易");

        var after = await one.Officer.SubmitAsync(desk, "form[action$=approval]", Nothing);

        after.Expect(HttpStatusCode.Conflict).ExpectText("撤销").ExpectText("没有任何改动");
        Assert.Equal(FilingState.Submitted, (await one.Filer.FilingAsync(change)).State);
        (await one.Filer.Client.GetAsync($"/filings/{one.Filing}")).ExpectOk().ExpectText("已撤销");
        (await Site.NewClient().GetAsync($"{Register}/{one.Number}")).ExpectOk().ExpectText("已撤销");
    }

    [Fact]
    public async Task Approve_EntryWithANewerVersion_IsRefused()
    {
        using var one = await _scene.EnteredAsync();
        var change = await KindScene.SubmittedAsync(one, "change", ("zip", "510001"));
        await Site.ExecuteAsync(db =>
            db.Filings.Where(f => f.Id == change).ExecuteUpdateAsync(s => s.SetProperty(f => f.EntryVersion, 0), Stop)
        );
        var desk = await one.Officer.GetAsync($"/office/filings/{change}");

        (await one.Officer.SubmitAsync(desk, "form[action$=approval]", Nothing))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("已有更新的版本");

        Assert.Equal(1, (await _scene.EntryAsync(one.Filing)).Entry.Version);
    }

    [Fact]
    public async Task Cancellation_Approved_EndsTheEntryAndFreesTheCode()
    {
        using var one = await _scene.EnteredAsync();
        var filing = await KindScene.SubmittedAsync(one, "cancellation", ("cancelReason", "不再经营进出口业务"));
        Assert.DoesNotContain("审核通过时填写", (await one.Officer.GetAsync($"/office/filings/{filing}")).Text, StringComparison.Ordinal);

        await KindScene.DecideAsync(one.Officer, filing, "approval");

        var (entry, versions) = await _scene.EntryAsync(one.Filing);
        Assert.Equal((EntryState.Cancelled, "cancellation", 1), (entry.State, entry.EndKind, versions.Count));
        Assert.NotNull(entry.EndedAt);
        (await one.Filer.Client.GetAsync("/filings")).ExpectText("已注销");
        // Whoever ended may file anew; what ended stays as it is.
        Assert.False(await Site.QueryAsync(db => RegisterQueries.HasValidEntryAsync(db, entry.Service, entry.CodeKey, Stop)));
        var page = (await one.Officer.GetAsync($"/office/entries/foreign-trade-operator/{one.Number}")).ExpectOk().ExpectText("已注销");
        Assert.StartsWith(entry.Name, page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reissue_Approved_IsTheSameDataUnderANewNumber()
    {
        using var one = await _scene.EnteredAsync();
        var filing = await KindScene.SubmittedAsync(one, "reissue", ("lossNote", "登记表遗失"));

        await KindScene.DecideAsync(one.Officer, filing, "approval");

        var (entry, versions) = await _scene.EntryAsync(one.Filing);
        Assert.Equal((2, EntryState.Valid, filing), (entry.Version, entry.State, entry.FilingId));
        Assert.NotEqual(versions[0].Number, versions[1].Number);
        Assert.Equal(versions[0].Answers.Replace(versions[0].Number, versions[1].Number, StringComparison.Ordinal), versions[1].Answers);
        // And whatever came of the reissue may be changed again.
        (await one.Filer.Client.GetAsync($"/filings/{filing}"))
            .ExpectOk()
            .ExpectText("已审核，可变更");
        await KindScene.SubmittedAsync(one with { Filing = filing }, "change", ("zip", "510002"));
    }

    [Fact]
    public async Task Move_LetGoAndApproved_BelongsToTheNewAuthorityWithTheSameSuffix()
    {
        using var one = await _scene.EnteredAsync();
        var filing = await KindScene.SubmittedAsync(one, "move", ("newAuthority", Scene.Shenzhen), ("domicile", "深圳市南山区测试路1号"));
        using var shenzhen = await _scene.Officers.OfficerAsync(Scene.Shenzhen);

        var desk = (await one.Officer.GetAsync($"/office/filings/{filing}")).ExpectOk().ExpectText("同意迁出");
        (await one.Officer.SubmitAsync(desk, "form[action$=approval]", Nothing)).ExpectOk();
        Assert.Equal(Scene.Guangzhou, (await _scene.EntryAsync(one.Filing)).Entry.AuthorityId);
        await KindScene.DecideAsync(shenzhen, filing, "approval");

        var (entry, versions) = await _scene.EntryAsync(one.Filing);
        Assert.Equal((Scene.Shenzhen, "move"), (entry.AuthorityId, versions[1].Kind));
        Assert.Equal("4403" + versions[0].Code[4..], entry.Code);
        Assert.DoesNotContain(Scene.Shenzhen, versions[1].Answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_ToAnAuthorityThatTakesNoFilingsByNow_IsNeitherLetGoNorSentAgain()
    {
        const string Closed = "A440400";
        using var one = await _scene.EnteredAsync();
        var filing = await KindScene.SubmittedAsync(one, "move", ("newAuthority", Closed), ("domicile", "珠海市香洲区测试路1号"));
        using var province = await _scene.Officers.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        var services = await province.GetAsync("/office/authorities/" + Closed);
        (await province.SubmitAsync(services, "#services", new Dictionary<string, string?> { ["open"] = null })).ExpectOk();

        var desk = (await one.Officer.GetAsync($"/office/filings/{filing}")).ExpectOk();
        (await one.Officer.SubmitAsync(desk, "form[action$=approval]", Nothing))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("珠海市商务局现在不受理这项业务");
        var to = new Dictionary<string, string?> { ["to"] = Closed, ["transferReason"] = "迁往珠海" };
        (await one.Officer.SubmitAsync(desk, "form[action$=transfer]", to))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请选择受理备案的机关");
        await KindScene.DecideAsync(one.Officer, filing, "return", ("reason", "请另选迁入的机关"));

        var form = await one.Filer.OpenAsync(filing);
        // What was chosen is still there, by its name.
        Assert.Equal("珠海市商务局", form.TextOf($"#newAuthority option[value={Closed}]"));
        (await one.Filer.Client.SubmitAsync(form, FilerVisit.FormSelector, button: "submit"))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("珠海市商务局现在不受理这项业务");
    }

    [Fact]
    public async Task Lapse_DutyOverdue_IsListedAndDecidedByTheOfficer()
    {
        using var one = await _scene.EnteredAsync(name: "逾期样例贸易有限公司");
        await Site.ExecuteAsync(db =>
            db.RegisterEntries.Where(e => e.Number == one.Number)
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.DutyDueOn, DateOnly.FromDateTime(Data.Now).AddDays(-3)), Stop)
        );
        (await one.Officer.GetAsync("/office/duties")).ExpectOk().ExpectText("逾期样例贸易有限公司");
        using var elsewhere = await _scene.Officers.OfficerAsync(Scene.Hangzhou);
        Assert.DoesNotContain("逾期样例", (await elsewhere.GetAsync("/office/duties")).ExpectOk().Html, StringComparison.Ordinal);
        (await elsewhere.GetAsync($"/office/entries/foreign-trade-operator/{one.Number}")).Expect(HttpStatusCode.NotFound);
        (await KindScene.EndAsync(one, "lapse", "")).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请写明失效的原因");

        (await KindScene.EndAsync(one, "lapse", "多次提醒仍未办理手续")).ExpectOk().ExpectText("自动失效");

        Assert.DoesNotContain("逾期样例", (await one.Officer.GetAsync("/office/duties")).Html, StringComparison.Ordinal);
        Assert.Equal("lapse", (await _scene.EntryAsync(one.Filing)).Entry.EndKind);
        // The log says of which entry.
        using var administrator = await _scene.Officers.OfficerAsync(Scene.Guangzhou, OfficerRole.Administrator);
        Assert.EndsWith(one.Number, (await administrator.GetAsync("/office/log")).ExpectOk().LinkTo(one.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duty_ReportedByTheFiler_IsNoLongerListed()
    {
        using var one = await _scene.EnteredAsync();
        var page = (await one.Filer.Client.GetAsync($"/filings/{one.Filing}")).ExpectOk().ExpectText("海关");

        (await one.Filer.Client.SubmitAsync(page, "#duty-form")).ExpectOk();

        Assert.Null((await _scene.EntryAsync(one.Filing)).Entry.DutyDueOn);
        Assert.Null((await one.Filer.Client.GetAsync($"/filings/{one.Filing}")).Document.QuerySelector("#duty-form"));
    }
}

public sealed class KindsOnSqliteTests(SqliteSite site) : KindsTests<SqliteSite>(site);

public sealed class KindsOnPostgresTests(PostgresSite site) : KindsTests<PostgresSite>(site);
