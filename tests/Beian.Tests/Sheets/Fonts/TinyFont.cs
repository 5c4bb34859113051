using System.Buffers.Binary;
using System.Text;

namespace Beian.Tests.Sheets.Fonts;

/// <summary>
/// A TrueType font of a few hundred bytes whose tables a test may spoil before it is put together, checksums and all. Glyphs: 0 and 1 are boxes, 2 a
/// blank, 3 is put together from 1, 4 from 3 and 1 with a scale.
/// </summary>
internal sealed class TinyFont
{
    public const int Glyphs = 5;

    /// <summary>The tables by their tags.</summary>
    public Dictionary<string, byte[]> Tables { get; } = new(StringComparer.Ordinal);

    /// <param name="characters">The code points of glyphs 1, 2 …</param>
    /// <param name="allOfUnicode">Whether the map is one of format 12 rather than 4.</param>
    public TinyFont(int[]? characters = null, bool allOfUnicode = true)
    {
        characters ??= ['A', ' ', 0x4E00, 0x20BB7];
        byte[][] outlines =
        [
            Box(100, 700),
            Box(0, 500),
            [],
            [.. Words(-1, 0, 0, 500, 500), .. Words(0x0003 | 0x0100, 1, 0, 0), .. Words(2), 1, 2], // with two bytes of instructions
            [.. Words(-1, 0, 0, 500, 500), .. Words(0x0022, 3), 0, 0, .. Words(0x000A, 1), 5, 5, .. Words(0x2000)],
        ];
        var (glyf, loca) = (new List<byte>(), new List<byte>(Words(0)));
        foreach (var outline in outlines)
        {
            glyf.AddRange(outline);
            if (glyf.Count % 2 != 0)
                glyf.Add(0);
            loca.AddRange(Words(glyf.Count / 2));
        }
        Tables["cmap"] = allOfUnicode ? Ranges(characters) : Segments(characters);
        Tables["glyf"] = [.. glyf];
        Tables["head"] = [.. Words(1, 0, 0, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000), .. new byte[16], .. Words(0, 0, 700, 700, 0, 8, 2, 0, 0)];
        Tables["hhea"] = [.. Words(1, 0, 800, -200, 0, 1000), .. new byte[22], .. Words(3)];
        Tables["hmtx"] = [.. Words(1000, 100, 600, 0, 500, 0), .. Words(0, 0)];
        Tables["loca"] = [.. loca];
        Tables["maxp"] = [.. Words(1, 0, Glyphs), .. new byte[26]];
        Tables["OS/2"] =
        [
            .. Words(4, 500, 400, 5, 0),
            .. new byte[58],
            .. Words(880, -120, 0, 0, 0),
            .. new byte[10],
            .. Words(700),
            .. new byte[6],
        ];
    }

    /// <summary>The file.</summary>
    public byte[] Build(uint kind = 0x0001_0000)
    {
        var (directory, body) = (new List<byte>(), new List<byte>());
        foreach (var (tag, table) in Tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var sum =
                table.Chunk(4).Aggregate(0u, (sum, word) => sum + Word(word))
                - (tag == "head" && table.Length >= 12 ? Word(table[8..12]) : 0);
            directory.AddRange([
                .. Encoding.ASCII.GetBytes(tag),
                .. Long(sum),
                .. Long((uint)(12 + 16 * Tables.Count + body.Count)),
                .. Long((uint)table.Length),
            ]);
            body.AddRange(table);
            while (body.Count % 4 != 0)
                body.Add(0);
        }
        return [.. Long(kind), .. Words(Tables.Count, 0, 0, 0), .. directory, .. body];
    }

    /// <summary>16-bit words, the high byte first.</summary>
    public static byte[] Words(params int[] words) => [.. words.SelectMany(w => new[] { (byte)(w >> 8), (byte)w })];

    private static byte[] Long(uint number) => Words((int)(number >> 16), (int)(number & 0xFFFF));

    private static uint Word(byte[] bytes) => BinaryPrimitives.ReadUInt32BigEndian([.. bytes, .. new byte[4 - bytes.Length]]);

    // A square with its corners as points on the curve; two bytes of instructions that a subset leaves out.
    private static byte[] Box(int from, int to) =>
        [
            .. Words(1, from, from, to, to),
            .. Words(3),
            .. Words(2),
            7,
            7,
            1,
            1,
            1,
            1,
            .. Words(from, 0, to - from, 0),
            .. Words(from, to - from, 0, from - to),
        ];

    private static byte[] Ranges(int[] characters) =>
        [
            .. Words(0, 1, 3, 10, 0, 12, 12, 0),
            .. Long((uint)(16 + 12 * characters.Length)),
            .. Long(0),
            .. Long((uint)characters.Length),
            .. characters
                .Select((c, i) => (c, i))
                .OrderBy(p => p.c)
                .SelectMany(p => (byte[])[.. Long((uint)p.c), .. Long((uint)p.c), .. Long((uint)p.i + 1)]),
        ];

    // A segment for each, the first by a list of glyphs, the others by a difference; and the last one the format asks for.
    private static byte[] Segments(int[] characters)
    {
        var sorted = characters
            .Select((c, i) => (Character: c, Glyph: i + 1))
            .Where(p => p.Character < 0xFFFF)
            .OrderBy(p => p.Character)
            .ToArray();
        var count = sorted.Length + 1;
        int[] lasts = [.. sorted.Select(p => p.Character), 0xFFFF];
        int[] deltas = [0, .. sorted.Skip(1).Select(p => p.Glyph - p.Character), 1];
        int[] offsets = [2 * count, .. new int[count - 1]];
        return
        [
            .. Words(0, 1, 3, 1, 0, 12, 4, 16 + 8 * count + 2, 0, 2 * count, 0, 0, 0),
            .. Words(lasts),
            .. Words(0),
            .. Words(lasts),
            .. Words(deltas),
            .. Words(offsets),
            .. Words(sorted[0].Glyph),
        ];
    }
}
