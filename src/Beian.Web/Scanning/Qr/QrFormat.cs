using System.Numerics;

namespace Beian.Web.Scanning.Qr;

/// <summary>What a code says of itself: its level of error correction and its mask (ISO/IEC 18004, 7.9).</summary>
/// <param name="Level">0–3 for L, M, Q, H.</param>
/// <param name="Mask">0–7.</param>
internal readonly record struct QrFormat(int Level, int Mask)
{
    private static readonly int[] _codes = [.. Enumerable.Range(0, 32).Select(CodeOf)];

    /// <summary>The format of the nearer of its two copies; null when both are too far from any.</summary>
    public static QrFormat? Read(int size, Func<int, int, bool> isDark)
    {
        var (first, second) = (0, 0);
        for (var i = 0; i < 15; i++)
        {
            var (x, y) = i switch
            {
                < 6 => (8, i),
                6 => (8, 7),
                7 => (8, 8),
                8 => (7, 8),
                _ => (14 - i, 8),
            };
            first |= isDark(x, y) ? 1 << i : 0;
            second |= (i < 8 ? isDark(size - 1 - i, 8) : isDark(8, size - 15 + i)) ? 1 << i : 0;
        }
        var best = Enumerable.Range(0, 32).MinBy(data => Math.Min(Distance(first, data), Distance(second, data)));
        if (Math.Min(Distance(first, best), Distance(second, best)) > 3)
            return null;
        int[] levels = [1, 0, 3, 2];
        return new(levels[best >> 3], best & 7);
    }

    /// <summary>Whether the mask turns a module round.</summary>
    public bool Turns(int x, int y) =>
        Mask switch
        {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => (x / 3 + y / 2) % 2 == 0,
            5 => x * y % 2 + x * y % 3 == 0,
            6 => (x * y % 2 + x * y % 3) % 2 == 0,
            _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
        };

    private static int Distance(int read, int data) => BitOperations.PopCount((uint)(read ^ _codes[data]));

    private static int CodeOf(int data)
    {
        var rest = data;
        for (var i = 0; i < 10; i++)
            rest = (rest << 1) ^ ((rest >> 9) * 0x537);
        return ((data << 10) | rest) ^ 0x5412;
    }
}
