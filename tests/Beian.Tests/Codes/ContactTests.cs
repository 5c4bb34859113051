using Beian.Definitions.Codes;
using Xunit;

namespace Beian.Tests.Codes;

public sealed class ContactTests
{
    [Theory]
    [InlineData("13800138000", true)]
    [InlineData("16612345678", true)]
    [InlineData("19912345678", true)]
    [InlineData(" 138 0013 8000 ", true)]
    [InlineData("１３８００１３８０００", true)]
    [InlineData("010-12345678", false)]
    [InlineData("010-62345678", true)]
    [InlineData("（010）62345678", true)]
    [InlineData("(0755)26780000", true)]
    [InlineData("0755－26780000－801", true)]
    [InlineData("62345678", true)]
    [InlineData("400-810-8888", true)]
    [InlineData("8008108888", true)]
    [InlineData("+852 2345 6789", true)]
    [InlineData("+1-202-555-0143", true)]
    [InlineData("12800138000", false)]
    [InlineData("1380013800", false)]
    [InlineData("电话", false)]
    [InlineData("+", false)]
    [InlineData("", false)]
    public void CheckPhone_Typed_IsJudged(string typed, bool valid) => Assert.Equal(valid, Phone.Check(Phone.Normalise(typed)) is null);

    [Theory]
    [InlineData("100731", null)]
    [InlineData("８３００００", null)]
    [InlineData("10073", "length")]
    [InlineData("10073A", "character")]
    [InlineData("900000", "character")]
    [InlineData("000000", "zeros")]
    public void CheckPostcode_Typed_IsJudged(string typed, string? reason) =>
        Assert.Equal(reason, Postcode.Check(Postcode.Normalise(typed))?.Reason);

    [Theory]
    [InlineData("name@example.com", null)]
    [InlineData("first.last+tag@mail.example.photography", null)]
    [InlineData("name＠example。com", null)]
    [InlineData("张三@例子.中国", null)]
    [InlineData("name.example.com", "form")]
    [InlineData("name@@example.com", "form")]
    [InlineData("@example.com", "form")]
    [InlineData("name@", "form")]
    [InlineData("name@localhost", "domain")]
    [InlineData("name@example..com", "domain")]
    [InlineData("name@-example.com", "domain")]
    [InlineData("na me@example.com", "character")]
    [InlineData("a@example.com,b@example.com", "character")]
    [InlineData("Name <name@example.com>", "character")]
    public void CheckEmail_Typed_IsJudged(string typed, string? reason) =>
        Assert.Equal(reason, Email.Check(Email.Normalise(typed))?.Reason);

    [Fact]
    public void CheckEmail_TooLong_IsRefused() => Assert.Equal("length", Email.Check(new string('a', 250) + "@b.cn")?.Reason);

    [Theory]
    [InlineData("www.example.com", true)]
    [InlineData("https://例子.中国/路径?x=1", true)]
    [InlineData("http://example.com:8080/", true)]
    [InlineData("ftp://example.com", false)]
    [InlineData("javascript://example.com/%0aalert(1)", false)]
    [InlineData("https://user@example.com", false)]
    [InlineData("https://localhost", false)]
    [InlineData("https://a b.com", false)]
    public void CheckWebAddress_Typed_IsJudged(string typed, bool valid) =>
        Assert.Equal(valid, WebAddress.Check(WebAddress.Normalise(typed)) is null);

    [Theory]
    [InlineData("陕ICP备15002899号", true)]
    [InlineData("陕icp备15002899号－4", true)]
    [InlineData("京ICP备 12345678 号-2A", true)]
    [InlineData("京ICP证030173号", true)]
    [InlineData("京B2-20090059", true)]
    [InlineData("合字B2－20090059", true)]
    [InlineData("京公网安备 11000002000001号", true)]
    [InlineData("ICP备15002899号", false)]
    [InlineData("京ICP备号", false)]
    [InlineData("美ICP备15002899号", false)]
    public void CheckIcpNumber_Typed_IsJudged(string typed, bool valid) =>
        Assert.Equal(valid, IcpNumber.Check(IcpNumber.Normalise(typed)) is null);

    [Theory]
    [InlineData("Ｎｏ．１２，Ｘ　Road（East）", "No.12,X Road(East)")]
    [InlineData(" “A”；B：C。D、E ", "\"A\";B:C.D,E")]
    [InlineData("a\r\nb", "a  b")]
    [InlineData("Café – 5½", "Café - 5½")]
    public void NormaliseEnglishText_Typed_IsHalfWidth(string typed, string expected) =>
        Assert.Equal(expected, EnglishText.Normalise(typed));

    [Fact]
    public void ChangesOfEnglishText_Typed_AreReportedOnce() =>
        Assert.Equal([("，", ","), ("（", "("), ("）", ")")], EnglishText.Changes("A，B，（C）"));

    [Fact]
    public void CheckEnglishText_Chinese_NamesTheCharacter()
    {
        Assert.Null(EnglishText.Check("No. 12, X Road"));
        Assert.Contains("第 4 个字符“路”", EnglishText.Check("No.路")!.Message.Zh, StringComparison.Ordinal);
    }
}
