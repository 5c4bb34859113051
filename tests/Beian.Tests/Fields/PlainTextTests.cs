using Beian.Definitions.Fields;
using Xunit;

namespace Beian.Tests.Fields;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ＡＢ\0Ｃ ", "AB C")]
    [InlineData("一二三四五六", "一二三四五")]
    [InlineData("1234𠮷", "1234")]
    [InlineData("123𠮷4", "123𠮷")]
    public void Sought_OfAnyText_IsBoundedAndWhole(string? text, string sought) => Assert.Equal(sought, PlainText.Sought(text, 5));

    [Theory]
    [InlineData("", "")]
    [InlineData("12345", "12345")]
    [InlineData("123456", "12345")]
    [InlineData("1234𠮷", "1234")]
    [InlineData("123𠮷4", "123𠮷")]
    public void Cut_OfAnyText_HalvesNoCharacter(string text, string cut) => Assert.Equal(cut, PlainText.Cut(text, 5));

    [Fact]
    public void AsCode_OfAnyText_IsItsLettersAndDigits()
    {
        Assert.Equal("AB1C2", PlainText.AsCode(" ａb1-ｃ 2·字\0"));
        Assert.Equal("", PlainText.AsCode("\uD842"));
    }
}
