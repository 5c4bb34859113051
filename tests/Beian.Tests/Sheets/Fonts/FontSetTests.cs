using System.Text;
using Beian.Definitions.Sheets.Fonts;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Sheets.Fonts;

public sealed class FontSetTests
{
    private static readonly FontSet Set = PrintedFonts.Set;

    /// <summary>What Chinese forms are written with, block by block.</summary>
    [Theory]
    [InlineData(0x0020, 0x007E)] // ASCII
    [InlineData(0x3000, 0x3017)] // 、。《》「」【】〖〗
    [InlineData(0x3105, 0x3129)] // ㄅㄆㄇ
    [InlineData(0x3400, 0x4DB5)] // Extension A
    [InlineData(0x4E00, 0x9FA5)] // the characters of GBK
    [InlineData(0xFF01, 0xFF5E)] // full-width forms
    public void Covers_Block_Wholly(int first, int last) => Assert.Empty(Set.NotCovered(Text(first, last)));

    [Fact]
    public void Covers_Gb2312_Wholly()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb2312 = Encoding.GetEncoding(936);
        for (var row = 0xA1; row <= 0xF7; row++)
        for (var cell = 0xA1; cell <= 0xFE; cell++)
        {
            var text = gb2312.GetString([(byte)row, (byte)cell]);
            if (text is [not '?' and not '\uFFFD'] && char.GetUnicodeCategory(text[0]) != System.Globalization.UnicodeCategory.PrivateUse)
                Assert.True(Set.Covers(text.EnumerateRunes().First()), $"{text} {row:X2}{cell:X2}");
        }
    }

    [Theory]
    [InlineData("㛃𠮷龘镕喆堃䶮㙍㐂", "")]
    [InlineData("𬭚𫖯𬬭𬬻𬭊𬭛𬭳𫟼𬭶𫓧𬣡𬕂𬷕𬸣𬸦𬶏𬶐𫖮𬘓𨱏𨟠𦈡𦝼𥻗𬒈𥔲𥕢𤩽𤧛𣲗𣲘𣸣𡐓𡎚𠳐𠙶𠅤𩽾𩾃𫚖𫠊", "")] // of the 通用规范汉字表
    [InlineData("𤋮𠝹𡃁𨋢", "")] // of Hong Kong
    [InlineData("Aé½①€×÷°±²③Ⅳⅷ", "")]
    [InlineData("王\U0002A6D6\U0002A6D6﷽王", "\U0002A6D6﷽")] // a stroke pattern of 64 strokes, an Arabic formula: each once, in order
    public void NotCovered_Text_NamesWhatNoFontHas(string text, string missing) =>
        Assert.Equal(missing, string.Concat(Set.NotCovered(text)));

    [Fact]
    public void WidthOf_AnyText_IsTheSumOfItsCharactersAndGrowsWithTheSize()
    {
        var random = new Random(7);
        for (var i = 0; i < 1000; i++)
        {
            var text = AnyText.Of(random, random.Next(30));
            var (bold, size) = (random.Next(2) == 0, random.Next(4, 40) / 2.0);
            var width = Set.WidthOf(text, size, bold);
            Assert.Equal(text.EnumerateRunes().Sum(r => Set.WidthOf(r.ToString(), size, bold)), width, 1e-6);
            Assert.Equal(2 * width, Set.WidthOf(text, 2 * size, bold), 1e-6);
        }
    }

    [Theory]
    [InlineData("中", 1)]
    [InlineData("中\u200B\uFE00\U000E0100\u00AD文", 2)] // what only says how others are drawn takes no room
    [InlineData("\U0002A6D6", 1)] // the box of a missing character
    public void WidthOf_SpecialCharacters_InEms(string text, double ems) =>
        Assert.Equal(ems * 10 * 25.4 / 72, Set.WidthOf(text, 10, bold: false), 1e-9);

    [Fact]
    public void WidthOf_LineBreaksAndTabs_AreSpaces() =>
        Assert.Equal(Set.WidthOf("a b c", 10, bold: true), Set.WidthOf("a\tb\nc", 10, bold: true), 1e-9);

    [Fact]
    public void WidthOf_LoneHalfOfAPair_IsThatOfTheReplacementCharacter() =>
        Assert.Equal(Set.WidthOf("\uFFFD", 10, bold: false), Set.WidthOf("\ud840", 10, bold: false), 1e-9);

    [Fact]
    public void AscentAndDescent_AreTheEmBox()
    {
        var em = 10 * 25.4 / 72;
        Assert.Equal(em, Set.Ascent(10) + Set.Descent(10), 1e-6);
        Assert.Equal(0.88 * em, Set.Ascent(10), 1e-6);
    }

    [Fact]
    public void Find_CharacterOfAFallback_IsAskedForInTurn()
    {
        var rare = FontFace.Read("Rare", new TinyFont(['A', ' ', 0x4E00, 0x2A6D6]).Build());
        var set = new FontSet(FontFace.Read("First", new TinyFont([0x4E00]).Build()), rare, [rare]);
        Assert.Equal("First", set.Find(new Rune(0x4E00), bold: false).Face!.Name);
        Assert.Equal("Rare", set.Find(new Rune(0x2A6D6), bold: false).Face!.Name);
        Assert.Empty(set.NotCovered("一\U0002A6D6A"));
    }

    private static string Text(int first, int last)
    {
        var text = new StringBuilder();
        for (var codePoint = first; codePoint <= last; codePoint++)
            text.Append(new Rune(codePoint).ToString());
        return text.ToString();
    }
}
