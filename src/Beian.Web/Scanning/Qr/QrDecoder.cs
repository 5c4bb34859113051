namespace Beian.Web.Scanning.Qr;

/// <summary>From the modules of a code to its text: format, mask, codewords, correction (ISO/IEC 18004, 7.6 to 7.9 and 12).</summary>
internal static class QrDecoder
{
    /// <param name="isDark">Column and row of a module, from the upper left.</param>
    /// <returns>The text; null when the modules make no code.</returns>
    public static string? Read(QrVersion version, Func<int, int, bool> isDark)
    {
        if (QrFormat.Read(version.Size, isDark) is not { } format)
            return null;
        var codewords = Codewords(version, format, isDark);
        return Correct(version, format.Level, codewords) is { } data ? QrText.Read(data, version.Number) : null;
    }

    /// <summary>Two columns at a time from the right, upwards and downwards in turn.</summary>
    private static List<byte> Codewords(QrVersion version, QrFormat format, Func<int, int, bool> isDark)
    {
        var codewords = new List<byte>();
        var (value, bits, upwards) = (0, 0, true);
        for (var right = version.Size - 1; right > 0; right -= 2)
        {
            if (right == 6)
                right--; // the column of the timing pattern is left out
            for (var i = 0; i < version.Size; i++)
            {
                var y = upwards ? version.Size - 1 - i : i;
                for (var x = right; x > right - 2; x--)
                {
                    if (version.IsFunction(x, y))
                        continue;
                    value = (value << 1) | (isDark(x, y) != format.Turns(x, y) ? 1 : 0);
                    if (++bits % 8 == 0)
                        codewords.Add((byte)value);
                }
            }
            upwards = !upwards;
        }
        return codewords;
    }

    /// <summary>Takes the blocks apart, corrects each, and puts their data one after another; null when one cannot be mended.</summary>
    private static byte[]? Correct(QrVersion version, int level, List<byte> codewords)
    {
        var (count, correction) = version.BlocksOf(level);
        var length = codewords.Count / count;
        var shorter = count - codewords.Count % count; // blocks that are one codeword shorter come first
        var blocks = Enumerable.Range(0, count).Select(i => new byte[length + (i < shorter ? 0 : 1)]).ToArray();
        var at = 0;
        for (var i = 0; i < length + 1 - correction; i++)
        {
            foreach (var block in blocks)
            {
                if (i < block.Length - correction)
                    block[i] = codewords[at++];
            }
        }
        for (var i = correction; i > 0; i--)
        {
            foreach (var block in blocks)
                block[^i] = codewords[at++];
        }
        return blocks.All(b => ReedSolomon.Correct(b, correction)) ? [.. blocks.SelectMany(b => b[..^correction])] : null;
    }
}
