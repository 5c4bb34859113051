using Beian.Definitions.Sheets.Drawing;
using Xunit;

namespace Beian.Tests.Sheets.Drawing;

public sealed class QrPatternTests
{
    [Fact]
    public void Of_ShortText_HasFindersAndAQuietZoneOfFour()
    {
        var pattern = QrPattern.Of("https://example.test/verify/A1B2C3D4E5F6");
        Assert.Equal(0, (pattern.Size - 8 - 17) % 4);
        foreach (var corner in new[] { (4, 4), (pattern.Size - 11, 4), (4, pattern.Size - 11) })
            Assert.Contains(new QrBar(corner.Item1, corner.Item2, 7), pattern.Bars);
        Assert.All(pattern.Bars, b => Assert.True(b.X >= 4 && b.Y >= 4 && b.X + b.Length <= pattern.Size - 4 && b.Y < pattern.Size - 4));
        Assert.All(
            pattern.Bars.Zip(pattern.Bars.Skip(1)),
            p => Assert.True(p.Second.Y > p.First.Y || p.Second.X > p.First.X + p.First.Length, "bars of a row do not touch")
        );
    }
}
