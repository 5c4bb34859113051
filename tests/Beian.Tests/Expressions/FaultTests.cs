using Beian.Definitions;
using Beian.Definitions.Expressions;
using Xunit;

namespace Beian.Tests.Expressions;

public sealed class FaultTests
{
    [Theory]
    // Names.
    [InlineData("n + regCaptial.amount", 4, "是不是 regCapital.amount ？", "Did you mean regCapital.amount?")]
    [InlineData("USCC = 'a'", 0, "是不是 uscc ？", "Did you mean uscc?")]
    [InlineData("nothingLikeIt = 1", 0, "文本要放在引号里", "A text goes in quotes.")]
    [InlineData("n-small", 0, "n - small", "n - small")]
    [InlineData("stores.area > 1", 0, "表格的一列", "a column of a table")]
    [InlineData("today > regDate", 0, "today()", "today()")]
    [InlineData("1 + summ(stores.area)", 4, "是不是 sum ？", "Did you mean sum?")]
    [InlineData("sum(stores.aera)", 4, "是不是 stores.area ？", "Did you mean stores.area?")]
    [InlineData("sum(n)", 4, "表格的一列", "a column of a table")]
    [InlineData("attached('fLicense')", 9, "没有附件“fLicense”。是不是 fLicence ？", "no attachment 'fLicense'. Did you mean fLicence?")]
    [InlineData("all(shops, n > 1)", 4, "要表格", "is a table")]
    [InlineData("all(store, n > 1)", 4, "是不是 stores ？", "Did you mean stores?")]
    [InlineData("any(stores, aera > 1)", 12, "是不是 area ？", "Did you mean area?")]
    [InlineData("area > 1", 0, "不认识名称", "Unknown name")]
    [InlineData("max(n)", 4, "至少两个值", "two values at least")]
    [InlineData("attached(route)", 9, "带引号", "in quotes")]
    // Kinds.
    [InlineData("n + 'a'", 4, "这里要数字，得到的是文本", "Expected a number, found a text")]
    [InlineData("route = 1", 8, "可写成 '1'", "Write '1'")]
    [InlineData("regDate > '2020-01-01'", 10, "可写成 date('2020-01-01')", "Write date('2020-01-01')")]
    [InlineData("n and yes", 0, "这里要是/否，得到的是数字", "Expected true/false, found a number")]
    [InlineData("yes < no", 4, "不分大小", "no order")]
    [InlineData("regDate + regDate", 8, "这里是日期", "not a date")]
    [InlineData("if(yes, 1, 'a')", 11, "这里要数字", "Expected a number")]
    [InlineData("one-of(route, 1)", 14, "这里要文本", "Expected a text")]
    [InlineData("sum(stores.name)", 4, "不能用于文本", "does not apply to a text")]
    [InlineData("min(route, 'a')", 4, "不能用于文本", "does not apply to a text")]
    [InlineData("noText = ''", 9, "is-missing", "is-missing")]
    [InlineData("noNumber ?? ''", 12, "这里要数字", "Expected a number")]
    [InlineData("a = not yes", 4, "括号", "brackets")]
    [InlineData("date('2019-02-29')", 5, "没有这个日期", "no such date")]
    [InlineData("mid(uscc, 9)", 0, "mid(text, start, count)", "mid(text, start, count)")]
    // Writing.
    [InlineData("", 0, "没有写完", "ends too early")]
    [InlineData("n +", 3, "没有写完", "ends too early")]
    [InlineData("(n + 1", 6, "缺少 )", "')' is missing")]
    [InlineData("n n", 2, "不该出现“n”", "'n' is not expected")]
    [InlineData("n + 1)", 5, "不该出现“)”", "')' is not expected")]
    [InlineData("1 < n < 3", 6, "不能连着写", "cannot be chained")]
    [InlineData("yes && no", 4, "and", "and")]
    [InlineData("!yes", 0, "not", "not")]
    [InlineData("n <> 1", 2, "!=", "!=")]
    [InlineData("n ≥ 1", 2, ">=", ">=")]
    [InlineData("（n）", 0, "半角 (", "half-width (")]
    [InlineData("route = “uscc”", 8, "应写成 \"", "Write \"")]
    [InlineData("route = 'uscc", 8, "引号", "closing '")]
    [InlineData("金额 > 1", 0, "英文字母", "Latin letters")]
    [InlineData("n # 1", 2, "#", "#")]
    [InlineData("12a", 0, "数字写得不对", "not a number")]
    [InlineData("1.2.3", 0, "数字写得不对", "not a number")]
    [InlineData("n = 99999999999999999999999999999999", 4, "太大", "too large")]
    public void Read_Faulty_SaysWhereAndWhat(string source, int position, string zh, string en)
    {
        var reading = Expression.Read(source, Values.Names);

        Assert.Null(reading.Expression);
        var fault = reading.Faults[0];
        Assert.Equal(position, fault.Position);
        Assert.Contains(zh, fault.Message.In(Language.Zh), StringComparison.Ordinal);
        Assert.Contains(en, fault.Message.In(Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralFaults_ReportsEachOnceInOrder() =>
        Assert.Equal([0, 12, 29], Expression.Read("unknown1 + (unknown2 ?? 1) * 'text'", Values.Names).Faults.Select(f => f.Position));

    [Fact]
    public void Read_TooDeepOrTooLong_IsAFault()
    {
        Assert.Contains("64", Fault(new string('(', 100) + "n" + new string(')', 100)), StringComparison.Ordinal);
        Assert.Contains("64", Fault(new string('-', 100) + "n"), StringComparison.Ordinal);
        Assert.Contains("2000", Fault("n" + string.Concat(Enumerable.Repeat(" + n", 1000))), StringComparison.Ordinal);
        Assert.Empty(Expression.Read("n" + string.Concat(Enumerable.Repeat(" + n", 999)), Values.Names).Faults);
    }

    [Fact]
    public void Print_LongestSource_IsStillRead()
    {
        var expression = Expression.Read("n" + string.Concat(Enumerable.Repeat("+n", 999)), Values.Names).Expression!;

        Assert.Equal(expression.Tree, Expression.Read(expression.ToString(), Values.Names).Expression?.Tree);
    }

    [Fact]
    public void Uses_NamesRowsAndAttachments_EachOnceInOrder() =>
        Assert.Equal(
            ["n", "stores.area", "attachments.fLicence", "last-year.income"],
            Expression
                .Read(
                    "n + n > sum(stores.area) and attached('fLicence') and last-year.income < n and today() > date('2020-01-01')",
                    Values.Names
                )
                .Expression!.Uses
        );

    private static string Fault(string source) => Assert.Single(Expression.Read(source, Values.Names).Faults).Message.Zh;
}
