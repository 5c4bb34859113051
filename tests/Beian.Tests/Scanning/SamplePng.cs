using System.Buffers.Binary;
using System.IO.Compression;

namespace Beian.Tests.Scanning;

/// <summary>Writes PNG of every colour type, so that reading each can be tested.</summary>
/// <param name="ColourType">0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha.</param>
/// <param name="Filter">0–4; 5 takes them in turn.</param>
internal sealed record SamplePng(int ColourType, int Bits, int Filter = 5, bool IsInterlaced = false)
{
    public static SamplePng Grey8 { get; } = new(0, 8, 2);

    private int Channels =>
        ColourType switch
        {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };

    public static byte[] Write(SamplePicture picture, SamplePng format) => format.Write(picture);

    private byte[] Write(SamplePicture picture)
    {
        var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        (header[8], header[9], header[12]) = ((byte)Bits, (byte)ColourType, IsInterlaced ? (byte)1 : (byte)0);
        Chunk(png, "IHDR"u8, header);
        if (ColourType == 3)
            Chunk(
                png,
                "PLTE"u8,
                [.. Enumerable.Range(0, 1 << Bits).SelectMany(i => Enumerable.Repeat((byte)(255 - i * 255 / ((1 << Bits) - 1)), 3))]
            );
        var packed = Pack(picture);
        // In two pieces, as a writer may split them anywhere.
        Chunk(png, "IDAT"u8, packed[..(packed.Length / 3)]);
        Chunk(png, "IDAT"u8, packed[(packed.Length / 3)..]);
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>The filtered rows, compressed: what a PDF may carry, too.</summary>
    public byte[] Pack(SamplePicture picture)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            (int, int, int, int)[] passes = IsInterlaced
                ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
                : [(0, 0, 1, 1)];
            foreach (var (left, top, stepX, stepY) in passes)
            {
                byte[]? above = null;
                for (var y = top; y < picture.Height && left < picture.Width; y += stepY)
                {
                    var shades = Enumerable
                        .Range(0, (picture.Width - left + stepX - 1) / stepX)
                        .Select(i => picture.Shades[y * picture.Width + left + i * stepX]);
                    var row = Samples([.. shades]);
                    var filter = Filter == 5 ? y / stepY % 5 : Filter;
                    zlib.WriteByte((byte)filter);
                    zlib.Write(Filtered(row, above ?? new byte[row.Length], filter));
                    above = row;
                }
            }
        }
        return packed.ToArray();
    }

    private byte[] Samples(byte[] shades)
    {
        if (Bits == 16)
            return [.. shades.SelectMany(s => Pixel(s).SelectMany(v => new[] { v, (byte)0x5A }))];
        if (Bits == 8)
            return [.. shades.SelectMany(Pixel)];
        var row = new byte[(shades.Length * Bits + 7) / 8];
        for (var x = 0; x < shades.Length; x++)
        {
            var value = (ColourType == 3 ? 255 - shades[x] : shades[x]) >> (8 - Bits);
            row[x * Bits / 8] |= (byte)(value << (8 - Bits - x * Bits % 8));
        }
        return row;
    }

    private byte[] Pixel(byte shade) =>
        ColourType switch
        {
            2 => [shade, shade, shade],
            3 => [(byte)(255 - shade)],
            4 => [0, (byte)(255 - shade)],
            6 => [0, 0, 0, (byte)(255 - shade)],
            _ => [shade],
        };

    private byte[] Filtered(byte[] row, byte[] above, int filter)
    {
        var step = Math.Max(1, Channels * Bits / 8);
        return
        [
            .. row.Select(
                (value, i) =>
                {
                    var (left, up, corner) = (i < step ? 0 : row[i - step], above[i], i < step ? 0 : above[i - step]);
                    var guess = left + up - corner;
                    var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
                    var expected = filter switch
                    {
                        1 => left,
                        2 => up,
                        3 => (left + up) / 2,
                        4 => toLeft <= toUp && toLeft <= toCorner ? left
                        : toUp <= toCorner ? up
                        : corner,
                        _ => 0,
                    };
                    return (byte)(value - expected);
                }
            ),
        ];
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(name);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. name, .. data]));
        png.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var b in data)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }
        return ~crc;
    }
}
