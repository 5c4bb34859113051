using System.Buffers.Binary;
using System.Text;

namespace Beian.Definitions.Sheets.Fonts;

/// <summary>The directory of a TrueType file: its tables, each proven whole by its checksum (OpenType 1.9, “Organization of an OpenType Font”).</summary>
internal sealed class FontFile
{
    private const uint TrueType = 0x0001_0000;
    private const int MostTables = 64;

    // What is read or handed on; other tables may be as they like.
    private static readonly string[] Used = ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "OS/2"];

    private readonly string _font;
    private readonly Dictionary<string, FontTable> _tables = new(StringComparer.Ordinal);

    public FontFile(string font, ReadOnlyMemory<byte> data)
    {
        _font = font;
        var directory = new FontTable(font, "directory", data);
        var kind = directory.U32(0);
        if (kind != TrueType)
            throw directory.Fault(
                $"begins with {kind:X8}; only single TrueType files (00010000) can be used, no collections, no PostScript outlines"
            );
        var count = directory.U16(4);
        if (count > MostTables)
            throw directory.Fault($"has {count} tables, more than {MostTables}");
        for (var i = 0; i < count; i++)
        {
            var entry = 12 + 16 * i;
            var tag = Encoding.ASCII.GetString(directory.Slice(entry, 4));
            if (!Used.Contains(tag))
                continue;
            var (begin, length) = (directory.U32(entry + 8), directory.U32(entry + 12));
            if ((long)begin + length > data.Length)
                throw directory.Fault($"{tag} reaches to byte {(long)begin + length}, the file to {data.Length}");
            var table = new FontTable(font, tag, data.Slice((int)begin, (int)length));
            if (Checksum(tag, table) != directory.U32(entry + 4))
                throw table.Fault($"its checksum differs: the file is damaged");
            if (!_tables.TryAdd(tag, table))
                throw directory.Fault($"names {tag} twice");
        }
    }

    /// <summary>A table that must be there.</summary>
    public FontTable this[string tag] =>
        _tables.TryGetValue(tag, out var table) ? table : throw new FontFault($"Font {_font}: has no table {tag}.");

    /// <summary>A table that may be missing.</summary>
    public FontTable? Find(string tag) => _tables.TryGetValue(tag, out var table) ? table : null;

    /// <summary>The sum of the big-endian words, the last one filled up with zeros.</summary>
    public static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        for (var i = 0; i < bytes.Length; i++)
            sum += (uint)bytes[i] << (24 - 8 * i);
        return sum;
    }

    // The table head holds a sum over the whole file, which counts as 0 in its own checksum.
    private static uint Checksum(string tag, FontTable table) => Sum(table.Bytes) - (tag == "head" ? table.U32(8) : 0);
}
