using Beian.Web.Features.Filings.Rates;
using Xunit;

namespace Beian.Tests.Features.Filings.Rates;

/// <summary>Tables of central parities.</summary>
public sealed class ParityFileTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void Read_APublishedTable_TakesEveryPair()
    {
        var file = ParityFile.Read(
            "\uFEFF日期,USD/CNY,100JPY/CNY,CNY/THB,EUR/CNY\r\n2026-11-20,7.0000,4.5000,4.0000,\"8.1234\"\r\n2026/11/19,7.0100,---,,8.2\r\n\r\n",
            Today
        );

        Assert.Empty(file.Faults);
        Assert.Equal(
            [
                ("2026-11-19", "EUR", 8.2m),
                ("2026-11-19", "USD", 7.01m),
                ("2026-11-20", "EUR", 8.1234m),
                ("2026-11-20", "JPY", 0.045m),
                ("2026-11-20", "THB", 0.25m),
                ("2026-11-20", "USD", 7m),
            ],
            file.Parities.Select(p => ($"{p.Day:yyyy-MM-dd}", p.Currency, p.Yuan))
        );
    }

    [Theory]
    [InlineData("日期,USD/CNY\n2026-11-21,7.1", "第 2 行：2026-11-21 还没有到")]
    [InlineData("日期,USD/CNY\n昨天,7.1", "第 2 行：“昨天”不是日期")]
    [InlineData("日期,USD/CNY\n2026-11-20,7.1\n2026-11-20,7.2", "第 3 行：2026-11-20 有两行")]
    [InlineData("日期,USD/CNY\n2026-11-20,-7.1", "第 2 行：USD/CNY 的“-7.1”不是正数")]
    [InlineData("日期,USD/CNY\n2026-11-20,0", "不是正数")]
    [InlineData("日期,USD/CNY\n2026-11-20,1e9", "不是正数")]
    [InlineData("日期,美元\n2026-11-20,7.1", "看不懂列名“美元”")]
    [InlineData("日期,USD/CNY,USD/CNY\n2026-11-20,7.1,7.1", "USD 有两列")]
    [InlineData("日期,EUR/CNY\n2026-11-20,8.1", "没有 USD/CNY 一列")]
    [InlineData("日期,EUR/USD\n2026-11-20,1.1", "看不懂列名“EUR/USD”")]
    [InlineData("日期,USD/CNY", "没有一个中间价")]
    [InlineData("", "没有 USD/CNY 一列")]
    public void Read_AWrongTable_NamesTheLine(string text, string fault) =>
        Assert.Contains(ParityFile.Read(text, Today).Faults, f => f.Zh.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Read_Nonsense_EndsWithFewFaults()
    {
        var text = "日期,USD/CNY\n" + string.Concat(Enumerable.Repeat("\0,,,,,\t\"\n", 100_000));

        Assert.InRange(ParityFile.Read(text, Today).Faults.Count, 1, 60);
    }
}
