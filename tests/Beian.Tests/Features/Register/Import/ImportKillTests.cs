using Beian.Tests.Support;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Import;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Process = System.Diagnostics.Process;
using ProcessStartInfo = System.Diagnostics.ProcessStartInfo;

namespace Beian.Tests.Features.Register.Import;

/// <summary>kill -9 in the middle of an import, by the command itself.</summary>
public sealed class ImportKillTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const int Rows = 20_000;

    [Fact]
    public async Task Import_KilledHalfWay_GoesOnAndEntersNothingTwice()
    {
        using var file = new LegacyFile();
        for (var i = 0; i < Rows; i++)
        {
            var row = LegacyFile.Approved($"广州市中断第{i}号贸易有限公司");
            file.Add(i % 10 == 0 ? LegacyFile.With(row, "备案登记机关", "月球商务局") : row);
        }
        file.Write();
        await Site.StopAsync(); // one program at the data

        using (var killed = Start(file))
        {
            // The first transactions are through, the last ones are not.
            for (var chunks = 0; chunks < 3; chunks++)
                Assert.StartsWith("…", await killed.StandardError.ReadLineAsync(Stop), StringComparison.Ordinal);
            killed.Kill();
            await killed.WaitForExitAsync(Stop);
        }
        await Site.StartAsync();
        var half = await Site.QueryAsync(db => db.Imports.AsNoTracking().SingleAsync(Stop));
        Assert.Null(half.FinishedAt);
        Assert.InRange(half.RowsRead, 1, Rows - 1);
        Assert.Equal(half.Entered, await CountAsync());
        await Site.StopAsync();

        using (var again = Start(file))
        {
            await again.StandardError.ReadToEndAsync(Stop);
            Assert.Contains("接着导入", await again.StandardOutput.ReadToEndAsync(Stop), StringComparison.Ordinal);
            await again.WaitForExitAsync(Stop);
            Assert.Equal(1, again.ExitCode);
        }
        await Site.StartAsync();
        var done = await Site.QueryAsync(db => db.Imports.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((Rows, Rows / 10 * 9, Rows / 10, 0), (done.RowsRead, done.Entered, done.Faulty, done.Present));
        Assert.NotNull(done.FinishedAt);
        Assert.Equal(done.Entered, await CountAsync());
        var told = (await File.ReadAllLinesAsync(file.Report, Stop)).Skip(1).Select(l => l.Split(',')[0]).ToList();
        Assert.Equal(Enumerable.Range(0, Rows / 10).Select(i => $"{i * 10 + 2}"), told);
        using var visitor = Site.NewClient();
        (await visitor.GetAsync("/register/foreign-trade-operator?name=中断第19999号")).ExpectOk().ExpectText("中断第19999号");
    }

    private Task<int> CountAsync() => Site.QueryAsync(db => db.RegisterEntries.CountAsync(e => e.Name.StartsWith("广州市中断"), Stop));

    private Process Start(LegacyFile file) =>
        Process.Start(
            new ProcessStartInfo(TestSettings.Program, ["import", "operators", file.Path, "--data", Site.Folder.Root, "--chunk", "500"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
}
