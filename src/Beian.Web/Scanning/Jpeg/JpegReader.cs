using System.Buffers.Binary;

namespace Beian.Web.Scanning.Jpeg;

/// <summary>Reads the luma of a JPEG (ITU-T T.81): sequential or progressive, Huffman coded, eight bits.</summary>
internal static class JpegReader
{
    /// <summary>More scans than any camera writes; each one goes over the whole picture.</summary>
    private const int MaxScans = 100;

    /// <returns>The picture, and whether all of it was there.</returns>
    public static (GreyPicture Picture, bool IsWhole) Read(ReadOnlySpan<byte> jpeg, Deadline deadline)
    {
        var (dc, ac) = (new HuffmanTable?[4], new HuffmanTable?[4]);
        var quantisations = new ushort[]?[4];
        JpegFrame? frame = null;
        JpegBlocks? blocks = null;
        var (restartInterval, scans, whole) = (0, 0, true);
        for (var at = 2; NextMarker(jpeg, ref at) is { } marker && marker != 0xD9; )
        {
            if (marker is >= 0xD0 and <= 0xD8 or 0x01)
                continue;
            if (
                at + 2 > jpeg.Length
                || BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]) is var length && (length < 2 || at + length > jpeg.Length)
            )
            {
                whole = false;
                break;
            }
            var segment = jpeg.Slice(at + 2, length - 2);
            at += length;
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2 when frame is null:
                    frame = new(segment, isProgressive: marker == 0xC2);
                    break;
                case 0xC4:
                    ReadTables(segment, dc, ac);
                    break;
                case >= 0xC3 and <= 0xCF and not 0xC8:
                    throw ScanFault.NotReadHere("A JPEG of a rare coding.");
                case 0xDB:
                    ReadQuantisations(segment, quantisations);
                    break;
                case 0xDD when segment.Length >= 2:
                    restartInterval = BinaryPrimitives.ReadUInt16BigEndian(segment);
                    break;
                case 0xDA:
                    if (frame is null)
                        throw ScanFault.Damaged("A scan before its frame.");
                    var scan = JpegScan.Of(frame, segment, dc, ac);
                    if (!scan.Components.Contains(frame.Luma))
                        break; // colours only: the next marker is looked for
                    blocks ??= new(frame, quantisations[frame.Luma.Quantisation] ?? throw ScanFault.Damaged("A frame without its steps."));
                    var reader = new EntropyReader(jpeg, at);
                    whole &= ReadScan(blocks, scan, ref reader, restartInterval, deadline);
                    at = reader.Position;
                    if (!frame.IsProgressive || !whole || ++scans == MaxScans)
                        return Finish(blocks, whole, deadline);
                    break;
                default:
                    break;
            }
        }
        return blocks is null ? throw ScanFault.Damaged("A JPEG without a picture.") : Finish(blocks, whole, deadline);
    }

    private static (GreyPicture Picture, bool IsWhole) Finish(JpegBlocks blocks, bool whole, Deadline deadline)
    {
        blocks.Finish(deadline);
        return (blocks.Picture, whole);
    }

    private static bool ReadScan(JpegBlocks blocks, JpegScan scan, ref EntropyReader reader, int restartInterval, Deadline deadline)
    {
        try
        {
            return blocks.Read(scan, ref reader, restartInterval, deadline);
        }
        catch (ScanFault fault) when (fault.Trouble == ScanTrouble.Damaged)
        {
            return false; // what came before it is kept
        }
    }

    /// <summary>The next marker's second byte; null at the end. Whatever stands before it is passed over.</summary>
    private static int? NextMarker(ReadOnlySpan<byte> jpeg, ref int at)
    {
        while (at < jpeg.Length)
        {
            var next = jpeg[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= jpeg.Length)
                return null;
            at += next + 1;
            if (jpeg[at] is not (0 or 0xFF))
                return jpeg[at++];
        }
        return null;
    }

    private static void ReadTables(ReadOnlySpan<byte> segment, HuffmanTable?[] dc, HuffmanTable?[] ac)
    {
        while (segment.Length >= 17)
        {
            var counts = segment.Slice(1, 16);
            var symbols = 0;
            foreach (var count in counts)
                symbols += count;
            if (symbols > 256 || segment.Length < 17 + symbols)
                throw ScanFault.Damaged("A table that breaks off.");
            (segment[0] >> 4 == 0 ? dc : ac)[segment[0] & 3] = new(counts, segment.Slice(17, symbols));
            segment = segment[(17 + symbols)..];
        }
    }

    private static void ReadQuantisations(ReadOnlySpan<byte> segment, ushort[]?[] quantisations)
    {
        while (segment.Length > 0)
        {
            var wide = segment[0] >> 4 != 0;
            var length = wide ? 129 : 65;
            if (segment.Length < length)
                throw ScanFault.Damaged("Steps that break off.");
            var steps = new ushort[64];
            for (var k = 0; k < 64; k++)
                steps[k] = wide ? BinaryPrimitives.ReadUInt16BigEndian(segment[(1 + 2 * k)..]) : segment[1 + k];
            quantisations[segment[0] & 3] = steps;
            segment = segment[length..];
        }
    }
}
