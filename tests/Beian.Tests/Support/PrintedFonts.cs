using Beian.Definitions.Sheets.Fonts;
using Beian.Web.Printing;

namespace Beian.Tests.Support;

/// <summary>The fonts that come with the program, read once for all tests.</summary>
internal static class PrintedFonts
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "fonts");

    public static SheetPrinter Printer { get; } = new(Folder, []);

    public static FontSet Set => Printer.Fonts;
}
