using System.Buffers.Binary;

namespace Beian.Definitions.Sheets.Fonts;

/// <summary>
/// A small TrueType font with some glyphs of a face, numbered anew from 0 in the order they are asked for: what is embedded in a PDF. It
/// has no table cmap: whoever embeds it names glyphs by number. The same character order gives the same bytes.
/// </summary>
internal sealed class FontSubset
{
    private const int LongestShortLoca = 2 * 0xFFFF;

    private static readonly string[] Tags = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]; // in the order of the directory

    private readonly FontFace _face;
    private readonly List<ushort> _glyphs = [0]; // 0 stands for what is missing
    private readonly Dictionary<ushort, ushort> _numbers = [];

    public FontSubset(FontFace face) => _face = face;

    /// <summary>The glyphs of the face that were asked for, at their new numbers.</summary>
    public IReadOnlyList<ushort> Glyphs => _glyphs;

    /// <summary>
    /// Takes in a glyph and gives its new number. Asked for twice it is taken in twice: two characters may share one glyph and must still be told
    /// apart in the text that is copied out.
    /// </summary>
    public ushort Add(ushort glyph)
    {
        if (_glyphs.Count > ushort.MaxValue)
            throw new InvalidOperationException("More than 65,536 glyphs of one font in one document.");
        var number = (ushort)_glyphs.Count;
        _glyphs.Add(glyph);
        _numbers.TryAdd(glyph, number);
        return number;
    }

    /// <summary>The font file. Adds what the glyphs are put together from; nothing can be added after it.</summary>
    public byte[] Build()
    {
        var (glyf, ends) = Outlines();
        var longLoca = glyf.Length > LongestShortLoca;
        var tables = new Dictionary<string, byte[]>
        {
            ["glyf"] = glyf,
            ["loca"] = Offsets(ends, longLoca),
            ["hmtx"] = Metrics(),
            ["head"] = _face.Bytes("head")[..54].ToArray(),
            ["hhea"] = _face.Bytes("hhea")[..36].ToArray(),
            ["maxp"] = _face.Bytes("maxp")[..32].ToArray(),
        };
        Write(tables["head"], 8, 0u);
        Write(tables["head"], 50, (ushort)(longLoca ? 1 : 0));
        Write(tables["hhea"], 34, (ushort)_glyphs.Count);
        Write(tables["maxp"], 4, (ushort)_glyphs.Count);
        Write(tables["maxp"], 26, (ushort)0); // no instructions
        return Assemble(tables);
    }

    private (byte[] Glyf, List<int> Ends) Outlines()
    {
        using var glyf = new MemoryStream();
        var ends = new List<int>();
        for (var number = 0; number < _glyphs.Count; number++) // grows while it runs
        {
            var outline = _face.OutlineOf(_glyphs[number]);
            var begin = (int)glyf.Length;
            glyf.Write(outline.Data);
            if (glyf.Length % 2 != 0)
                glyf.WriteByte(0);
            foreach (var at in outline.Components)
            {
                var component = BinaryPrimitives.ReadUInt16BigEndian(outline.Data.AsSpan(at));
                Write(glyf.GetBuffer(), begin + at, _numbers.TryGetValue(component, out var known) ? known : Add(component));
            }
            ends.Add((int)glyf.Length);
        }
        return (glyf.ToArray(), ends);
    }

    private static byte[] Offsets(List<int> ends, bool longLoca)
    {
        var loca = new byte[(ends.Count + 1) * (longLoca ? 4 : 2)]; // begins with the 0 where the first glyph begins
        for (var i = 0; i < ends.Count; i++)
            if (longLoca)
                Write(loca, 4 * (i + 1), (uint)ends[i]);
            else
                Write(loca, 2 * (i + 1), (ushort)(ends[i] / 2));
        return loca;
    }

    private byte[] Metrics()
    {
        var hmtx = new byte[4 * _glyphs.Count];
        for (var i = 0; i < _glyphs.Count; i++)
        {
            Write(hmtx, 4 * i, (ushort)_face.WidthOf(_glyphs[i]));
            Write(hmtx, 4 * i + 2, (ushort)_face.SideBearingOf(_glyphs[i]));
        }
        return hmtx;
    }

    private static byte[] Assemble(Dictionary<string, byte[]> tables)
    {
        var begin = 12 + 16 * Tags.Length;
        var file = new byte[begin + tables.Values.Sum(t => Padded(t.Length))];
        Write(file, 0, 0x0001_0000u);
        Write(file, 4, (ushort)Tags.Length);
        Write(file, 6, (ushort)(16 * 4)); // the greatest power of two among 6 tables is 4 = 2²
        Write(file, 8, (ushort)2);
        Write(file, 10, (ushort)(16 * (Tags.Length - 4)));
        var head = 0;
        for (var i = 0; i < Tags.Length; i++)
        {
            var table = tables[Tags[i]];
            var entry = 12 + 16 * i;
            for (var j = 0; j < 4; j++)
                file[entry + j] = (byte)Tags[i][j];
            Write(file, entry + 4, FontFile.Sum(table));
            Write(file, entry + 8, (uint)begin);
            Write(file, entry + 12, (uint)table.Length);
            table.CopyTo(file, begin);
            if (Tags[i] == "head")
                head = begin;
            begin += Padded(table.Length);
        }
        Write(file, head + 8, 0xB1B0AFBA - FontFile.Sum(file));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static void Write(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), value);

    private static void Write(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
}
