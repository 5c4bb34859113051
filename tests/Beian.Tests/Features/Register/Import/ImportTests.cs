using System.Text;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Beian.Tests.Features.Register.Import.LegacyFile;

namespace Beian.Tests.Features.Register.Import;

public abstract class ImportTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private readonly Scene _scene;

    protected ImportTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Run_ApprovedRow_IsFoundByThePublicAndKeepsWhatIsPersonalSealed()
    {
        var (number, uscc) = (NewNumber(), Scene.NewUscc());
        using var file = new LegacyFile().Add(Approved("广州市云帆旧系统贸易有限公司", uscc, number)).Write();
        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0), (await RunAsync(file)).Counts);

        using var visitor = Site.NewClient();
        foreach (var query in new[] { "name=云帆旧系统", $"code={uscc}", $"code=4401{uscc[8..17]}", $"code={number}" })
            (await visitor.GetAsync($"/register/foreign-trade-operator?{query}")).ExpectOk().ExpectText("广州市云帆旧系统贸易有限公司");
        var page = (await visitor.GetAsync($"/register/foreign-trade-operator/{number}")).ExpectOk();
        Assert.DoesNotContain("E12345678", page.Html, StringComparison.Ordinal);

        var version = await Site.QueryAsync(db =>
            db.EntryVersions.SingleAsync(v => db.Set<RegisterEntry>().Any(e => e.PublicId == v.EntryId && e.Number == number), Stop)
        );
        Assert.DoesNotContain("E12345678", version.Answers, StringComparison.Ordinal);
        var answers = await Site.InScopeAsync(s => s.GetRequiredService<AppDb>().OpenAsync(version, s.GetRequiredService<Vault>(), Stop));
        Assert.Equal(("E12345678", "passport"), (answers["legalRepId.number"], answers["legalRepId.type"]));
        var entry = await Site.QueryAsync(db => db.RegisterEntries.SingleAsync(e => e.Number == number, Stop));
        Assert.Equal(
            (Guid.Empty, "A440100", new DateTime(2015, 3, 1, 16, 0, 0, DateTimeKind.Utc)),
            (entry.FilingId, entry.AuthorityId, entry.ApprovedAt)
        );
        using var shown = System.Text.Json.JsonDocument.Parse(entry.PublicAnswers);
        Assert.Equal(answers["domicile"], shown.RootElement.GetProperty("domicile").GetString());
    }

    [Fact]
    public async Task Run_ManyRows_AreSearchedLikeThoseEnteredOneByOne()
    {
        using var file = new LegacyFile();
        for (var i = 0; i < 2_300; i++)
            file.Add(Approved($"广州市批量{(i % 7 == 0 ? "鹭洲" : "松涧")}第{i}号贸易有限公司"));
        Assert.Equal(2_300, (await RunAsync(file.Write(), 1_000)).Counts.Entered);
        using var visitor = Site.NewClient();
        var page = (await visitor.GetAsync("/register/foreign-trade-operator?name=批量鹭洲")).ExpectOk();
        Assert.Contains("329", page.Text, StringComparison.Ordinal);
        (await visitor.GetAsync("/register/foreign-trade-operator?name=第2299号")).ExpectOk().ExpectText("松涧第2299号");
    }

    [Fact]
    public async Task Run_RowThatWaits_StandsInTheQueueAndCanBeApprovedWithoutAnAccount()
    {
        var name = "广州市待审旧系统贸易有限公司";
        using var file = new LegacyFile().Add(Pending(name)).Write();
        Assert.Equal(new ImportCounts(1, 0, 1, 0, 0), (await RunAsync(file)).Counts);

        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var queue = (await officer.GetAsync($"/office/queue?q={name}")).ExpectOk();
        var page = (await officer.GetAsync(queue.LinkTo(name))).ExpectOk().ExpectText("未开通用户");
        await officer.SubmitAsync(page, "#approval", new Dictionary<string, string?> { ["operatorType"] = "limited" });

        var filing = await Site.QueryAsync(db => db.Filings.SingleAsync(f => f.SubjectName == name, Stop));
        Assert.Equal((FilingState.Approved, null), (filing.State, filing.OwnerId));
        Assert.True(await Site.QueryAsync(db => db.RegisterEntries.AnyAsync(e => e.FilingId == filing.Id && e.Name == name, Stop)));
    }

    [Fact]
    public async Task Run_NumberInTheSeries_IsNotDrawnAgain()
    {
        var pending = "广州市编号旧系统贸易有限公司";
        using var file = new LegacyFile().Add(Approved("广州市占号贸易有限公司", number: "90000000")).Add(Pending(pending)).Write();
        await RunAsync(file);
        // One that is taken behind the counter's back.
        using var next = new LegacyFile().Add(Approved("广州市占号二贸易有限公司", number: "90000001")).Write();
        await RunAsync(next);
        await Site.ExecuteAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE counters SET value = 90000000 WHERE name = 'foreign-trade-operator/formNo'", Stop)
        );
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync((await officer.GetAsync($"/office/queue?q={pending}")).LinkTo(pending));
        await officer.SubmitAsync(page, "#approval", new Dictionary<string, string?> { ["operatorType"] = "limited" });
        Assert.Equal(
            "90000002",
            await Site.QueryAsync(db => db.RegisterEntries.Where(e => e.Name == pending).Select(e => e.Number).SingleAsync(Stop))
        );
    }

    [Fact]
    public async Task Run_TwiceOrUnderAnotherName_EntersNothingTwice()
    {
        var (number, uscc) = (NewNumber(), Scene.NewUscc());
        using var file = new LegacyFile()
            .Add(Approved("广州市一次贸易有限公司", uscc, number))
            .Add(Pending("广州市一次待审有限公司"))
            .Write();
        Assert.Equal(2, (await RunAsync(file)).Counts.Rows);
        Assert.True((await RunAsync(file)).WasFinished);
        using var other = new LegacyFile()
            .Add(Approved("广州市一次贸易有限公司", uscc, number))
            .Add(Approved("广州市另一家贸易有限公司", number: number))
            .Add(Approved("广州市一次贸易有限公司", uscc))
            .Write();
        Assert.Equal(new ImportCounts(3, 0, 0, 1, 2), (await RunAsync(other)).Counts);
        Assert.Equal(
            ["3,\"备案登记表编号\"", "4,\"统一社会信用代码\""],
            (await ReportAsync(other)).Select(l => string.Join(',', l.Split(',')[..2]))
        );
    }

    [Fact]
    public async Task Run_TenThousandFaultyRows_TellsEachWithLineColumnAndReasonAndTakesTheRest()
    {
        using var file = new LegacyFile();
        var good = Approved("广州市好行贸易有限公司");
        for (var i = 0; i < 10_000; i++)
        {
            var row = Approved($"广州市错行{i}贸易有限公司", good[3], "30000000");
            file.Add(
                (i % 5) switch
                {
                    0 => With(row, "统一社会信用代码", "91440100MA00000000"),
                    1 => With(row, "备案登记机关", "月球商务局"),
                    2 => With(row, "备案日期", "2015-02-30"),
                    3 => With(row, "状态", "不详"),
                    _ => With(row, "经营者中文名称", "\"没有闭合"),
                }
            );
            if (i == 5_000)
                file.Add(good);
        }
        var result = await RunAsync(file.Write());
        Assert.Equal(new ImportCounts(10_001, 1, 0, 0, 10_000), result.Counts);
        var report = await ReportAsync(file);
        Assert.Equal(10_000, report.Select(l => l.Split(',')[0]).Distinct().Count());
        Assert.StartsWith("2,\"统一社会信用代码\",\"", report[0], StringComparison.Ordinal);
        Assert.StartsWith("3,\"备案登记机关\",\"没有这个备案登记机关。\"", report[1], StringComparison.Ordinal);
        Assert.Contains(report, l => l.StartsWith("6,\"\",\"引号没有闭合", StringComparison.Ordinal));
        Assert.DoesNotContain("E12345678", string.Concat(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DryRun_CountsAndWritesNothing()
    {
        var uscc = Scene.NewUscc();
        using var file = new LegacyFile()
            .Add(Approved("广州市试行贸易有限公司", uscc))
            .Add(Approved("广州市试行二贸易有限公司", uscc))
            .Add(Pending("广州市试行待审有限公司"))
            .Write();
        Assert.Equal(new ImportCounts(3, 1, 1, 0, 1), (await RunAsync(file, dryRun: true)).Counts);
        Assert.False(await Site.QueryAsync(db => db.RegisterEntries.AnyAsync(e => e.Name.StartsWith("广州市试行"), Stop)));
        Assert.Equal(new ImportCounts(3, 1, 1, 0, 1), (await RunAsync(file)).Counts);
    }

    [Fact]
    public async Task Run_HeaderWithoutWhatIsNeeded_IsRefusedWithTheNames()
    {
        var path = Path.Combine(Path.GetTempPath(), $"beian-{Guid.CreateVersion7():N}.csv");
        await File.WriteAllTextAsync(path, "甲,乙\n1,2\n", Stop);
        var result = await RunAsync(path, path + ".r");
        Assert.Contains("经营者中文名称", result.Refusal!.Zh, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("xlsx")]
    public async Task Run_OtherKindsOfFile_AreReadAlike(string kind)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = new LegacyFile().Add(Approved($"广州市龘{kind}贸易有限公司"));
        var written = kind == "xlsx" ? file.WriteSheet() : file.Write(Encoding.GetEncoding("GB18030"));
        Assert.Equal(1, (await RunAsync(written)).Counts.Entered);
        Assert.True(await Site.QueryAsync(db => db.RegisterEntries.AnyAsync(e => e.Name == $"广州市龘{kind}贸易有限公司", Stop)));
    }

    private protected Task<ImportResult> RunAsync(LegacyFile file, int chunk = 50_000, bool dryRun = false) =>
        RunAsync(file.Path, file.Report, chunk, dryRun);

    private Task<ImportResult> RunAsync(string path, string report, int chunk = 50_000, bool dryRun = false) =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<Importer>()
                .RunAsync(
                    new(path, "foreign-trade-operator", report, new Dictionary<string, string> { ["法定代表人"] = "legalRepName" }, dryRun)
                    {
                        Chunk = chunk,
                    },
                    _ => { },
                    Stop
                )
        );

    private static async Task<IReadOnlyList<string>> ReportAsync(LegacyFile file) =>
        [.. (await File.ReadAllLinesAsync(file.Report, Stop)).Skip(1)];
}

public sealed class ImportOnSqliteTests(SqliteSite site) : ImportTests<SqliteSite>(site)
{
    /// <summary>The database does not look references up for every row here.</summary>
    [Fact]
    public async Task Run_EntriesAndFilings_LeavesNoReferenceAstray()
    {
        using var file = new LegacyFile().Add(Approved("广州市引用贸易有限公司")).Add(Pending("广州市引用待审有限公司")).Write();
        Assert.Equal(new ImportCounts(2, 1, 1, 0, 0), (await RunAsync(file)).Counts);
        Assert.Empty(
            await Site.QueryAsync(db =>
                db.Database.SqlQuery<string>($"SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(Stop)
            )
        );
    }
}

public sealed class ImportOnPostgresTests(PostgresSite site) : ImportTests<PostgresSite>(site);
