using Beian.Definitions.Fields;
using Xunit;

namespace Beian.Tests.Fields;

public sealed class MaskTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("张", "张")]
    [InlineData("张三", "张*")]
    [InlineData("E1234567", "E*******")]
    [InlineData("E12345678", "E******78")]
    [InlineData("12345678901234", "1***********34")]
    [InlineData("110105491231002", "110********1002")]
    [InlineData("11010519491231002X", "110***********002X")]
    public void Number_OfAnyLength_HidesMostOfIt(string text, string masked) => Assert.Equal(masked, Mask.Number(text));
}
