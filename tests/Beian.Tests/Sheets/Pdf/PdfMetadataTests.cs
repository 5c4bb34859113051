using System.Xml.Linq;
using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Pdf;
using Beian.Tests.Sheets.Fonts;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Sheets.Pdf;

public sealed class PdfMetadataTests
{
    /// <summary>Whatever stands in a title, the metadata stay XML and the file sound.</summary>
    [Fact]
    public async Task Write_AnyTitle_StaysSound()
    {
        var random = new Random(3);
        for (var i = 0; i < 10; i++)
        {
            var info = new PdfInfo(AnyText.Of(random, 40) + "]]>(\\)\0", "en", DateTimeOffset.UnixEpoch, AnyText.Of(random, 20));
            using var tools = new PdfTools(PrintedFonts.Printer.Print([new DrawnPage(100, 50, [])], info));
            await tools.CheckAsync();
            _ = XDocument.Parse(await PdfTools.RunAsync("pdfinfo", "-meta", tools.Path));
        }
    }
}
