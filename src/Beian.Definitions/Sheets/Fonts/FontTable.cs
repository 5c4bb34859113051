using System.Buffers.Binary;

namespace Beian.Definitions.Sheets.Fonts;

/// <summary>One table of a font file. Reading beyond its end is a <see cref="FontFault"/> and never anything else.</summary>
internal readonly struct FontTable(string font, string tag, ReadOnlyMemory<byte> data)
{
    public int Length => data.Length;

    public ReadOnlySpan<byte> Bytes => data.Span;

    public int U16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));

    public int S16(long at) => BinaryPrimitives.ReadInt16BigEndian(Slice(at, 2));

    public uint U32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));

    public ReadOnlySpan<byte> Slice(long at, long length) =>
        at >= 0 && length >= 0 && at + length <= data.Length
            ? data.Span.Slice((int)at, (int)length)
            : throw Fault($"ends at byte {data.Length}, but bytes {at} to {at + length} are asked for");

    /// <summary>A part of it, with the same rules.</summary>
    public FontTable Part(long at, long length)
    {
        _ = Slice(at, length);
        return new(font, tag, data.Slice((int)at, (int)length));
    }

    /// <summary>A fault of this table.</summary>
    public FontFault Fault(FormattableString what) =>
        new(FormattableString.Invariant($"Font {font}, table {tag}: ") + FormattableString.Invariant(what) + ".");
}
