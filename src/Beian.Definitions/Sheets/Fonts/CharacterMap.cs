namespace Beian.Definitions.Sheets.Fonts;

/// <summary>Which glyph draws a code point: the table cmap, formats 12 (all of Unicode) and 4 (its first plane).</summary>
internal sealed class CharacterMap
{
    private const int LastCodePoint = 0x10FFFF;

    private readonly ushort[]?[] _pages = new ushort[]?[(LastCodePoint + 1) >> 8];
    private readonly FontTable _table;
    private readonly int _glyphs;

    /// <param name="table">The table cmap.</param>
    /// <param name="glyphs">How many glyphs the font has.</param>
    public CharacterMap(FontTable table, int glyphs)
    {
        (_table, _glyphs) = (table, glyphs);
        long whole = -1,
            firstPlane = -1;
        var encodings = table.U16(2);
        for (var i = 0; i < encodings; i++)
        {
            var entry = 4 + 8L * i;
            var begin = (long)table.U32(entry + 4);
            if (table.U16(entry) is not (0 or 3)) // 0 is Unicode, 3 is Windows, whose symbol encoding (0) is not Unicode
                continue;
            if (table.U16(entry) == 3 && table.U16(entry + 2) == 0)
                continue;
            var format = table.U16(begin);
            whole = format == 12 ? begin : whole;
            firstPlane = format == 4 ? begin : firstPlane;
        }
        if (whole >= 0)
            ReadRanges(whole);
        else if (firstPlane >= 0)
            ReadSegments(firstPlane);
        else
            throw table.Fault($"has no map of Unicode in format 12 or 4");
    }

    /// <summary>The glyph of a code point; 0 where the font has none.</summary>
    public ushort this[int codePoint] => _pages[codePoint >> 8] is { } page ? page[codePoint & 0xFF] : (ushort)0;

    private void ReadRanges(long begin)
    {
        var count = _table.U32(begin + 12);
        var next = 0L; // ranges ascend, so their sum is bounded whatever the file says
        for (var i = 0L; i < count; i++)
        {
            var entry = begin + 16 + 12 * i;
            var (first, last, glyph) = (_table.U32(entry), _table.U32(entry + 4), _table.U32(entry + 8));
            if (first < next || last < first || last > LastCodePoint)
                throw _table.Fault($"range {i} (U+{first:X4} to U+{last:X4}) is out of order");
            for (var codePoint = first; codePoint <= last; codePoint++)
                Set((int)codePoint, glyph + (codePoint - first));
            next = (long)last + 1;
        }
    }

    private void ReadSegments(long begin)
    {
        var count = _table.U16(begin + 6) / 2;
        var (lasts, firsts) = (begin + 14, begin + 16 + 2 * count);
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            var (first, last) = (_table.U16(firsts + 2 * i), _table.U16(lasts + 2 * i));
            var (delta, place) = (_table.U16(firsts + 2 * (count + i)), firsts + 2 * (2 * count + i));
            var offset = _table.U16(place);
            if (first < next || last < first)
                throw _table.Fault($"segment {i} (U+{first:X4} to U+{last:X4}) is out of order");
            for (var codePoint = first; codePoint <= last && codePoint != 0xFFFF; codePoint++)
            {
                var glyph = offset == 0 ? codePoint : _table.U16(place + offset + 2 * (codePoint - first));
                if (offset == 0 || glyph != 0)
                    Set(codePoint, (uint)(glyph + delta) & 0xFFFF);
            }
            next = last + 1;
        }
    }

    private void Set(int codePoint, uint glyph)
    {
        if (glyph >= _glyphs)
            throw _table.Fault($"U+{codePoint:X4} leads to glyph {glyph} of {_glyphs}");
        if (glyph != 0)
            (_pages[codePoint >> 8] ??= new ushort[256])[codePoint & 0xFF] = (ushort)glyph;
    }
}
