using System.Globalization;
using System.Text;
using Beian.Definitions.Sheets.Pdf;
using Xunit;

namespace Beian.Tests.Sheets.Pdf;

public sealed class PdfBufferTests
{
    [Theory]
    [InlineData(0, "0 ")]
    [InlineData(-0.004, "0 ")]
    [InlineData(0.005, "0.01 ")]
    [InlineData(-0.25, "-0.25 ")]
    [InlineData(12.3, "12.3 ")]
    [InlineData(841.8897, "841.89 ")]
    [InlineData(-1000, "-1000 ")]
    public void Number_HasTwoDecimalsAtMost(double number, string text) => Assert.Equal(text, Text(new PdfBuffer().Number(number)));

    [Fact]
    public void Number_Any_IsReadBackWithinHalfAHundredth()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var number = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(7));
            var text = Text(new PdfBuffer().Number(number));
            Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture), 0.00501);
            Assert.Matches(@"^-?[0-9]+(\.[0-9]?[1-9])? $", text);
        }
    }

    [Fact]
    public void Text_OutsideTheFirstPlane_IsAPair() => Assert.Equal("<FEFF5409D842DFB7>", Text(new PdfBuffer().Text("吉𠮷")));

    [Fact]
    public void Add_MoreThanItBeganWith_KeepsAll()
    {
        var buffer = new PdfBuffer();
        for (var i = 0; i < 5000; i++)
            buffer.Add(i).Add("\n");
        Assert.Equal(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i}\n")), Text(buffer));
    }

    private static string Text(PdfBuffer buffer) => Encoding.ASCII.GetString(buffer.Bytes);
}
