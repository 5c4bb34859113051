using Beian.Web.Authorities;
using Xunit;

namespace Beian.Tests.Authorities;

public sealed class HolidayFileTests
{
    /// <summary>A year's table as it might be published.</summary>
    public const string Year2027 = """
        日期,放假或上班,节日
        2027-01-01,holiday,元旦
        2027-01-02,holiday,元旦
        2027-01-03,holiday,元旦
        2027-02-05,holiday,春节
        2027-02-06,holiday,春节
        2027-02-07,holiday,春节
        2027-02-08,holiday,春节
        2027-02-09,holiday,春节
        2027-02-20,workday,春节
        2027-04-05,holiday,清明节
        2027-05-01,holiday,劳动节
        2027-05-02,holiday,劳动节
        2027-05-03,holiday,劳动节
        2027-06-09,holiday,端午节
        2027-09-15,holiday,中秋节
        2027-10-01,holiday,国庆节
        2027-10-02,holiday,国庆节
        2027-10-03,holiday,国庆节
        2027-10-04,holiday,国庆节
        2027-10-05,holiday,国庆节
        2027-10-09,workday,国庆节
        """;

    /// <summary>What somebody does to it, and what must be said; nothing where it is sound.</summary>
    public static TheoryData<string, string, string?> Files =>
        new()
        {
            { "", "", null },
            { "2027-02-20,workday,春节\n", "2027/2/20\t班\t春节\n", null },
            { "2027-10-04,holiday,国庆节\n", "", "国庆节缺少 2027-10-04" },
            { "2027-02-07,holiday,春节\n", "", "春节缺少 2027-02-07" },
            { "2027-01-01,holiday,元旦\n", "", "缺少 2027-01-01（元旦）" },
            { "2027-06-09,holiday,端午节\n", "", "端午的放假日不足 1 天" },
            { "2027-04-05,holiday,清明节", "2028-04-05,holiday,清明节", "一个文件只能是一年的" },
            { "2027-04-05,holiday,清明节", "2027-02-30,holiday,清明节", "第 11 行：看不懂日期" },
            { "2027-01-02", "2027-01-01", "2027-01-01 出现了两次" },
            { "2027-02-20,workday", "2027-02-19,workday", "2027-02-19 不是周末" },
            { "2027-04-05,holiday", "2027-04-05,maybe", "第二列“maybe”" },
            { "2027-04-05,holiday,清明节", "2027-04-05,holiday", "第三列应为节日名称" },
            { Year2027, "2031-01-01,holiday,元旦", "只接受 2016 年至 2027 年" },
            { Year2027, "", "文件里没有一天" },
        };

    [Theory, MemberData(nameof(Files))]
    public void Read_Table_SaysWhatIsWrong(string part, string instead, string? fault)
    {
        var text = Year2027.ReplaceLineEndings("\n");
        var file = HolidayFile.Read(
            part.Length == 0 ? text : text.Replace(part.ReplaceLineEndings("\n"), instead, StringComparison.Ordinal),
            2027
        );
        if (fault is null)
            Assert.Empty(file.Faults.Select(f => f.Zh));
        else
            Assert.Contains(file.Faults, f => f.Zh.Contains(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-09-30", null)]
    [InlineData("2026-10-01", 2027)]
    [InlineData("2026-12-31", 2027)]
    [InlineData("2028-03-01", 2028)]
    public void MissingYear_IsToldFromOctoberOn(string today, int? year) =>
        Assert.Equal(year, WorkingDays.Read().MissingYear(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));
}
