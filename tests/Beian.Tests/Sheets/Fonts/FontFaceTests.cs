using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Fonts;
using Beian.Definitions.Sheets.Pdf;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Sheets.Fonts;

public sealed class FontFaceTests
{
    [Theory, InlineData(true), InlineData(false)]
    public void Read_EitherMap_KnowsGlyphsAndWidths(bool allOfUnicode)
    {
        var font = FontFace.Read("Tiny", new TinyFont(allOfUnicode: allOfUnicode).Build());

        Assert.Equal(allOfUnicode ? [1, 2, 3, 4] : [1, 2, 3, 0], new[] { 'A', ' ', 0x4E00, 0x20BB7 }.Select(c => (int)font.GlyphOf(c)));
        Assert.Equal([0, 0, 0, 0], new[] { 'B', 0, 0xFFFF, 0x10FFFF }.Select(c => (int)font.GlyphOf(c)));
        Assert.Equal([1000, 600, 500, 500, 500], Enumerable.Range(0, TinyFont.Glyphs).Select(font.WidthOf));
        Assert.Equal((1000, 880, 120, 700), (font.UnitsPerEm, font.Ascent, font.Descent, font.CapHeight));
    }

    [Fact]
    public void Read_Name_KeepsWhatAPdfNameMayHave() => Assert.Equal("A-1b", FontFace.Read("A-1 b(字)/#", new TinyFont().Build()).Name);

    [Fact]
    public void Read_OtherKindsOfFile_AreNamed()
    {
        AssertFault("directory: ends at byte 0", []);
        AssertFault("begins with 4F54544F", new TinyFont().Build(kind: 0x4F54544F)); // OTTO: PostScript outlines
        AssertFault("begins with 74746366", new TinyFont().Build(kind: 0x74746366)); // ttcf: a collection
        AssertFault("begins with 25504446", "%PDF-1.7 and so on"u8.ToArray());
    }

    [Theory]
    [
        InlineData("cmap"),
        InlineData("glyf"),
        InlineData("head"),
        InlineData("hhea"),
        InlineData("hmtx"),
        InlineData("loca"),
        InlineData("maxp")
    ]
    public void Read_WithoutATable_SaysWhich(string tag)
    {
        var font = new TinyFont();
        font.Tables.Remove(tag);
        AssertFault($"has no table {tag}", font.Build());
    }

    [Fact]
    public void Read_AnyBitOfATableChanged_IsFoundByItsChecksum()
    {
        var font = new TinyFont().Build();
        for (var at = 12 + 16 * 8; at < font.Length; at++)
        {
            byte[] damaged = [.. font];
            damaged[at] ^= 1;
            if (Record.Exception(() => FontFace.Read("Tiny", damaged)) is { } fault)
                Assert.Contains("checksum", Assert.IsType<FontFault>(fault).Message, StringComparison.Ordinal);
            else
                Assert.True(IsPaddingOrAdjustment(font, at), $"byte {at} was changed and nobody saw it");
        }
    }

    [Fact]
    public void Read_CutOffAnywhere_IsAFault()
    {
        var font = new TinyFont().Build();
        for (var length = 0; length < font.Length - 3; length++) // the last three may be padding
            Assert.Throws<FontFault>(() => FontFace.Read("Tiny", font.AsMemory(0, length)));
    }

    [Fact]
    public void Read_ImpossibleTables_SayWhatIsWrong()
    {
        AssertFault("glyph 3 is put together too deeply", f => Put(f, "glyf", 3, 10 + 2, 3)); // from itself
        AssertFault("glyph 3 needs glyph 5 of 5", f => Put(f, "glyf", 3, 10 + 2, 5));
        AssertFault("loca: glyph 0 lies from", f => f.Tables["loca"][2] = 0xFF);
        AssertFault("0 units per em", f => f.Tables["head"].AsSpan(18, 2).Clear());
        AssertFault("6 widths for 5 glyphs", f => f.Tables["hhea"][35] = 6);
        AssertFault("hmtx: ends at byte 15", f => f.Tables["hmtx"] = f.Tables["hmtx"][..15]);
        AssertFault("U+4E00 leads to glyph 259 of 5", f => f.Tables["cmap"][^14] = 1);
        AssertFault("is out of order", f => f.Tables["cmap"][^12] = 0xFF);
        AssertFault("no map of Unicode", f => f.Tables["cmap"][5] = 1); // the Macintosh's
        AssertFault("fsType 0002", f => f.Tables["OS/2"][9] = 2); // restricted
        AssertFault("fsType 0100", f => f.Tables["OS/2"][8] = 1); // no subsetting
    }

    // What a damaged or hostile file says may be anything: the reader ends, with a fault or with a font that can be printed with.
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Read_AnyBytesInTables_EndsWithAFaultOrAFontThatPrints(int seed)
    {
        var random = new Random(seed);
        var (sound, refused) = (0, 0);
        for (var i = 0; i < 3000; i++)
        {
            var font = new TinyFont(allOfUnicode: random.Next(2) == 0);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
                Spoil(font, random);
            try
            {
                var face = FontFace.Read("Tiny", font.Build());
                DrawnPage page = new(210, 297, [new TextMark(10, 20, 10, Bold: false, "A 一𠮷龘B\u0301")]);
                Assert.NotEmpty(PdfWriter.Write([page], new FontSet(face, face, []), new("t", "zh-CN", DateTimeOffset.UnixEpoch)));
                sound++;
            }
            catch (FontFault)
            {
                refused++;
            }
        }
        Assert.True(sound > 300 && refused > 300, $"{sound} sound, {refused} refused: the changes say little");
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Read_AnyBytes_IsAFault(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 3000; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            if (bytes.Length > 12)
                new byte[] { 0, 1, 0, 0, 0, (byte)random.Next(20) }.CopyTo(bytes, 0);
            Assert.Throws<FontFault>(() => FontFace.Read("Tiny", bytes));
        }
    }

    [Theory, InlineData("NotoSansSC-Regular.ttf"), InlineData("NotoSansSC-Bold.ttf")]
    public async Task Read_FontOfTheProgram_CutOffOrChanged_IsAFault(string file)
    {
        var font = await File.ReadAllBytesAsync(Path.Combine(PrintedFonts.Folder, file), TestContext.Current.CancellationToken);
        FontFace.Read(file, font);
        Assert.Throws<FontFault>(() => FontFace.Read(file, font.AsMemory(0, font.Length / 2)));
        font[font.Length / 3] ^= 0x10;
        Assert.Throws<FontFault>(() => FontFace.Read(file, font));
    }

    private static void Spoil(TinyFont font, Random random)
    {
        var tag = font.Tables.Keys.ElementAt(random.Next(font.Tables.Count));
        var table = font.Tables[tag];
        if (table.Length == 0 || random.Next(10) == 0)
            font.Tables[tag] = table[..random.Next(table.Length + 1)];
        else
            table[random.Next(table.Length)] = (byte)(
                random.Next(3) switch
                {
                    0 => random.Next(256),
                    1 => 0xFF,
                    _ => random.Next(8),
                }
            );
    }

    /// <summary>Writes a word into a glyph's outline.</summary>
    private static void Put(TinyFont font, string tag, int glyph, int at, int word)
    {
        var begin = 2 * (font.Tables["loca"][2 * glyph] << 8 | font.Tables["loca"][2 * glyph + 1]);
        TinyFont.Words(word).CopyTo(font.Tables[tag], begin + at);
    }

    private static void AssertFault(string message, Action<TinyFont> spoil)
    {
        var font = new TinyFont();
        spoil(font);
        AssertFault(message, font.Build());
    }

    private static void AssertFault(string message, byte[] font)
    {
        var fault = Assert.Throws<FontFault>(() => FontFace.Read("Tiny", font));
        Assert.StartsWith("Font Tiny", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    private static bool IsPaddingOrAdjustment(byte[] font, int at)
    {
        for (var entry = 12; entry < 12 + 16 * 8; entry += 16)
        {
            var (begin, length) = (Number(entry + 8), Number(entry + 12));
            if (at >= begin && at < begin + length)
                return font[entry] == 'h' && font[entry + 1] == 'e' && at - begin is >= 8 and < 12;
        }
        return true;

        int Number(int place) => font[place + 2] << 8 | font[place + 3];
    }
}
