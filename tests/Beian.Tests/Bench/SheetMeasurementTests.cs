using Beian.Bench;
using Xunit;

namespace Beian.Tests.Bench;

public sealed class SheetMeasurementTests
{
    /// <summary>How fast means nothing here; how large holds everywhere.</summary>
    [Fact]
    public void Run_ShortWhile_PrintsSmallSheets()
    {
        var (perSecond, largest) = new SheetMeasurement(AppContext.BaseDirectory).Run(0.2);
        Assert.True(perSecond > 0);
        Assert.InRange(largest, 5_000, 60_000);
    }
}
