namespace Beian.Web.Scanning.Rows;

/// <summary>Reads the rows of an uncompressed picture, as PNG and PDF have them beneath their compression.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Bits">Bits of a sample: 1, 2, 4, 8 or 16.</param>
internal sealed record PixelRows(int Width, int Height, int Bits, Shades Shades, RowFilter Filter)
{
    private int RowLength => checked((Width * Shades.Channels * Bits + 7) / 8);

    /// <summary>
    /// Hands every row on as shades of grey. Rows that are missing at the end stay out: half a page may have what is looked for.
    /// </summary>
    /// <returns>Whether all rows were there.</returns>
    public bool Read(Stream samples, Action<int, ReadOnlySpan<byte>> take, Deadline deadline)
    {
        if (Bits is not (1 or 2 or 4 or 8 or 16))
            throw ScanFault.Damaged("Samples of an odd number of bits.");
        var length = RowLength;
        var step = Math.Max(1, Shades.Channels * Bits / 8);
        var (row, above) = (new byte[length + 1], new byte[length + 1]);
        var shades = new byte[Width];
        var lead = Filter == RowFilter.Png ? 0 : 1;
        for (var y = 0; y < Height; y++)
        {
            if (y % 64 == 0)
                deadline.Check();
            if (!Fill(samples, row.AsSpan(lead)))
                return false;
            var bytes = row.AsSpan(1);
            if (Filter == RowFilter.Png)
                RowFilters.TakeOffPng(row[0], bytes, above.AsSpan(1), step);
            else if (Filter == RowFilter.Tiff)
                RowFilters.TakeOffTiff(bytes, Shades.Channels, Bits);
            ToGrey(bytes, shades);
            take(y, shades);
            (row, above) = (above, row);
        }
        return true;
    }

    private static bool Fill(Stream samples, Span<byte> row)
    {
        try
        {
            return samples.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) == row.Length;
        }
        catch (InvalidDataException)
        {
            return false; // the compressed data are damaged from here on
        }
    }

    private void ToGrey(ReadOnlySpan<byte> row, Span<byte> shades)
    {
        var channels = Shades.Channels;
        if (Bits == 8)
        {
            for (var x = 0; x < shades.Length; x++)
                shades[x] = Shades.ToGrey(row.Slice(x * channels, channels));
            return;
        }
        Span<byte> pixel = stackalloc byte[4];
        // Of sixteen bits the upper eight are enough; fewer are spread over 0–255, unless they number a colour.
        var spread =
            Shades.IsIndexed || Bits == 16 ? 1
            : Bits == 1 ? 255
            : Bits == 2 ? 85
            : 17;
        for (var x = 0; x < shades.Length; x++)
        {
            for (var c = 0; c < channels; c++)
                pixel[c] = (byte)(Sample(row, x * channels + c) * spread);
            shades[x] = Shades.ToGrey(pixel[..channels]);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (Bits == 16)
            return row[index * 2];
        var bit = index * Bits;
        return (row[bit >> 3] >> (8 - Bits - (bit & 7))) & ((1 << Bits) - 1);
    }
}
