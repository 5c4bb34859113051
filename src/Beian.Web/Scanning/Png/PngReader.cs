using System.Buffers.Binary;
using System.IO.Compression;
using Beian.Web.Scanning.Rows;

namespace Beian.Web.Scanning.Png;

/// <summary>Reads a PNG (ISO/IEC 15948) as shades of grey: every colour type and depth, interlaced or not.</summary>
internal static class PngReader
{
    /// <summary>An interlaced picture is put together at its full size first.</summary>
    private const int MaxInterlacedPixels = 32_000_000;

    private static readonly (int X, int Y, int StepX, int StepY)[] _passes =
    [
        (0, 0, 8, 8),
        (4, 0, 8, 8),
        (0, 4, 4, 8),
        (2, 0, 4, 4),
        (0, 2, 2, 4),
        (1, 0, 2, 2),
        (0, 1, 1, 2),
    ];

    /// <returns>The picture, and whether all of it was there.</returns>
    public static (GreyPicture Picture, bool IsWhole) Read(byte[] png, Deadline deadline)
    {
        ReadOnlySpan<byte> header = default;
        ReadOnlySpan<byte> palette = default;
        var packed = new MemoryStream();
        var at = 8;
        while (at + 8 <= png.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            var name = png.AsSpan(at + 4, 4);
            var data = png.AsSpan(at + 8, (int)Math.Min(length, png.Length - at - 8));
            if (name.SequenceEqual("IHDR"u8))
                header = data;
            else if (name.SequenceEqual("PLTE"u8))
                palette = data;
            else if (name.SequenceEqual("IDAT"u8))
                packed.Write(data);
            else if (name.SequenceEqual("IEND"u8))
                break;
            // Checksums are not looked at: what was damaged on its way is found out by what it says.
            if (length > png.Length - at - 8)
                break;
            at += (int)length + 12;
        }
        if (header.Length < 13)
            throw ScanFault.Damaged("A PNG without a header.");
        packed.Position = 0;
        using var samples = new ZLibStream(packed, CompressionMode.Decompress);
        var width = BinaryPrimitives.ReadInt32BigEndian(header);
        var height = BinaryPrimitives.ReadInt32BigEndian(header[4..]);
        var canvas = new ShrinkingCanvas(width, height);
        var rows = new PixelRows(width, height, header[8], ShadesOf(header[9], palette), RowFilter.Png);
        return header[12] == 0
            ? (canvas.Picture, rows.Read(samples, canvas.Take, deadline))
            : ReadInterlaced(rows, samples, canvas, deadline);
    }

    private static Shades ShadesOf(byte colourType, ReadOnlySpan<byte> palette) =>
        colourType switch
        {
            0 => Shades.Grey,
            2 => Shades.Rgb,
            3 => Shades.Indexed(Shades.PaletteOf(palette, Shades.Rgb)),
            4 => Shades.GreyAlpha,
            6 => Shades.RgbAlpha,
            _ => throw ScanFault.Damaged("A PNG of an unknown colour type."),
        };

    private static (GreyPicture Picture, bool IsWhole) ReadInterlaced(
        PixelRows rows,
        Stream samples,
        ShrinkingCanvas canvas,
        Deadline deadline
    )
    {
        if ((long)rows.Width * rows.Height > MaxInterlacedPixels)
            throw ScanFault.TooLarge("An interlaced PNG of more pixels than are read.");
        var whole = GreyPicture.Blank(rows.Width, rows.Height);
        var complete = true;
        foreach (var (left, top, stepX, stepY) in _passes)
        {
            var (width, height) = ((rows.Width - left + stepX - 1) / stepX, (rows.Height - top + stepY - 1) / stepY);
            if (width <= 0 || height <= 0)
                continue;
            complete = (rows with { Width = width, Height = height }).Read(
                samples,
                (y, row) =>
                {
                    for (var x = 0; x < row.Length; x++)
                        whole.Shades[(top + y * stepY) * whole.Width + left + x * stepX] = row[x];
                },
                deadline
            );
            if (!complete)
                break;
        }
        for (var y = 0; y < whole.Height; y++)
            canvas.Take(y, whole.Shades.AsSpan(y * whole.Width, whole.Width));
        return (canvas.Picture, complete);
    }
}
