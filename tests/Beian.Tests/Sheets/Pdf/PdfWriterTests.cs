using System.Globalization;
using Beian.Bench;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Fonts;
using Beian.Definitions.Sheets.Pdf;
using Beian.Tests.Architecture;
using Beian.Tests.Sheets.Fonts;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Sheets.Pdf;

/// <summary>What PdfWriter writes, as other programs see it.</summary>
public sealed class PdfWriterTests
{
    private static readonly PdfInfo Info = new(
        "对外贸易经营者备案登记表 <𠮷 & 子>",
        "zh-CN",
        new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)),
        "0100000123456789"
    );

    private static readonly SampleSheet Sample = new(
        PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!,
        PrintedFonts.Set.WidthOf
    );

    [Fact]
    public async Task Write_OnePage_IsSoundSmallAndEmbedsItsFonts()
    {
        var pdf = Write(Sample.Of(1));
        Assert.InRange(pdf.Length, 1, 60_000);
        using var tools = new PdfTools(pdf);
        Assert.Contains("No syntax or stream encoding errors found", await tools.CheckAsync(), StringComparison.Ordinal);
        var fonts = await tools.FontsAsync();
        Assert.Equal(2, fonts.Length);
        // name, type, encoding, embedded, subset, with a map to Unicode
        Assert.All(fonts, f => Assert.Matches(@"^[A-Z]{6}\+NotoSansSC-(Regular|Bold) +CID TrueType +Identity-H +yes yes yes ", f));
    }

    [Fact]
    public async Task Write_OnePage_EveryTextCanBeReadOut()
    {
        var page = Sample.Of(2);
        using var tools = new PdfTools(Write(page));
        var text = Ink(string.Concat(await tools.LinesAsync()));
        Assert.All(page.Marks.OfType<TextMark>(), m => Assert.Contains(Ink(m.Text), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_QrCode_IsReadFromAPictureOf150DotsPerInch()
    {
        const string Text = "https://example.test/verify/A1B2C3D4E5F6?n=0100000123456789&r=3&h=9f86d081884c7d65";
        using var tools = new PdfTools(Write(new DrawnPage(210, 297, [new QrMark(20, 30, 24, Text)])));
        Assert.Equal(Text, (await PdfTools.ReadQrAsync(await tools.PictureAsync(150))).TrimEnd('\n'));
    }

    [Fact]
    public void Write_SamePagesTwice_GivesTheSameBytes() =>
        Assert.Equal(Write(Sample.Of(3), Sample.Of(4)), Write(Sample.Of(3), Sample.Of(4)));

    [Fact]
    public void Write_ManyAtOnce_GiveWhatOneByOneGives()
    {
        var face = FontFace.Read("Tiny", new TinyFont().Build()); // nothing of it is kept yet
        var set = new FontSet(face, PrintedFonts.Printer.Fonts.Find(new('字'), bold: true).Face!, []);
        DrawnPage[] pages = [.. Enumerable.Range(0, 40).Select(Sample.Of)];
        var together = new byte[pages.Length][];
        Parallel.For(0, pages.Length, i => together[i] = PdfWriter.Write([pages[i]], set, Info));
        for (var i = 0; i < pages.Length; i++)
            Assert.Equal(PdfWriter.Write([pages[i]], set, Info), together[i]);
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task Write_AnyCoveredTexts_AreReadOutAsTheyWere(int seed)
    {
        var random = new Random(seed);
        var pages = new List<DrawnPage>();
        for (var page = 0; page < 10; page++)
            pages.Add(new(210, 297, [.. Lines(() => AnyText.OfCovered(random, random.Next(1, 30)), random)]));
        using var tools = new PdfTools(Write([.. pages]));
        await tools.CheckAsync();
        Assert.Equal(pages.SelectMany(p => p.Marks).Cast<TextMark>().Select(m => m.Text), await tools.LinesAsync());
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task Write_AnyTexts_AreSound(int seed)
    {
        var random = new Random(seed);
        using var tools = new PdfTools(Write(new DrawnPage(210, 297, [.. Lines(() => AnyText.Of(random, random.Next(60)), random)])));
        await tools.CheckAsync();
        await tools.PictureAsync(40); // poppler draws it without a complaint
    }

    [Fact]
    public async Task Write_CharactersThatShareAGlyph_StayApart()
    {
        const string Text = "一⼀金⾦－─"; // radicals of Kangxi are drawn like the characters
        using var tools = new PdfTools(Write(Line(Text)));
        Assert.Equal([Text], await tools.LinesAsync());
    }

    [Fact]
    public async Task Write_CharacterNoFontHas_IsABoxThatReadsAsTheCharacter()
    {
        const string Missing = "王\U0002A6D6﷽明";
        using var tools = new PdfTools(Write(Line(Missing)));
        await tools.CheckAsync();
        Assert.Equal([Missing], await tools.LinesAsync());
        using var without = new PdfTools(Write(Line("王\u3000\u3000明")));
        Assert.NotEqual(
            await File.ReadAllBytesAsync(await tools.PictureAsync(100), Stop),
            await File.ReadAllBytesAsync(await without.PictureAsync(100), Stop)
        );
    }

    [Fact]
    public async Task Write_GlyphPutTogetherFromOthers_LooksLikeTheseDo()
    {
        var face = FontFace.Read("Tiny", new TinyFont().Build());
        var set = new FontSet(face, face, []);
        // Glyph 3 is glyph 1 once more: the same picture, though only the one asked for is in the subset by its own right.
        var pictures = new List<byte[]>();
        foreach (var text in new[] { "A", "一" })
        {
            using var tools = new PdfTools(PdfWriter.Write([Line(text)], set, Info));
            await tools.CheckAsync();
            pictures.Add(await File.ReadAllBytesAsync(await tools.PictureAsync(100), Stop));
        }
        Assert.Equal(pictures[0], pictures[1]);
        using var blank = new PdfTools(PdfWriter.Write([Line(" ")], set, Info));
        Assert.NotEqual(pictures[0], await File.ReadAllBytesAsync(await blank.PictureAsync(100), Stop));
    }

    [Fact]
    public async Task Write_Text_IsAsWideAsItWasMeasured()
    {
        const string Text = "对外贸易经营者ABCwij123（北京）.,";
        foreach (var bold in new[] { false, true })
        {
            var page = new DrawnPage(210, 297, [new TextMark(20, 40, 12.5, bold, Text)]);
            using var tools = new PdfTools(Write(page));
            var words = await PdfTools.RunAsync("pdftotext", "-bbox", tools.Path, "-");
            var box = System.Text.RegularExpressions.Regex.Match(words, "xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\"");
            var (left, right) = (Millimetres(box.Groups[1].Value), Millimetres(box.Groups[3].Value));
            Assert.Equal(20, left, 0.01);
            Assert.Equal(PrintedFonts.Set.WidthOf(Text, 12.5, bold), right - left, 0.01);
        }
    }

    [Fact]
    public async Task Write_Info_IsInTheDictionaryAndInTheMetadata()
    {
        using var tools = new PdfTools(Write(Line("x")));
        var about = await PdfTools.RunAsync("pdfinfo", "-rawdates", "-enc", "UTF-8", tools.Path);
        Assert.Matches($"Title: +{Info.Title}\n", about);
        Assert.Matches($"Subject: +{Info.Subject}\n", about);
        Assert.Contains("D:20260302093000+08'00'", about, StringComparison.Ordinal);
        Assert.Matches(@"Page size: +595\.28 x 841\.89 pts \(A4\)", about);
        var packet = System.Xml.Linq.XDocument.Parse(await PdfTools.RunAsync("pdfinfo", "-meta", tools.Path));
        Assert.Contains(Info.Title, packet.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("2026-03-02T09:30:00+08:00", packet.Root.Value, StringComparison.Ordinal);
        Assert.Contains("zh-CN", packet.Root.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e9)]
    public void Write_MarkThatLiesNowhere_IsRefused(double place) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Write(new DrawnPage(210, 297, [new LineMark(0, 0, place, 10, 0.2)])));

    [Fact]
    public void Write_NoPage_IsRefused() => Assert.Throws<ArgumentException>(() => Write());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static byte[] Write(params DrawnPage[] pages) => PrintedFonts.Printer.Print(pages, Info);

    private static DrawnPage Line(string text) => new(210, 297, [new TextMark(20, 40, 12, Bold: false, text)]);

    /// <summary>Forty lines of one page, the type of each between 6 and 12 points.</summary>
    private static IEnumerable<TextMark> Lines(Func<string> text, Random random) =>
        Enumerable.Range(1, 40).Select(line => new TextMark(15, 7 * line, random.Next(6, 12), random.Next(2) == 0, text()));

    private static string Ink(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static double Millimetres(string points) => double.Parse(points, CultureInfo.InvariantCulture) * 25.4 / 72;
}
