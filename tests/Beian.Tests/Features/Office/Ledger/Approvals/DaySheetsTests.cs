using System.Globalization;
using System.Net;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office.Ledger.Approvals;

/// <summary>打印当日通过的登记表: all sheets an authority approved on a day, in one file.</summary>
public sealed class DaySheetsTests : SiteTests<SqliteSite>
{
    private const string Address = "/office/ledger/approvals";

    private readonly Scene _scene;

    public DaySheetsTests(SqliteSite site)
        : base(site) => _scene = new(site, Data);

    private string Today => ChinaTime.DateAt(Data.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Print_OfADay_HoldsAllSidesOfEveryFilingInOrderAndEachIsKept()
    {
        const string Place = "A440600";
        var filings = new[]
        {
            await _scene.ApprovedAsync(Place, "当日佛山甲有限公司"),
            await _scene.ApprovedAsync(Place, "当日佛山乙有限公司"),
        };
        await _scene.SubmittedAsync(Place, name: "当日佛山未办有限公司");
        using var officer = await _scene.OfficerAsync(Place);
        var ledger = await officer.GetAsync("/office/ledger");
        var page = (await officer.GetAsync(ledger.LinkTo("打印当日通过的表"))).ExpectOk().ExpectText("尚未打印");
        Assert.Equal(["当日佛山甲有限公司", "当日佛山乙有限公司"], page.TextsOf("tbody th"));

        using (var pdf = await PdfTools.GetAsync(officer, page.LinkTo("打印这 2 份")))
        {
            await pdf.CheckAsync();
            Assert.Matches(@"Pages:\s+4\n", await PdfTools.RunAsync("pdfinfo", pdf.Path));
            var fonts = (await pdf.FontsAsync()).Select(f => f.Split(' ')[0].Split('+')[1]).ToList();
            Assert.Equal(fonts.Distinct(), fonts);
            var text = string.Join('\n', await pdf.LinesAsync());
            var places = filings.Select(f => text.IndexOf(f.Number, StringComparison.Ordinal)).ToList();
            Assert.True(places[0] > 0 && places[1] > places[0], text);
            Assert.Contains("E12345678", text, StringComparison.Ordinal);
            Assert.DoesNotContain("佛山未办", text, StringComparison.Ordinal);
        }

        foreach (var filing in filings)
            Assert.Equal(["PersonalAnswersRevealed", "SheetSealed"], await PrintsOfAsync(filing.Id));
        var after = (await officer.GetAsync(page.Path)).ExpectText("打印过");
        Assert.DoesNotContain("尚未打印", after.Text, StringComparison.Ordinal);
        (await officer.GetAsync($"/office/filings/{filings[0].Id}")).ExpectText("打印了盖章用的表");
        (await officer.GetAsync("/office/queue?state=approved")).ExpectOk().LinkTo("打印当日通过的表");
    }

    [Fact]
    public async Task Get_ByAnotherAuthority_HasNothingOfIt()
    {
        var filing = await _scene.ApprovedAsync("A440700", "当日江门有限公司");
        foreach (var place in new[] { Scene.Guangdong, Scene.Hangzhou })
        {
            using var other = await _scene.OfficerAsync(place);
            foreach (var path in new[] { Address, $"{Address}/{Today}.pdf" })
            {
                var page = (await other.GetAsync(path)).ExpectOk().ExpectText($"本机关 {Today} 没有审核通过的备案");
                Assert.DoesNotContain("当日江门", page.Html, StringComparison.Ordinal);
            }
        }
        Assert.Empty(await PrintsOfAsync(filing.Id));
        using var visitor = Site.NewClient();
        foreach (var path in new[] { Address, $"{Address}/{Today}.pdf" })
            Assert.StartsWith("/account/office-sign-in", (await visitor.GetAsync(path)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ADayWithoutApprovalsOrNonsense_SaysSo()
    {
        const string Place = "A440900";
        await _scene.ApprovedAsync(Place, "当日茂名有限公司");
        using var officer = await _scene.OfficerAsync(Place);
        foreach (var path in new[] { $"{Address}?day=2001-02-03", $"{Address}/2001-02-03.pdf", $"{Address}/2001-02-03.pdf?after=x_y" })
        {
            var page = (await officer.GetAsync(path)).ExpectOk().ExpectText("本机关 2001-02-03 没有审核通过的备案，没有可以打印的表");
            Assert.Null(page.Document.QuerySelector("main a[href*='.pdf']"));
        }
        (await officer.GetAsync($"{Address}?day=gestern&after=1_2")).ExpectOk().ExpectText("日期请写成").ExpectText("当日茂名有限公司");
        (await officer.GetAsync($"{Address}?day=8999-12-31&after=99999999999999999999_x")).ExpectOk();
        (await officer.GetAsync($"{Address}/gestern.pdf")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_MoreThanArePrintedAtOnce_LeadsOnAndLeavesOutWhatHasNoSheet()
    {
        const string Place = "A441200";
        const int Most = 200;
        var filing = await _scene.ApprovedAsync(Place, "当日肇庆有限公司");
        using var officer = await _scene.OfficerAsync(Place);
        using var queries = new QueryCounter(Site);
        var few = await queries.CountAsync(() => officer.GetAsync(Address));
        await PlantWithoutSheetsAsync(filing.Id, Most);

        Assert.Equal(few, await queries.CountAsync(() => officer.GetAsync(Address)));
        var first = (await officer.GetAsync(Address)).ExpectOk().ExpectText($"一次最多打印 {Most} 份").ExpectText("没有可以打印的表");
        Assert.Equal(Most, first.TextsOf("tbody th").Count);
        Assert.Null(first.Document.QuerySelector("main a[href*='.pdf']"));
        var second = (await officer.GetAsync(first.LinkTo("后面的备案"))).ExpectOk();
        Assert.Contains(filing.Number, Assert.Single(second.TextsOf("tbody tr")), StringComparison.Ordinal);
        using var pdf = await PdfTools.GetAsync(officer, second.LinkTo("打印这 1 份"));
        Assert.Matches(@"Pages:\s+2\n", await PdfTools.RunAsync("pdfinfo", pdf.Path));
        Assert.Equal(Address, (await officer.GetAsync(second.LinkTo("从当日第一份开始"))).ExpectOk().Path.Split('?')[0]);
    }

    private Task<List<string>> PrintsOfAsync(Guid filing) =>
        Site.QueryAsync(db =>
            db.Events.Where(e => e.SubjectId == filing && (e.Kind == "SheetSealed" || e.Kind == "PersonalAnswersRevealed"))
                .Select(e => e.Kind)
                .OrderBy(k => k)
                .ToListAsync(Stop)
        );

    /// <summary>Filings approved at the same moment that entered nothing, written by the database itself; their ids are smaller.</summary>
    private Task PlantWithoutSheetsAsync(Guid like, int count) =>
        Site.ExecuteAsync(async db =>
        {
            var columns = await db
                .Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM pragma_table_info('filings') WHERE name NOT IN ('id', 'number')")
                .ToListAsync(Stop);
            var names = string.Join(", ", columns);
            var sql = $$"""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})
                INSERT INTO filings (id, number, {{names}})
                SELECT printf('%08d-0000-7000-8000-000000000000', i), printf('77%014d', i), {{string.Join(
                    ", ",
                    columns.Select(c => "f." + c)
                )}}
                FROM n, filings f WHERE f.number = {1}
                """;
            var number = await db.Filings.Where(f => f.Id == like).Select(f => f.Number).SingleAsync(Stop);
            Assert.Equal(count, await db.Database.ExecuteSqlRawAsync(sql, [count, number], Stop));
        });
}
