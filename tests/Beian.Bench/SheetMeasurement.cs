using System.Diagnostics;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets.Pdf;
using Beian.Web.Printing;

namespace Beian.Bench;

/// <summary>Printed sheets: how many 登记表 of one page, each another operator's, one thread lays out and writes, and how large they are.</summary>
internal sealed class SheetMeasurement
{
    private const double WarmUp = 1;

    private readonly SheetPrinter _printer;
    private readonly SampleSheet _sheets;

    /// <param name="program">The folder of the program, with its fonts and packs.</param>
    public SheetMeasurement(string program)
    {
        _printer = new(Path.Combine(program, "fonts"), []);
        var reading = PackReader.Read(Path.Combine(program, "packs", "foreign-trade-operator"));
        _sheets = new(reading.Pack ?? throw new InvalidOperationException("The pack does not compile."), _printer.Fonts.WidthOf);
    }

    public (double PagesPerSecond, int LargestBytes) Run(double seconds)
    {
        Print(Math.Min(WarmUp, seconds));
        return Print(seconds);
    }

    private (double PagesPerSecond, int LargestBytes) Print(double seconds)
    {
        var (pages, largest) = (0, 0);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            var info = new PdfInfo("对外贸易经营者备案登记表", "zh-CN", DateTimeOffset.UnixEpoch);
            largest = Math.Max(largest, _printer.Print([_sheets.Of(pages++)], info).Length);
        }
        return (pages / clock.Elapsed.TotalSeconds, largest);
    }
}
