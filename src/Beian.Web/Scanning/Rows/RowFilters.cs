namespace Beian.Web.Scanning.Rows;

/// <summary>What a picture's rows went through before they were compressed.</summary>
internal enum RowFilter
{
    None,

    /// <summary>TIFF 6.0 §14: each sample is the difference from the one to its left.</summary>
    Tiff,

    /// <summary>ISO/IEC 15948 §9: every row begins with the number of its filter.</summary>
    Png,
}

/// <summary>Takes a row's filter off again.</summary>
internal static class RowFilters
{
    /// <param name="kind">The row's first byte.</param>
    /// <param name="above">The row above, its filter off; nought for the first.</param>
    /// <param name="step">Bytes of a pixel, at least one.</param>
    public static void TakeOffPng(int kind, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        switch (kind)
        {
            case 0:
                break;
            case 1:
                for (var i = step; i < row.Length; i++)
                    row[i] += row[i - step];
                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                    row[i] += above[i];
                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                    row[i] += (byte)(((i < step ? 0 : row[i - step]) + above[i]) >> 1);
                break;
            case 4:
                for (var i = 0; i < row.Length; i++)
                    row[i] += i < step ? above[i] : Paeth(row[i - step], above[i], above[i - step]);
                break;
            default:
                throw ScanFault.Damaged("A row of an unknown filter.");
        }
    }

    public static void TakeOffTiff(Span<byte> row, int channels, int bits)
    {
        if (bits != 8)
            throw ScanFault.NotReadHere("Differences of other than eight bits.");
        for (var i = channels; i < row.Length; i++)
            row[i] += row[i - channels];
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return (byte)(
            toLeft <= toAbove && toLeft <= toCorner ? left
            : toAbove <= toCorner ? above
            : corner
        );
    }
}
