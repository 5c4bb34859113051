using System.Diagnostics;
using Beian.Definitions.Sheets.Pdf;
using Beian.Web.Printing;

namespace Beian.Bench;

/// <summary>Printed sheets: how many of one page, each another operator's, one thread writes, and how large they are.</summary>
internal static class SheetMeasurement
{
    private const double WarmUp = 1;

    /// <param name="fonts">The folder of the program's fonts.</param>
    public static (double PagesPerSecond, int LargestBytes) Run(string fonts, double seconds)
    {
        var printer = new SheetPrinter(fonts, []);
        Print(printer, Math.Min(WarmUp, seconds));
        return Print(printer, seconds);
    }

    private static (double PagesPerSecond, int LargestBytes) Print(SheetPrinter printer, double seconds)
    {
        var (pages, largest) = (0, 0);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var info = new PdfInfo("对外贸易经营者备案登记表", "zh-CN", DateTimeOffset.UnixEpoch);
            largest = Math.Max(largest, printer.Print([SampleSheet.Of(pages++)], info).Length);
        }
        return (pages / clock.Elapsed.TotalSeconds, largest);
    }
}
