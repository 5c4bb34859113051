namespace Beian.Web.Scanning;

/// <summary>A picture in shades of grey, row by row; 0 is black, 255 white.</summary>
internal sealed class GreyPicture(int width, int height, byte[] shades)
{
    /// <summary>Larger pictures are made smaller while they are read: 16 million pixels are 480 dpi of an A4 page.</summary>
    public const int WorkingPixels = 16_000_000;

    /// <summary>Larger ones are not read at all; the finest telephones take 50 million pixels unless told otherwise.</summary>
    public const int MaxPixels = 64_000_000;

    public int Width => width;

    public int Height => height;

    public byte[] Shades => shades;

    /// <summary>White paper.</summary>
    public static GreyPicture Blank(int width, int height)
    {
        var paper = new byte[width * height];
        Array.Fill(paper, byte.MaxValue);
        return new(width, height, paper);
    }

    /// <summary>By how much a picture is made smaller while it is read: 1 or 2.</summary>
    /// <exception cref="ScanFault">It is empty or too large.</exception>
    public static int ShrinkOf(int width, int height)
    {
        if (width <= 0 || height <= 0)
            throw ScanFault.Damaged("A picture without pixels.");
        var pixels = (long)width * height;
        if (pixels > MaxPixels || width > 65_535 || height > 65_535)
            throw ScanFault.TooLarge("A picture of more pixels than are read.");
        return pixels > WorkingPixels ? 2 : 1;
    }

    /// <summary>Half as wide and half as high; each pixel is the mean of four.</summary>
    public GreyPicture Halved()
    {
        var (w, h) = (Math.Max(1, width / 2), Math.Max(1, height / 2));
        var half = new byte[w * h];
        for (var y = 0; y < h; y++)
        {
            var upper = shades.AsSpan(2 * y * width, width);
            var lower = shades.AsSpan(Math.Min(2 * y + 1, height - 1) * width, width);
            var row = half.AsSpan(y * w, w);
            for (var x = 0; x < row.Length; x++)
            {
                var right = Math.Min(2 * x + 1, width - 1);
                row[x] = (byte)((upper[2 * x] + upper[right] + lower[2 * x] + lower[right] + 2) >> 2);
            }
        }
        return new(w, h, half);
    }

    /// <summary>So many times as wide and high, with even passages between the pixels.</summary>
    public GreyPicture Enlarged(int times)
    {
        var (w, h) = (width * times, height * times);
        var large = new byte[w * h];
        // Across first: (left, right, share of the right one in 256ths) is the same in every row.
        var across = Enumerable.Range(0, w).Select(x => Between(x, times, width)).ToArray();
        var (upper, lower) = (new int[w], new int[w]);
        for (var y = 0; y < h; y++)
        {
            var (above, below, share) = Between(y, times, height);
            Stretch(above, across, upper);
            Stretch(below, across, lower);
            for (var x = 0; x < w; x++)
                large[y * w + x] = (byte)((upper[x] * (256 - share) + lower[x] * share + 32_768) >> 16);
        }
        return new(w, h, large);
    }

    /// <summary>The shade at a place, mixed of the four pixels around it; the middle of the first pixel is (0.5, 0.5).</summary>
    public float At(float x, float y)
    {
        x = Math.Clamp(x - 0.5f, 0, width - 1);
        y = Math.Clamp(y - 0.5f, 0, height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
        var (dx, dy) = (x - left, y - top);
        var upper = shades[top * width + left] * (1 - dx) + shades[top * width + right] * dx;
        var lower = shades[bottom * width + left] * (1 - dx) + shades[bottom * width + right] * dx;
        return upper * (1 - dy) + lower * dy;
    }

    private static (int Before, int After, int Share) Between(int place, int times, int size)
    {
        var at = Math.Clamp((place + 0.5) / times - 0.5, 0, size - 1);
        return ((int)at, Math.Min((int)at + 1, size - 1), (int)((at - (int)at) * 256));
    }

    private void Stretch(int y, (int Before, int After, int Share)[] across, int[] target)
    {
        var row = shades.AsSpan(y * width, width);
        for (var x = 0; x < target.Length; x++)
        {
            var (before, after, share) = across[x];
            target[x] = row[before] * (256 - share) + row[after] * share;
        }
    }
}
