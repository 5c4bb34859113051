using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Fields;
using Xunit;

namespace Beian.Tests.Fields;

/// <summary>What is typed → how it is kept, and the first problem with it.</summary>
public sealed class FieldTests
{
    private static readonly Parities Parities = new(new(2026, 11, 20), new Dictionary<string, decimal> { ["USD"] = 7m, ["JPY"] = 0.05m });
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
    [InlineData("icp", "京icp备12345678号", "京ICP备12345678号", null)]
    [InlineData("icp", "京备12345678号", "京备12345678号", "icp-form")]
    [InlineData("vin", "1M8GDM9A-KP042788", "1M8GDM9AKP042788", "vin-length")]
    [InlineData("vin", "1M8GDM9A1KP042788", "1M8GDM9A1KP042788", "vin-check")]
    [InlineData("industry", "5193", "F5193", null)]
    [InlineData("industry", "F51", "F51", "industry-level")]
    [InlineData("industry", "c", "C", null)]
    [InlineData("industry", "零售", "零售", "choice")]
    // What cannot be decided stays as it was typed.
    [InlineData("date", "next  May", "next  May", "date")]
    [InlineData("date", "２０２０－１３－０１", "２０２０－１３－０１", "date")]
    [InlineData("month", "１３月", "１３月", "month")]
    [InlineData("integer", "12 3", "12 3", "number")]
    [InlineData("integer", "1 200", "1200", null)]
    [InlineData("decimal", "约 ５", "约 ５", "number")]
    [InlineData("percent", "5 % of it", "5 % of it", "number")]
    [InlineData("yes-no", "可 能", "可 能", "yes-no")]
    [InlineData("region", "广东省 广州市", "广东省 广州市", "region")]
    [InlineData("authority", "A999999", "A999999", "authority")]
    [InlineData("authority", "北京市 商务局", "北京市 商务局", "authority")]
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
            Charset = Charset.Ascii,
        };

        var kept = field.Normalise("f", "Ａcme（Beijing）Co．， 有 Ltd。");

        Assert.Equal("Acme(Beijing)Co., 有 Ltd.", kept);
        var problem = Assert.Single(field.CheckAnswer(AnswerSet.Empty.With("f", kept), SampleFields.Context));
        Assert.Contains("有", problem.Message.Zh, StringComparison.Ordinal);
        Assert.StartsWith("英文名称：", problem.Message.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beijing Example Co．， Ltd．", "．")]
    [InlineData("“Example”", "“")]
    public void Conversion_OfEnglish_NamesWhatWasChanged(string typed, string changed)
    {
        var field = new TextField
        {
            Code = "f",
            Label = new("英文名称", "English name"),
            Charset = Charset.Ascii,
        };

        var said = field.Conversion("f", typed);

        Assert.StartsWith("已将全角标点换成半角", said?.Zh, StringComparison.Ordinal);
        Assert.Contains(changed + " → ", said!.En, StringComparison.Ordinal);
        Assert.Null(field.Conversion("f", field.Normalise("f", typed)));
        Assert.Null((field with { Charset = Charset.Any }).Conversion("f", typed));
    }

    [Theory]
    [InlineData("00012345", "00012345", null)]
    [InlineData(" ０００１ ２３４５ ", "00012345", null)]
    [InlineData("第12345号", "第12345号", "digits")]
    [InlineData("-1", "-1", "digits")]
    public void Text_OfDigits_KeepsLeadingZerosAndWhatIsNoNumber(string typed, string kept, string? problem)
    {
        var field = new TextField
        {
            Code = "f",
            Label = new("编号", "Number"),
            Charset = Charset.Digits,
        };

        Assert.Equal(kept, field.Normalise("f", typed));
        Assert.Equal(problem, field.CheckAnswer(AnswerSet.Empty.With("f", kept), SampleFields.Context).SingleOrDefault()?.Code);
    }

    [Fact]
    public void Vin_Lenient_OnlyAsksForASecondLook()
    {
        var field = new VinField
        {
            Code = "f",
            Label = new("车架号", "VIN"),
            IsLenient = true,
        };

        var problem = Assert.Single(field.CheckAnswer(AnswerSet.Empty.With("f", "1M8GDM9A1KP042788"), SampleFields.Context));

        Assert.Equal(("vin-check", ProblemLevel.Soft), (problem.Code, problem.Level));
    }

    [Fact]
    public void Authority_Chosen_KeepsTheNameItHad()
    {
        var field = (AuthorityField)SampleFields.All["authority"];
        var then = SampleFields.Kept(field);
        var later = SampleFields.Context with { Authorities = new Dictionary<string, string> { ["A110000"] = "改了名的机关" } };

        Assert.Equal("北京市商务局", field.Format(then, Language.Zh));
        Assert.Equal("北京市商务局", field.Format(field.Derive(then, SampleFields.Context with { Authorities = null }), Language.Zh));
        Assert.Equal("改了名的机关", field.Format(field.Derive(then, later), Language.Zh));
        Assert.True(field.IsCalculated("f.name"));
    }

    [Fact]
    public void Industry_Tree_MustFitTheStandard()
    {
        var label = new LocalizedText("业", "Trade");
        var field = (IndustryField)SampleFields.All["industry"] with
        {
            Choices = [new("F", label, [new("G51", label, []), new("F5", label, [])]), new("F", label, [])],
        };

        Assert.Equal(3, field.CheckSettings().Count());
        Assert.Equal(
            "批发和零售业 / 批发业 / 互联网批发 F5193",
            SampleFields.All["industry"].Format(AnswerSet.Empty.With("f", "F5193"), Language.Zh)
        );
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
        var answers = Capital.Derive(AnswerSet.Empty.With("m.amount", "12.5").With("m.currency", "USD"), SampleFields.Context);

        Assert.Equal("12.5", answers["m.usd"]);
        Assert.Equal("12.50 美元", Capital.Format(answers, Language.Zh));
        Assert.Empty(Capital.CheckAnswer(answers, SampleFields.Context));
    }

    [Theory]
    [InlineData("700", "CNY", null, "100")]
    [InlineData("1000", "JPY", null, "7.14")]
    [InlineData("700", "CNY", "99", "99")]
    [InlineData("700", "EUR", null, null)]
    [InlineData("viel", "CNY", null, null)]
    [InlineData("-700", "CNY", null, null)]
    public void Money_ByParities_FillsInAnOpenWorth(string amount, string currency, string? usd, string? expected)
    {
        var answers = AnswerSet.Empty.With("m.amount", amount).With("m.currency", currency).With("m.usd", usd);

        Assert.Equal(expected, Capital.Derive(answers, SampleFields.Context with { Parities = Parities })["m.usd"]);
    }

    [Theory]
    [InlineData("98.00", false)]
    [InlineData("102.00", false)]
    [InlineData("97.99", true)]
    [InlineData("102.01", true)]
    public void Money_FarFromTheParity_IsWorthASecondLook(string usd, bool asked)
    {
        var answers = AnswerSet.Empty.With("m.amount", "700").With("m.currency", "CNY").With("m.usd", usd);

        var problems = Capital.CheckAnswer(answers, SampleFields.Context with { Parities = Parities }).ToList();

        Assert.Equal(asked ? [("m.usd", "parity", ProblemLevel.Soft)] : [], problems.Select(p => (p.Control, p.Code, p.Level)));
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
