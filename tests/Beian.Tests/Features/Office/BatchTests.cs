using System.Net;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office;

public abstract class BatchTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private readonly Scene _scene;

    protected BatchTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Approve_SeveralWithAStaleOneAmongThem_DoesTheOthersAndSaysWhy()
    {
        const string Place = "A440800";
        var filings = new List<Filing>();
        foreach (var name in new[] { "成批甲", "成批乙", "成批丙" })
            filings.Add(await _scene.SubmittedAsync(Place, name: name));
        using var officer = await _scene.OfficerAsync(Place);
        var confirm = await SelectAsync(officer, "approval", filings);
        Assert.Equal(3, confirm.Document.QuerySelectorAll("[data-able] tbody tr").Length);
        await _scene.ResubmitAsync(filings[1].Id, "domicile", "广东省湛江市新址5号");

        var after = await officer.SubmitAsync(confirm, "#batch", new Dictionary<string, string?> { ["operatorType"] = "limited" });

        after.ExpectOk().ExpectText("已办 2 件，未办 1 件").ExpectText("企业已上报新的版本");
        var states = new List<FilingState>();
        foreach (var filing in filings)
            states.Add((await _scene.ReadAsync(filing.Id)).State);
        Assert.Equal([FilingState.Approved, FilingState.Submitted, FilingState.Approved], states);
        // Sent once more by mistake, it finds nothing left to do.
        var again = await officer.SubmitAsync(confirm, "#batch", new Dictionary<string, string?> { ["operatorType"] = "limited" });
        Assert.DoesNotContain("已办 1", again.Text, StringComparison.Ordinal);
        var ids = filings.ConvertAll(f => f.Id);
        Assert.Equal(2, await Site.QueryAsync(db => db.Decisions.CountAsync(d => ids.Contains(d.FilingId), Stop)));
    }

    [Fact]
    public async Task Approve_WithoutWhatTheAuthorityFillsIn_AsksForItAndDoesNothing()
    {
        const string Place = "A440900";
        var filing = await _scene.SubmittedAsync(Place);
        using var officer = await _scene.OfficerAsync(Place);
        var confirm = await SelectAsync(officer, "approval", [filing]);

        var after = await officer.SubmitAsync(confirm, "#batch", new Dictionary<string, string?> { ["remarks"] = "留着的话" });

        after.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请选择经营者类型");
        foreach (var nonsense in new[] { "", "x", $"{filing.Id}:x", null })
            (await officer.SubmitAsync(confirm, "#batch", new Dictionary<string, string?> { ["item"] = nonsense }))
                .Expect(HttpStatusCode.UnprocessableEntity)
                .ExpectText("所选的备案都不能这样办理");
        Assert.Equal("留着的话", after.ValueOf("remarks"));
        Assert.Equal(FilingState.Submitted, (await _scene.ReadAsync(filing.Id)).State);
    }

    [Fact]
    public async Task Get_WithFilingsThatNeedALook_SaysWhyAndLeavesThemOut()
    {
        const string Place = "A441200";
        var (uscc, clean) = (Scene.NewUscc(), await _scene.SubmittedAsync(Place, name: "没有问题"));
        var noted = await _scene.SubmittedAsync(Place, name: "有批注");
        var given = await _scene.SubmittedAsync(Place, name: "给了别人");
        var (one, two) = (await _scene.SubmittedAsync(Place, uscc, "同码甲"), await _scene.SubmittedAsync(Place, uscc, "同码乙"));
        var elsewhere = await _scene.SubmittedAsync(Scene.Hangzhou, name: "别处的");
        using var officer = await _scene.OfficerAsync(Place);
        var (colleague, other) = await _scene.NamedOfficerAsync(Place);
        other.Dispose();
        var page = await officer.GetAsync($"/office/filings/{noted.Id}");
        await officer.SubmitAsync(page, "#return", new Dictionary<string, string?> { ["points.phone"] = "打不通" }, "keep");
        page = await officer.GetAsync($"/office/filings/{given.Id}");
        await officer.SubmitAsync(page, "#assignment form", new Dictionary<string, string?> { ["officer"] = $"{colleague.Id}" });

        var confirm = await SelectAsync(officer, "approval", [clean, noted, given, one, two, elsewhere]);

        Assert.Equal(["没有问题"], confirm.TextsOf("[data-able] tbody td:first-child"));
        var unable = confirm.TextOf("[data-unable]");
        foreach (var reason in new[] { "有未处理的批注", "已分给" + colleague.DisplayName, "同一企业代码还有其他账号" })
            Assert.Contains(reason, unable, StringComparison.Ordinal);
        Assert.DoesNotContain("别处的", confirm.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assign_Several_GivesThemToOneOfficer()
    {
        const string Place = "A441300";
        var filings = new[] { await _scene.SubmittedAsync(Place), await _scene.SubmittedAsync(Place) };
        using var officer = await _scene.OfficerAsync(Place);
        var (colleague, other) = await _scene.NamedOfficerAsync(Place);
        other.Dispose();
        var confirm = await SelectAsync(officer, "assignment", filings);

        (await officer.SubmitAsync(confirm, "#batch", new Dictionary<string, string?> { ["officer"] = $"{colleague.Id}" }))
            .ExpectOk()
            .ExpectText("已办 2 件");

        foreach (var filing in filings)
            Assert.Equal(colleague.Id, (await _scene.ReadAsync(filing.Id)).AssignedToId);
    }

    [Fact]
    public async Task Get_WithNonsense_SaysThatNothingIsSelected()
    {
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        (await officer.GetAsync("/office/batch?act=x&id=1&id=&id=00000000-0000-0000-0000-000000000000"))
            .ExpectOk()
            .ExpectText("没有选中备案");
    }

    /// <summary>Ticks filings in the queue as a browser without script does, and presses a button.</summary>
    private static async Task<Page> SelectAsync(SiteClient officer, string act, IReadOnlyCollection<Filing> filings)
    {
        var ids = string.Concat(filings.Select(f => $"&id={f.Id}"));
        return (await officer.GetAsync($"/office/batch?state=submitted&act={act}{ids}")).ExpectOk();
    }
}

public sealed class BatchOnSqliteTests(SqliteSite site) : BatchTests<SqliteSite>(site);

public sealed class BatchOnPostgresTests(PostgresSite site) : BatchTests<PostgresSite>(site);
