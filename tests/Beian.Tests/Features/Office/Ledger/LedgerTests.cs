using System.Globalization;
using System.Net;
using System.Text;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office.Ledger;

public abstract class LedgerTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private readonly Scene _scene;

    protected LedgerTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Get_Entries_AreThoseOfTheJurisdiction()
    {
        await _scene.ApprovedAsync("A440600", "台账佛山测试有限公司");
        foreach (
            var (authority, sees) in new[] { ("A440600", true), (Scene.Guangdong, true), (Scene.Ministry, true), (Scene.Hangzhou, false) }
        )
        {
            using var officer = await _scene.OfficerAsync(authority);
            foreach (
                var ledger in new[]
                {
                    "/office/ledger?q=台账佛山",
                    "/office/ledger?of=filings&q=台账佛山",
                    "/office/ledger/print?q=台账佛山",
                }
            )
                Assert.Equal(
                    sees,
                    (await officer.GetAsync(ledger)).ExpectOk().TextsOf("tbody th").Contains("台账佛山测试有限公司", StringComparer.Ordinal)
                );
        }
    }

    [Fact]
    public async Task Get_Filings_AreNarrowedDownByEveryFilter()
    {
        var filing = await _scene.ApprovedAsync("A440700", "台账江门甲有限公司");
        await _scene.SubmittedAsync("A440700", Scene.NewUscc(), "台账江门乙有限公司", Data.Now.AddDays(-40));
        using var officer = await _scene.OfficerAsync(Scene.Guangdong);
        var day = Data.Now.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (
            var (filter, names) in new[]
            {
                ("", "乙甲"),
                ("&state=approved", "甲"),
                ("&state=submitted", "乙"),
                ("&kind=initial", "乙甲"),
                ($"&submittedFrom={day}", "甲"),
                ($"&submittedTo={day}", "乙"),
                ($"&approvedFrom={day}", "甲"),
                ($"&approvedTo={day}", ""),
                ($"&q={filing.SubjectCode}", "甲"),
                ("&q=江门乙", "乙"),
            }
        )
        {
            var page = (await officer.GetAsync("/office/ledger?of=filings&authority=A440700" + filter)).ExpectOk();
            Assert.Equal(names, string.Concat(page.TextsOf("tbody th").Select(n => n[4]).Order()));
        }
        var entry = await Site.QueryAsync(db =>
            db.Set<Beian.Web.Features.Register.RegisterEntry>().SingleAsync(e => e.FilingId == filing.Id, Stop)
        );
        foreach (var code in new[] { entry.Number, entry.Code, filing.SubjectCode })
            Assert.Equal(
                ["台账江门甲有限公司"],
                (await officer.GetAsync($"/office/ledger?authority=A440700&state=valid&q={code}")).ExpectOk().TextsOf("tbody th")
            );
        // Two to a cell, so that a line fits into a window; each with its name, as a card on a phone has it.
        var line = (await officer.GetAsync("/office/ledger?of=filings&authority=A440700&state=approved")).Document.QuerySelectorAll(
            "tbody [data-label]"
        );
        var told = line.ToDictionary(c => c.GetAttribute("data-label")!, c => c.TextContent.Trim());
        Assert.Equal(
            [filing.SubjectCode, filing.Number, entry.Number, entry.Code, "备案登记", "江门市商务局"],
            new[] { "企业代码", "系统编号", "备案登记表编号", "进出口企业代码", "类别", "备案登记机关" }.Select(n => told[n])
        );
        Assert.Equal(["上报时间", "办理时间", "状态"], new[] { "上报时间", "办理时间", "状态" }.Where(n => told[n].Length > 0));
    }

    [Fact]
    public async Task Get_WithNonsense_SaysWhatIsWrong()
    {
        using var officer = await _scene.OfficerAsync(Scene.Guangdong);
        (await officer.GetAsync("/office/ledger?approvedFrom=gestern&authority=A330100&state=x&service=none&after=x&kind=9"))
            .ExpectOk()
            .ExpectText("日期请写成")
            .ExpectText("没有这个机关");
        (await officer.GetAsync("/office/ledger?of=filings&before=77&q=%25_'%00\"&submittedTo=8999-12-31")).ExpectOk();
        (await officer.GetAsync("/office/ledger/export")).ExpectOk();
        (await officer.GetAsync($"/office/exports/{Guid.CreateVersion7()}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_OfABigLedger_ShowEveryEntryOnceAndItsExportHasThemAll()
    {
        const string Place = "A440800";
        const int Count = 20_000;
        await Site.PlantEntriesAsync(Place, Count);
        using var officer = await _scene.OfficerAsync(Place);
        var first = (await officer.GetAsync("/office/ledger")).ExpectOk().ExpectText("共 1000+ 条");
        var second = (await officer.GetAsync(first.LinkTo("下一页"))).ExpectOk();
        var back = (await officer.GetAsync(second.LinkTo("上一页"))).ExpectOk();
        Assert.Equal("=大台账测试20000", first.TextsOf("tbody th")[0]);
        Assert.Equal("=大台账测试19950", second.TextsOf("tbody th")[0]);
        Assert.Equal(first.TextsOf("tbody th"), back.TextsOf("tbody th"));
        (await officer.GetAsync("/office/ledger/print")).ExpectOk().ExpectText("这里只有最新的 500 条");

        var done = (await officer.UntilOverAsync(Site, await officer.ExportAsync("/office/ledger", "xlsx"))).ExpectText("已完成，20000 条");
        var rows = LedgerScene.RowsOf(await officer.DownloadAsync(done));
        Assert.Equal("经营者中文名称", rows[0][0]);
        Assert.Equal(Count, rows.Skip(1).Select(r => r[0]).Distinct().Count());
        Assert.Contains("0091440100TEST0001", rows[1]);
    }

    [Fact]
    public async Task Export_OfFilings_IsRecordedAndTheOfficersAlone()
    {
        await _scene.ApprovedAsync("A440900", "台账茂名测试有限公司");
        using var officer = await _scene.OfficerAsync("A440900");
        using var colleague = await _scene.OfficerAsync("A440900");
        var page = await officer.ExportAsync("/office/ledger?of=filings&state=approved", "csv");
        var done = await officer.UntilOverAsync(Site, page);
        var csv = Encoding.UTF8.GetString(await officer.DownloadAsync(done));

        Assert.StartsWith("\uFEFF经营者中文名称,企业代码,系统编号", csv, StringComparison.Ordinal);
        Assert.Contains("台账茂名测试有限公司", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("E12345678", csv, StringComparison.Ordinal);
        foreach (var path in new[] { "", "/file" })
            (await colleague.GetAsync(done.Path + path)).Expect(HttpStatusCode.NotFound);
        var id = Guid.Parse(done.Path.Split('/')[^1]);
        var events = await Site.QueryAsync(db => db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync(Stop));
        Assert.Equal(["LedgerExportRequested", "LedgerExported", "LedgerExportDownloaded"], events.Select(e => e.Kind));
        Assert.All(events, e => Assert.NotNull(e.ActorId));
        Assert.Contains("\"rows\":1", events[1].Data, StringComparison.Ordinal);
        Assert.Contains("state=approved", events[1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_FourthAtOnce_IsRefused()
    {
        using var officer = await _scene.OfficerAsync("A441200");
        await Site.PlantEntriesAsync("A441200", 1);
        var ledger = await officer.GetAsync("/office/ledger");
        var me = await Site.QueryAsync(db =>
            db.Events.Where(e => e.Kind == "SignedIn").OrderByDescending(e => e.Id).Select(e => e.ActorId).FirstAsync(Stop)
        );
        // Three that begin in an hour.
        await Site.ExecuteAsync(async db =>
        {
            for (var i = 0; i < 3; i++)
                db.Add(new Job("ledger-export", new { }, new Process("Planting", new Actor(me, "x", null), Data.Now.AddHours(1))));
            await db.SaveChangesAsync(Stop);
        });
        (await officer.SubmitAsync(ledger, "#export", button: "csv")).Expect(HttpStatusCode.Conflict).ExpectText("您已有 3 份导出");
        await Site.ExecuteAsync(db => db.Jobs.Where(j => j.AccountId == me).ExecuteDeleteAsync(Stop));
    }
}

public sealed class LedgerOnSqliteTests(SqliteSite site) : LedgerTests<SqliteSite>(site);

public sealed class LedgerOnPostgresTests(PostgresSite site) : LedgerTests<PostgresSite>(site);
