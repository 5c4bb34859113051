using Beian.Web.Features.Office.Filings.Redlines;
using Xunit;

namespace Beian.Tests.Features.Office.Filings.Redlines;

public sealed class RedlineTests
{
    /// <summary>Words of both kinds, few enough that two texts of them have much in common.</summary>
    private static readonly string[] Parts =
    [
        .. "广东省市区路号室，。 \n".Select(c => $"{c}"),
        "Room",
        "Road",
        "12",
        "5",
        "Tianhe",
        ", ",
        "𠮷",
        "\ud800",
    ];

    [Theory]
    // Two texts, then the redline with [-deleted-] and [+inserted+].
    [InlineData("广州市天河区测试路1号", "广州市海珠区测试路1号", "广州市[-天河-][+海珠+]区测试路1号")]
    [InlineData("测试路1号", "测试路1号801室", "测试路1号[+801室+]")]
    [InlineData("No. 1 Test Road, Tianhe", "No. 12 Test Road, Tianhe", "No. [-1-][+12+] Test Road, Tianhe")]
    [InlineData("020-81234567", "020-81234568", "020-[-81234567-][+81234568+]")]
    [InlineData("", "新", "[+新+]")]
    [InlineData("旧", "", "[-旧-]")]
    [InlineData("同", "同", "同")]
    [InlineData("", "", "")]
    // One character that stayed between two changes is read with them.
    [InlineData("甲乙丙丁戊己庚辛壬癸子丑寅卯", "甲天丙地戊己庚辛壬癸子丑寅卯", "甲[-乙丙丁-][+天丙地+]戊己庚辛壬癸子丑寅卯")]
    // With next to nothing in common they stand one after the other.
    [InlineData("经营范围以登记为准", "进口货物准许", "[-经营范围以登记为准-][+进口货物准许+]")]
    public void Between_TwoTexts_MarksWhatChanged(string old, string now, string marked) =>
        Assert.Equal(marked, Write(Redline.Between(old, now)));

    [Fact]
    public void Between_LongText_MarksTheWordsWithin()
    {
        var clause = string.Concat(Enumerable.Repeat("本企业保证所填内容真实、完整。", 60));
        var redline = Redline.Between(clause + "货物进出口" + clause, clause + "技术进出口" + clause);
        Assert.Equal(["货物", "技术"], redline.Pieces.Where(p => p.Mark != Mark.Same).Select(p => p.Text));
    }

    [Fact]
    public void Between_AnyTwoTexts_AppliedToTheOldGivesTheNew()
    {
        for (var seed = 0; seed < 2000; seed++)
        {
            var random = new Random(seed);
            var (old, now) = (AnyText(random), AnyText(random));
            var redline = Redline.Between(old, now);
            Assert.Equal(old, redline.Old);
            Assert.Equal(now, redline.New);
            Assert.Equal(old == now, redline.IsSame);
            Assert.DoesNotContain(redline.Pieces, p => p.Text.Length == 0);
        }
    }

    [Fact]
    public void Between_TextsTooLongToCompare_TellsThemAsReplaced()
    {
        var (old, now) = (new string('甲', 3000), new string('乙', 3000));
        Assert.Equal([new(Mark.Deleted, old), new(Mark.Inserted, now)], Redline.Between(old, now).Pieces);
    }

    private static string AnyText(Random random) => string.Concat(random.GetItems(Parts, random.Next(30)));

    private static string Write(Redline redline) =>
        string.Concat(
            redline.Pieces.Select(p =>
                p.Mark switch
                {
                    Mark.Deleted => $"[-{p.Text}-]",
                    Mark.Inserted => $"[+{p.Text}+]",
                    _ => p.Text,
                }
            )
        );
}
