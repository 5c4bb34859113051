using Beian.Bench;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Bench;

/// <summary>That the measuring of bin/bench works; what it measures here means nothing.</summary>
public sealed class MeasurementTests
{
    [Fact]
    public async Task RunAsync_SmallRegister_WritesItsTable()
    {
        Assert.SkipWhen(TestSettings.Postgres is null, "BEIAN_TEST_POSTGRES is not set: no PostgreSQL to test on.");
        var folder = Templates.NewFolder();
        try
        {
            var report = Path.Combine(folder, "report.md");
            var product = TestSettings.Program + ".dll";
            Assert.Equal(0, await new Measurement(product, folder, TestSettings.Postgres, 1000, 0.1, 1).RunAsync(report));
            var text = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
            Assert.Contains("| exact code |", text, StringComparison.Ordinal);
            Assert.Contains("| sheets /s |", text, StringComparison.Ordinal);
            Assert.Contains("| got another answer than their password deserved | 0 | 0 |", text, StringComparison.Ordinal);
            Assert.Contains("| a ledger of 1,000 rows is exported", text, StringComparison.Ordinal);
            Assert.Contains("`import operators`, 1,000 rows", text, StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
