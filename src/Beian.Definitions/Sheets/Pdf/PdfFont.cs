using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Sheets.Fonts;

namespace Beian.Definitions.Sheets.Pdf;

/// <summary>
/// A face in one document: the characters drawn with it, each with a code of its own, and at the end the font with just these. A
/// composite font (ISO 32000-1, 9.7) whose codes are the glyph numbers of the subset.
/// </summary>
internal sealed class PdfFont(FontFace face, string resource)
{
    private const int UsualWidth = 1000;
    private const int MostPairs = 100; // in one block of a ToUnicode map

    private readonly FontSubset _subset = new(face);
    private readonly Dictionary<Rune, ushort> _codes = [];
    private readonly List<Rune> _characters = []; // of the codes 1, 2 …

    /// <summary>Its name in the pages: F1, F2 …</summary>
    public string Resource => resource;

    /// <summary>The code of a character drawn by a glyph of the face.</summary>
    public ushort CodeOf(Rune character, ushort glyph)
    {
        if (_codes.TryGetValue(character, out var code))
            return code;
        code = _subset.Add(glyph);
        _codes.Add(character, code);
        _characters.Add(character);
        return code;
    }

    /// <summary>Writes the font into the file; <paramref name="number"/> is the object the pages name.</summary>
    public void Write(PdfFile file, int number)
    {
        var (program, descriptor, descendant, unicode) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        var font = _subset.Build();
        var name = NameOfSubset();
        file.Stream(program, font, FormattableString.Invariant($" /Length1 {font.Length}"));
        WriteDescriptor(file.Begin(descriptor), name, program);
        file.End();
        WriteDescendant(file.Begin(descendant), name, descriptor);
        file.End();
        file.Stream(unicode, UnicodeMap());
        var composite = file.Begin(number).Add("<< /Type /Font /Subtype /Type0 /BaseFont /"u8).Add(name);
        composite
            .Add(" /Encoding /Identity-H /DescendantFonts ["u8)
            .Reference(descendant)
            .Add("] /ToUnicode "u8)
            .Reference(unicode)
            .Add(" >>"u8);
        file.End();
    }

    private void WriteDescriptor(PdfBuffer file, string name, int program)
    {
        var box = face.Box;
        file.Add("<< /Type /FontDescriptor /FontName /"u8).Add(name).Add(" /Flags 4 /ItalicAngle 0 /FontBBox [ "u8);
        file.Number(Thousandths(box.Left)).Number(Thousandths(box.Bottom)).Number(Thousandths(box.Right)).Number(Thousandths(box.Top));
        file.Add("] /Ascent "u8).Number(Thousandths(face.Ascent)).Add("/Descent "u8).Number(-Thousandths(face.Descent));
        file.Add("/CapHeight "u8).Number(Thousandths(face.CapHeight));
        // Nothing in the font says how thick its stems are; this follows from its weight well enough for a reader that lacks it.
        file.Add("/StemV "u8).Number(50 + Math.Pow(face.Weight / 65.0, 2)).Add("/FontFile2 "u8).Reference(program).Add(" >>"u8);
    }

    private void WriteDescendant(PdfBuffer file, string name, int descriptor)
    {
        file.Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /"u8).Add(name);
        file.Add(" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW "u8)
            .Add(UsualWidth);
        file.Add(" /W ["u8);
        var glyphs = _subset.Glyphs;
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (Width(i) == UsualWidth)
                continue;
            file.Add(i).Add("[ "u8);
            for (; i < glyphs.Count && Width(i) != UsualWidth; i++)
                file.Number(Width(i));
            file.Add("]"u8);
        }
        file.Add("] /FontDescriptor "u8).Reference(descriptor).Add(" >>"u8);

        double Width(int code) => Thousandths(face.WidthOf(glyphs[code]));
    }

    /// <summary>Which character each code is (ISO 32000-1, 9.10.3): what a reader finds, reads aloud and copies.</summary>
    private ReadOnlySpan<byte> UnicodeMap()
    {
        var map = new PdfBuffer();
        map.Add("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"u8);
        map.Add("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"u8);
        map.Add("/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"u8);
        for (var begin = 0; begin < _characters.Count; begin += MostPairs)
        {
            var end = Math.Min(begin + MostPairs, _characters.Count);
            map.Add(end - begin).Add(" beginbfchar\n"u8);
            for (var i = begin; i < end; i++)
                map.Add("<"u8).Hex(i + 1).Add("> <"u8).Hex(_characters[i]).Add(">\n"u8);
            map.Add("endbfchar\n"u8);
        }
        map.Add("endcmap CMapName currentdict /CMap defineresource pop end end\n"u8);
        return map.Bytes;
    }

    /// <summary>The font's name with six letters that differ from subset to subset (ISO 32000-1, 9.6.4).</summary>
    private string NameOfSubset()
    {
        var characters = new PdfBuffer();
        foreach (var character in _characters)
            characters.Hex(character);
        var letters = SHA256.HashData(characters.Bytes)[..6].Select(b => (char)('A' + b % 26));
        return $"{string.Concat(letters)}+{face.Name}";
    }

    private double Thousandths(int units) => units * 1000.0 / face.UnitsPerEm;
}
