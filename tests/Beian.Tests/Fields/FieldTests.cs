using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Xunit;

namespace Beian.Tests.Fields;

/// <summary>What is typed → how it is kept, and the first problem with it.</summary>
public sealed class FieldTests
{
    private static readonly MoneyField Capital = new() { Code = "m", Label = new("资金", "Capital") };

    [Theory]
    [InlineData("date", "2020-1-5", "2020-01-05", null)]
    [InlineData("date", "2020/01/05", "2020-01-05", null)]
    [InlineData("date", "２０２０．１．５", "2020-01-05", null)]
    [InlineData("date", "20200105", "2020-01-05", null)]
    [InlineData("date", "2021-02-29", "2021-02-29", "date")]
    [InlineData("date", "5.1.2020", "5.1.2020", "date")]
    [InlineData("month", "2020/1", "2020-01", null)]
    [InlineData("month", "2020-13", "2020-13", "month")]
    [InlineData("year", "20", "20", "year")]
    [InlineData("integer", "1,200", "1200", null)]
    [InlineData("integer", "1,5", "1,5", "number")]
    [InlineData("integer", "1.5", "1.5", "places")]
    [InlineData("integer", "007", "7", null)]
    [InlineData("decimal", "1.234", "1.234", "places")]
    [InlineData("decimal", "1.2300", "1.23", null)]
    [InlineData("decimal", "１２．５", "12.5", null)]
    [InlineData("percent", "12.5%", "12.5", null)]
    [InlineData("yes-no", "Yes", "yes", null)]
    [InlineData("yes-no", "maybe", "maybe", "yes-no")]
    [InlineData("choice", "c", "c", "choice")]
    [InlineData("choices", "b  a", "a b", null)]
    [InlineData("choices", "a c", "a c", "choice")]
    [InlineData("region", "440000", "440000", "region-level")]
    [InlineData("region", "441900", "441900", null)]
    [InlineData("region", "123456", "123456", "region")]
    [InlineData("country", "us", "US", null)]
    [InlineData("country", "Atlantis", "Atlantis", "country")]
    [InlineData("url", "ftp://example.com", "ftp://example.com", "url-form")]
    [InlineData("uscc", "９１１１０１０８ ma9900x1xq", "91110108MA9900X1XQ", null)]
    [InlineData("uscc", "91330103MA9900X361", "91330103MA9900X361", "uscc-division")]
    [InlineData("uscc", "91110108MA9900X1X1", "91110108MA9900X1X1", "uscc-check")]
    [InlineData("org-code", "99000017-2", "990000172", null)]
    [InlineData("reg-no", "1101081234567", "1101081234567", "reg-no-old")]
    [InlineData("reg-no", "91110108MA9900X1XQ", "91110108MA9900X1XQ", null)]
    [InlineData("text", "  两端\t有空 ", "两端 有空", null)]
    [InlineData("text", "（全角）保留", "（全角）保留", null)]
    public void Normalise_AndCheck_AsTyped(string type, string typed, string kept, string? problem)
    {
        var field = SampleFields.All[type];

        Assert.Equal(kept, field.Normalise("f", typed));
        Assert.Equal(problem, field.CheckAnswer(AnswerSet.Empty.With("f", kept), SampleFields.Context).FirstOrDefault()?.Code);
    }

    [Fact]
    public void Text_InEnglish_ConvertsFullWidthAndNamesWhatIsLeft()
    {
        var field = new TextField
        {
            Code = "f",
            Label = new("英文名称", "English name"),
            Ascii = true,
        };

        var kept = field.Normalise("f", "Ａcme（Beijing）Co．， 有 Ltd。");

        Assert.Equal("Acme(Beijing)Co., 有 Ltd.", kept);
        var problem = Assert.Single(field.CheckAnswer(AnswerSet.Empty.With("f", kept), SampleFields.Context));
        Assert.Contains("有", problem.Message.Zh, StringComparison.Ordinal);
        Assert.StartsWith("英文名称：", problem.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_RareCharacters_CountAsOne()
    {
        var field = new TextField
        {
            Code = "f",
            Label = new("名", "Name"),
            Max = 2,
        };

        Assert.Empty(field.CheckAnswer(AnswerSet.Empty.With("f", "𠮷𠮷"), SampleFields.Context));
        Assert.Equal("max", Assert.Single(field.CheckAnswer(AnswerSet.Empty.With("f", "𠮷𠮷𠮷"), SampleFields.Context)).Code);
    }

    [Fact]
    public void Money_InDollars_IsItsOwnWorth()
    {
        var answers = Capital.Derive(AnswerSet.Empty.With("m.amount", "12.5").With("m.currency", "USD"));

        Assert.Equal("12.5", answers["m.usd"]);
        Assert.Equal("12.50 美元", Capital.Format(answers, Language.Zh));
        Assert.Empty(Capital.CheckAnswer(answers, SampleFields.Context));
    }

    [Theory]
    [InlineData("1", "CNY", null, "m.usd/required")]
    [InlineData("1", "XXX", "1", "m.currency/currency")]
    [InlineData("1.234", "CNY", "1", "m.amount/places")]
    [InlineData("-1", "CNY", "1", "m.amount/min")]
    [InlineData("10000000000000000", "CNY", "1", "m.amount/max")]
    [InlineData("viel", "CNY", "1", "m.amount/number")]
    public void Money_Wrong_IsToldAtThePart(string amount, string currency, string? usd, string expected)
    {
        var answers = AnswerSet.Empty.With("m.amount", amount).With("m.currency", currency).With("m.usd", usd);

        var problem = Assert.Single(Capital.CheckAnswer(answers, SampleFields.Context));

        Assert.Equal(expected, $"{problem.Control}/{problem.Code}");
    }

    [Fact]
    public void Money_OnlyThePreselectedCurrency_IsNoAnswer() => Assert.True(Capital.IsBlank(AnswerSet.Empty.With("m.currency", "CNY")));

    [Fact]
    public void IdDocument_Masked_KeepsThreeAndFour()
    {
        var field = SampleFields.All["id-document"];

        Assert.Equal("居民身份证 110***********002X", field.FormatMasked(SampleFields.Kept(field), Language.Zh));
    }

    [Fact]
    public void Table_Controls_AreRowsOfItsColumns()
    {
        var field = (TableField)SampleFields.All["table"];

        Assert.True(field.Owns("f.12.name"));
        Assert.False(field.Owns("f.012.name"));
        Assert.False(field.Owns("f.-1.name"));
        Assert.False(field.Owns("f.0.other"));
        Assert.False(field.Owns("f.10000.name"));
        Assert.Equal([0, 1], field.Rows(SampleFields.Kept(field)));
        Assert.Equal("样例第 2 行样例", field.LabelOf("f.1.name").Zh);
    }
}
