namespace Beian.Web.Scanning.Jpeg;

/// <summary>
/// From a block's frequencies back to shades (T.81, A.3.3), at its full size of 8 × 8 or, of its low frequencies only, at half of it:
/// the factor of each dimension is the same for both.
/// </summary>
internal static class ScaledTransform
{
    private static readonly float[] _half = [.. Enumerable.Range(0, 8).Select(i => (float)(Math.Cos(i * Math.PI / 16) / 2))];
    private static readonly float _root = (float)(Math.Sqrt(0.5) / 2);

    /// <param name="block">64 frequencies, row by row; spoiled.</param>
    /// <param name="size">8 or 4.</param>
    /// <param name="target">Where the block's first pixel goes.</param>
    public static void Write(Span<float> block, int size, Span<byte> target, int stride)
    {
        for (var x = 0; x < size; x++)
            Transform(block[x..], 8, size);
        for (var y = 0; y < size; y++)
        {
            var row = block.Slice(8 * y, 8);
            Transform(row, 1, size);
            var pixels = target.Slice(y * stride, size);
            for (var x = 0; x < pixels.Length; x++)
                pixels[x] = (byte)Math.Clamp(row[x] + 128.5f, 0, 255);
        }
    }

    private static void Transform(Span<float> f, int step, int size)
    {
        if (size == 8)
            Eight(f, step);
        else
            Four(f, step);
    }

    private static void Eight(Span<float> f, int step)
    {
        var (f0, f1, f2, f3) = (f[0], f[step], f[2 * step], f[3 * step]);
        var (f4, f5, f6, f7) = (f[4 * step], f[5 * step], f[6 * step], f[7 * step]);
        var k = _half;
        var (a0, a1) = ((f0 + f4) * k[4], (f0 - f4) * k[4]);
        var (b0, b1) = (f2 * k[2] + f6 * k[6], f2 * k[6] - f6 * k[2]);
        var (e0, e1, e2, e3) = (a0 + b0, a1 + b1, a1 - b1, a0 - b0);
        var o0 = f1 * k[1] + f3 * k[3] + f5 * k[5] + f7 * k[7];
        var o1 = f1 * k[3] - f3 * k[7] - f5 * k[1] - f7 * k[5];
        var o2 = f1 * k[5] - f3 * k[1] + f5 * k[7] + f7 * k[3];
        var o3 = f1 * k[7] - f3 * k[5] + f5 * k[3] - f7 * k[1];
        (f[0], f[7 * step]) = (e0 + o0, e0 - o0);
        (f[step], f[6 * step]) = (e1 + o1, e1 - o1);
        (f[2 * step], f[5 * step]) = (e2 + o2, e2 - o2);
        (f[3 * step], f[4 * step]) = (e3 + o3, e3 - o3);
    }

    private static void Four(Span<float> f, int step)
    {
        var (f0, f1, f2, f3) = (f[0], f[step], f[2 * step], f[3 * step]);
        var (e0, e1) = ((f0 + f2) * _root, (f0 - f2) * _root);
        var (o0, o1) = (f1 * _half[2] + f3 * _half[6], f1 * _half[6] - f3 * _half[2]);
        (f[0], f[3 * step]) = (e0 + o0, e0 - o0);
        (f[step], f[2 * step]) = (e1 + o1, e1 - o1);
    }
}
