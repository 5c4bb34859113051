using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Layout;
using Beian.Definitions.Sheets.Pdf;
using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>The blank sheets of every pack can be printed with the fonts of the program, in both languages.</summary>
public sealed class PrintedPacksTests
{
    private const double Tolerance = 0.01; // millimetres

    public static TheoryData<string> Packs =>
        [
            .. Directory
                .EnumerateDirectories(Repository.Packs)
                .Where(f => Directory.Exists(Path.Combine(f, "sheets")))
                .Select(f => Path.GetFileName(f)),
        ];

    [Theory, MemberData(nameof(Packs))]
    public async Task Print_BlankSheets_AreSoundAndWholeOnThePaper(string pack)
    {
        var compiled = PackReader.Read(Path.Combine(Repository.Packs, pack)).Pack!;
        foreach (var language in new[] { Language.Zh, Language.En })
        {
            var data = new SheetData(compiled.Service.Title, compiled.Form, AnswerSet.Empty, SheetCopy.Blank, language);
            var pages = SheetLayout.Draw(compiled.Sheets, data, PrintedFonts.Set.WidthOf);
            Assert.Equal(compiled.Sheets.Count, pages.Count);
            foreach (var page in pages)
            foreach (var text in page.Marks.OfType<TextMark>())
            {
                Assert.Empty(PrintedFonts.Set.NotCovered(text.Text));
                var right = text.X + PrintedFonts.Set.WidthOf(text.Text, text.Size, text.Bold);
                Assert.True(text.X >= 0 && right <= page.Width + Tolerance && text.Baseline <= page.Height, $"off the paper: {text.Text}");
            }
            using var pdf = new PdfTools(
                PrintedFonts.Printer.Print(pages, new PdfInfo(data.Title.In(language), "zh-CN", DateTimeOffset.UnixEpoch))
            );
            Assert.Contains("No syntax or stream encoding errors found", await pdf.CheckAsync(), StringComparison.Ordinal);
            foreach (var page in Enumerable.Range(1, pages.Count))
                await pdf.PictureAsync(40, page);
        }
    }
}
