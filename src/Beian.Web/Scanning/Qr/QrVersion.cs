namespace Beian.Web.Scanning.Qr;

/// <summary>How a QR code of one size is laid out (ISO/IEC 18004, 6.3 and tables 1, 9 and E.1).</summary>
internal sealed class QrVersion
{
    public const int Largest = 40;

    private static readonly QrVersion[] _all = [.. Enumerable.Range(1, Largest).Select(n => new QrVersion(n))];

    // Codewords of error correction in each block, and blocks, by level L M Q H and version.
    // csharpier-ignore
    private static readonly byte[][] _correction =
    [
        [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, .. Enumerable.Repeat((byte)30, 14)],
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, .. Enumerable.Repeat((byte)28, 19)],
        [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, .. Enumerable.Repeat((byte)30, 14)],
        [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, .. Enumerable.Repeat((byte)30, 18)],
    ];

    // csharpier-ignore
    private static readonly byte[][] _blocks =
    [
        [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
        [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68],
        [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81],
    ];

    private readonly bool[] _isFunction;

    private QrVersion(int number)
    {
        Number = number;
        Size = 17 + 4 * number;
        _isFunction = new bool[Size * Size];
        AlignmentCentres = CentresOf(number, Size);
        var patterns = new List<(double X, double Y, bool IsDark)>();
        foreach (var (x, y) in new[] { (3, 3), (Size - 4, 3), (3, Size - 4) })
            Draw(patterns, x, y, 4, distance => distance is 3 or <= 1);
        Reserve(0, 8, 9, 1);
        Reserve(8, 0, 1, 9);
        Reserve(Size - 8, 8, 8, 1);
        Reserve(8, Size - 8, 1, 8);
        foreach (var (x, y) in AlignmentCentres)
            Draw(patterns, x, y, 2, distance => distance != 1);
        for (var i = 8; i < Size - 8; i++)
        {
            patterns.Add((i + 0.5, 6.5, i % 2 == 0));
            patterns.Add((6.5, i + 0.5, i % 2 == 0));
        }
        Reserve(0, 6, Size, 1);
        Reserve(6, 0, 1, Size);
        if (number >= 7)
        {
            Reserve(Size - 11, 0, 3, 6);
            Reserve(0, Size - 11, 6, 3);
        }
        Patterns = [.. patterns];
    }

    public int Number { get; }

    /// <summary>Modules of a side.</summary>
    public int Size { get; }

    /// <summary>The middle modules of the alignment patterns, the lower right one last.</summary>
    public IReadOnlyList<(int X, int Y)> AlignmentCentres { get; }

    /// <summary>The middles of the modules whose colour is the same in every code of this size.</summary>
    public IReadOnlyList<(double X, double Y, bool IsDark)> Patterns { get; }

    public static QrVersion Of(int number) => _all[number - 1];

    /// <summary>Whether a module carries no data.</summary>
    public bool IsFunction(int x, int y) => _isFunction[y * Size + x];

    /// <param name="level">0–3 for L, M, Q, H.</param>
    public (int Blocks, int Correction) BlocksOf(int level) => (_blocks[level][Number - 1], _correction[level][Number - 1]);

    private void Draw(List<(double, double, bool)> patterns, int x, int y, int reach, Func<int, bool> isDark)
    {
        for (var dy = -reach; dy <= reach; dy++)
        {
            for (var dx = -reach; dx <= reach; dx++)
            {
                if (x + dx < 0 || y + dy < 0 || x + dx >= Size || y + dy >= Size)
                    continue;
                patterns.Add((x + dx + 0.5, y + dy + 0.5, isDark(Math.Max(Math.Abs(dx), Math.Abs(dy)))));
                _isFunction[(y + dy) * Size + x + dx] = true;
            }
        }
    }

    private void Reserve(int left, int top, int width, int height)
    {
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
                _isFunction[y * Size + x] = true;
        }
    }

    private static List<(int X, int Y)> CentresOf(int number, int size)
    {
        if (number == 1)
            return [];
        var count = number / 7 + 2;
        // Evenly spaced by an even number of modules, from the right; what is left over lies at the left.
        var step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
        var places = Enumerable.Range(0, count - 1).Select(i => size - 7 - i * step).Append(6).Order().ToArray();
        var last = places[^1];
        return [.. from y in places from x in places where (x, y) != (6, 6) && (x, y) != (last, 6) && (x, y) != (6, last) select (x, y)];
    }
}
