using System.Buffers.Binary;
using System.IO.Compression;

namespace Beian.Tests.Support;

/// <summary>A picture in shades of grey, read from a PNG as pdftoppm writes it: 8 bits for grey or for each of three equal colours, not interlaced.</summary>
/// <param name="Shades">Row by row from the top; 0 is black.</param>
internal sealed record GreyPicture(int Width, int Height, byte[] Shades)
{
    /// <summary>The darkness of squares of some pixels, averaged: what is left of a picture when one steps back.</summary>
    public GreyPicture Shrink(int square)
    {
        var (width, height) = ((Width + square - 1) / square, (Height + square - 1) / square);
        var shades = new byte[width * height];
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
        {
            var (sum, count) = (0, 0);
            for (var row = y * square; row < Math.Min((y + 1) * square, Height); row++)
            for (var column = x * square; column < Math.Min((x + 1) * square, Width); column++)
                (sum, count) = (sum + Shades[row * Width + column], count + 1);
            shades[y * width + x] = (byte)(sum / count);
        }
        return new(width, height, shades);
    }

    public static async Task<GreyPicture> ReadAsync(string path)
    {
        var png = await File.ReadAllBytesAsync(path);
        var (width, height) = (Number(png, 16), Number(png, 20));
        if (png[24] != 8 || png[25] is not (0 or 2) || png[28] != 0)
            throw new InvalidDataException($"{path}: another kind of PNG (bits {png[24]}, colours {png[25]}).");
        var step = png[25] == 0 ? 1 : 3; // bytes a pixel
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += 12 + Number(png, at))
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, Number(png, at));
        packed.Position = 0;
        await using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var bytes = new byte[step * width * height];
        var row = new byte[step * width + 1];
        for (var y = 0; y < height; y++)
        {
            await rows.ReadExactlyAsync(row);
            Unfilter(row, bytes, y * step * width, step);
        }
        return new(width, height, [.. bytes.Where((_, i) => i % step == 0)]);
    }

    // PNG, filter method 0: each byte is told as the difference to its left, upper and upper left neighbours.
    private static void Unfilter(byte[] row, byte[] bytes, int begin, int step)
    {
        var length = row.Length - 1;
        for (var x = 0; x < length; x++)
        {
            int left = x >= step ? bytes[begin + x - step] : 0;
            int up = begin > 0 ? bytes[begin - length + x] : 0;
            int corner = x >= step && begin > 0 ? bytes[begin - length + x - step] : 0;
            var guess = row[0] switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Nearest(left, up, corner),
            };
            bytes[begin + x] = (byte)(row[x + 1] + guess);
        }
    }

    private static int Nearest(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return toLeft <= toUp && toLeft <= toCorner ? left
            : toUp <= toCorner ? up
            : corner;
    }

    private static int Number(byte[] png, int at) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
}
