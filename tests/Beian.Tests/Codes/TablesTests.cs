using Beian.Definitions;
using Beian.Definitions.Codes;
using Xunit;

namespace Beian.Tests.Codes;

/// <summary>The tables shipped inside the program.</summary>
public sealed class TablesTests
{
    [Theory]
    [InlineData("110108", "北京市海淀区")]
    [InlineData("440111", "广东省广州市白云区")]
    [InlineData("441900", "广东省东莞市")]
    [InlineData("659001", "新疆维吾尔自治区石河子市")]
    [InlineData("440000", "广东省")]
    [InlineData("999999", "")]
    public void FullName_OfADivision_NamesWhatIsAbove(string code, string name) => Assert.Equal(name, Divisions.FullName(code));

    [Fact]
    public void Divisions_AllBelowAProvince_AreReachable()
    {
        var reached = Divisions
            .Provinces.SelectMany(p => Divisions.Children(p.Code).Prepend(p))
            .SelectMany(c => Divisions.Children(c.Code).Prepend(c));

        Assert.Equal(34, Divisions.Provinces.Count);
        Assert.True(reached.DistinctBy(d => d.Code).Count() > 3300);
        Assert.All(Divisions.Children("440000"), c => Assert.Equal(2, c.Level));
    }

    [Fact]
    public void Countries_All_BeginWithChina()
    {
        Assert.Equal(249, Countries.All.Count);
        Assert.Equal("中国", Countries.All[0].Name.Zh);
        Assert.Equal("Taiwan, Province of China", Countries.Find("TW")!.Name.In(Language.En));
        Assert.Null(Countries.Find("XX"));
    }

    [Fact]
    public void Currencies_All_BeginWithTheYuan()
    {
        Assert.Equal(["CNY", "USD", "EUR"], Currencies.All.Take(3).Select(c => c.Code));
        Assert.Equal("美元", Currencies.Find("USD")!.Name.Zh);
        Assert.All(Currencies.All, c => Assert.Matches("^[A-Z]{3}$", c.Code));
    }
}
