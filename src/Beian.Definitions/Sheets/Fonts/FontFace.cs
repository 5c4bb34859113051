using System.Buffers.Binary;

namespace Beian.Definitions.Sheets.Fonts;

/// <summary>
/// One TrueType font file, read and checked once: which glyph draws a character, how wide it is, what it looks like. Everything that is
/// used later is checked when it is read, so that a face once made does not fail while a sheet is printed.
/// </summary>
public sealed class FontFace
{
    private const int Forbidden = 0x0302; // of fsType: restricted, no subsetting, bitmaps only
    private const int Deepest = 8;
    private const int MeasuresLength = 78; // the table OS/2 without what later versions added

    private readonly FontFile _file;
    private readonly FontTable _glyf;
    private readonly FontTable _loca;
    private readonly FontTable _hmtx;
    private readonly CharacterMap _characters;
    private readonly bool _longOffsets;
    private readonly int _metrics;
    private readonly Outline?[] _outlines;

    private FontFace(string name, ReadOnlyMemory<byte> data)
    {
        Name = name;
        _file = new FontFile(name, data);
        var (head, hhea, maxp) = (_file["head"], _file["hhea"], _file["maxp"]);
        (_glyf, _loca, _hmtx) = (_file["glyf"], _file["loca"], _file["hmtx"]);

        UnitsPerEm = head.U16(18);
        if (UnitsPerEm is < 16 or > 16384)
            throw head.Fault($"{UnitsPerEm} units per em");
        Box = (head.S16(36), head.S16(38), head.S16(40), head.S16(42));
        _longOffsets = head.S16(50) != 0;
        Glyphs = maxp.U16(4);
        _metrics = hhea.U16(34);
        if (Glyphs == 0 || _metrics == 0 || _metrics > Glyphs)
            throw hhea.Fault($"{_metrics} widths for {Glyphs} glyphs");
        _ = _hmtx.Slice(0, 4L * _metrics + 2L * (Glyphs - _metrics));
        _ = head.Slice(0, 54);
        _ = hhea.Slice(0, 36);
        _ = maxp.Slice(0, 32);
        _outlines = new Outline?[Glyphs];
        CheckOutlines();
        _characters = new(_file["cmap"], Glyphs);

        (Ascent, Descent, CapHeight, Weight) = (hhea.S16(4), -hhea.S16(6), hhea.S16(4), 400);
        if (_file.Find("OS/2") is { Length: >= MeasuresLength } os2)
            ReadMeasures(os2);
    }

    /// <summary>The name it was read under, for messages and for the PDF: letters, digits and hyphens.</summary>
    public string Name { get; }

    internal int UnitsPerEm { get; }

    internal int Glyphs { get; }

    internal (int Left, int Bottom, int Right, int Top) Box { get; }

    /// <summary>How far characters reach above the baseline, in units.</summary>
    internal int Ascent { get; private set; }

    /// <summary>How far characters reach below the baseline, in units; positive.</summary>
    internal int Descent { get; private set; }

    internal int CapHeight { get; private set; }

    /// <summary>400 is regular, 700 bold.</summary>
    internal int Weight { get; private set; }

    /// <summary>Reads a font; a file that cannot be used throws <see cref="FontFault"/>.</summary>
    /// <param name="name">What to call it; what is not a letter, digit or hyphen is left out.</param>
    /// <param name="data">The file, which must not change any more.</param>
    public static FontFace Read(string name, ReadOnlyMemory<byte> data) =>
        new(string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')), data);

    /// <summary>The glyph of a code point; 0 where this font has none.</summary>
    internal ushort GlyphOf(int codePoint) => _characters[codePoint];

    /// <summary>The advance width of a glyph, in units.</summary>
    internal int WidthOf(int glyph) => _hmtx.U16(4L * Math.Min(glyph, _metrics - 1));

    /// <summary>The distance from the origin to the left edge of the outline, in units.</summary>
    internal int SideBearingOf(int glyph) => _hmtx.S16(glyph < _metrics ? 4L * glyph + 2 : 4L * _metrics + 2L * (glyph - _metrics));

    /// <summary>The outline of a glyph, kept for the next sheet.</summary>
    internal Outline OutlineOf(int glyph) => _outlines[glyph] ??= Outline.Read(Part(glyph));

    /// <summary>A table as it is in the file.</summary>
    internal ReadOnlySpan<byte> Bytes(string table) => _file[table].Bytes;

    /// <summary>Every outline lies in its table and is put together from glyphs that are there, not from itself.</summary>
    private void CheckOutlines()
    {
        var sound = new bool[Glyphs];
        for (var glyph = 0; glyph < Glyphs; glyph++)
            Check(glyph, 0);

        void Check(int glyph, int depth)
        {
            if (sound[glyph])
                return;
            if (depth > Deepest)
                throw _glyf.Fault($"glyph {glyph} is put together too deeply");
            var part = Part(glyph);
            if (Outline.IsComposite(part))
            {
                var outline = Outline.Read(part);
                foreach (var at in outline.Components)
                {
                    var component = BinaryPrimitives.ReadUInt16BigEndian(outline.Data.AsSpan(at));
                    if (component >= Glyphs)
                        throw _glyf.Fault($"glyph {glyph} needs glyph {component} of {Glyphs}");
                    Check(component, depth + 1);
                }
            }
            else if (part.Length > 0)
                _ = Outline.Simple(part);
            sound[glyph] = true;
        }
    }

    private FontTable Part(int glyph)
    {
        var (begin, end) = (Offset(glyph), Offset(glyph + 1));
        if (end < begin || end > _glyf.Length)
            throw _loca.Fault($"glyph {glyph} lies from {begin} to {end} of {_glyf.Length}");
        return _glyf.Part(begin, end - begin);
    }

    private long Offset(int glyph) => _longOffsets ? _loca.U32(4L * glyph) : 2L * _loca.U16(2L * glyph);

    private void ReadMeasures(FontTable os2)
    {
        Weight = os2.U16(4);
        var permissions = os2.U16(8);
        if ((permissions & Forbidden) != 0)
            throw os2.Fault($"does not allow to embed parts of the font (fsType {permissions:X4})");
        if (os2.S16(68) is > 0 and var ascent)
            (Ascent, Descent) = (ascent, -os2.S16(70)); // the em box of Chinese characters, where hhea has the spacing of lines
        CapHeight = os2.U16(0) >= 2 && os2.S16(88) > 0 ? os2.S16(88) : Ascent;
    }
}
