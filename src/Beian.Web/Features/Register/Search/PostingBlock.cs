using System.Runtime.InteropServices;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// Ids in ascending order as differences of seven bits a byte, so that a list of hundreds of thousands is read in
/// milliseconds. The first difference is to the block's from_id, the lowest id that may stand in it.
/// </summary>
public static class PostingBlock
{
    /// <summary>A block is begun anew beyond this: small enough to lie within a page of either database.</summary>
    public const int MaxBytes = 900;

    /// <summary>Reads a block.</summary>
    /// <param name="ids">Gets its ids; has room for as many as the block has bytes.</param>
    /// <returns>How many they are.</returns>
    public static int Decode(ReadOnlySpan<byte> block, long fromId, Span<long> ids)
    {
        var id = fromId;
        long difference = 0;
        var (shift, count) = (0, 0);
        foreach (var b in block)
        {
            difference |= (long)(b & 0x7F) << shift;
            if (b >= 0x80)
            {
                shift += 7;
                continue;
            }
            id += difference;
            ids[count++] = id;
            difference = 0;
            shift = 0;
        }
        return count;
    }

    /// <summary>Reads a block behind what <paramref name="ids"/> holds already.</summary>
    public static void Decode(ReadOnlySpan<byte> block, long fromId, List<long> ids)
    {
        var before = ids.Count;
        CollectionsMarshal.SetCount(ids, before + block.Length);
        CollectionsMarshal.SetCount(ids, before + Decode(block, fromId, CollectionsMarshal.AsSpan(ids)[before..]));
    }

    /// <summary>The last id of a block that has one.</summary>
    public static long LastOf(ReadOnlySpan<byte> block, long fromId)
    {
        long difference = 0;
        var shift = 0;
        foreach (var b in block)
        {
            difference |= (long)(b & 0x7F) << shift;
            shift += 7;
            if (b >= 0x80)
                continue;
            fromId += difference;
            (difference, shift) = (0, 0);
        }
        return fromId;
    }

    /// <summary>How many bytes a difference takes.</summary>
    public static int SizeOf(long difference) => Math.Max(1, (64 - (int)long.LeadingZeroCount(difference) + 6) / 7);

    /// <summary>Writes a difference.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(long difference, Span<byte> block)
    {
        var length = 0;
        var rest = (ulong)difference;
        for (; rest >= 0x80; rest >>= 7)
            block[length++] = (byte)(rest | 0x80);
        block[length++] = (byte)rest;
        return length;
    }

    /// <summary>Writes a block.</summary>
    public static byte[] Encode(ReadOnlySpan<long> ids, long fromId)
    {
        var bytes = new byte[ids.Length * 10]; // a difference takes ten at most
        var (length, before) = (0, fromId);
        foreach (var id in ids)
        {
            length += Write(id - before, bytes.AsSpan(length));
            before = id;
        }
        return bytes[..length];
    }
}
