namespace Beian.Web.Scanning.Qr;

/// <summary>
/// Looks for finder squares: whichever way a line goes through the middle of one, it crosses dark, light, dark, light, dark in the
/// proportion 1 : 1 : 3 : 1 : 1 (ISO/IEC 18004, 6.3.3).
/// </summary>
internal sealed class FinderSearch(Ink ink, Deadline deadline)
{
    private const int MaxFinders = 48;
    private const int MaxCandidates = 600;

    private readonly List<Finder> _found = [];

    /// <summary>What was found, the most certain first.</summary>
    public IReadOnlyList<Finder> Find()
    {
        var lengths = new List<int>();
        // In a large picture a finder is hit by many rows anyway.
        var step = (long)ink.Width * ink.Height > 4_000_000 ? 2 : 1;
        for (var y = 0; y < ink.Height && _found.Count < MaxCandidates; y += step)
        {
            if (y % 32 == 0)
                deadline.Check();
            ink.Stretches(y, lengths);
            var start = lengths[0];
            // Odd stretches are dark.
            for (var i = 1; i + 4 < lengths.Count; i += 2)
            {
                if (IsFinder(lengths[i], lengths[i + 1], lengths[i + 2], lengths[i + 3], lengths[i + 4]))
                    Confirm(start + lengths[i] + lengths[i + 1] + lengths[i + 2] / 2, y, Sum(lengths, i));
                start += lengths[i] + lengths[i + 1];
            }
        }
        return [.. _found.OrderByDescending(f => f.Hits).Take(MaxFinders)];
    }

    private static int Sum(List<int> lengths, int i) => lengths[i] + lengths[i + 1] + lengths[i + 2] + lengths[i + 3] + lengths[i + 4];

    private static bool IsFinder(int a, int b, int c, int d, int e)
    {
        var module = (a + b + c + d + e) / 7.0;
        var slack = Math.Max(0.6 * module, 1);
        return module >= 1
            && Math.Abs(a - module) <= slack
            && Math.Abs(b - module) <= slack
            && Math.Abs(c - 3 * module) <= 2 * slack
            && Math.Abs(d - module) <= slack
            && Math.Abs(e - module) <= slack;
    }

    private void Confirm(int x, int y, int across)
    {
        if (Cross(x, y, 0, 1, across) is not { } down || Cross(x, (int)down.Middle, 1, 0, across) is not { } level)
            return;
        var spot = new Spot(level.Middle, down.Middle);
        var module = (level.Length + down.Length) / 14.0;
        var index = _found.FindIndex(f => f.IsNear(spot, module));
        if (index < 0)
            _found.Add(new(spot, module, 1));
        else
            _found[index] = _found[index].With(spot, module);
    }

    /// <summary>The middle of a finder and its length, as a line through a dark place crosses it; null when it crosses none.</summary>
    private (double Middle, int Length)? Cross(int x, int y, int stepX, int stepY, int expected)
    {
        var place = stepX != 0 ? x : y;
        var size = stepX != 0 ? ink.Width : ink.Height;
        bool Dark(int at) => stepX != 0 ? ink.IsDark(at, y) : ink.IsDark(x, at);
        int Run(ref int at, int by, bool dark)
        {
            var from = at;
            while (at >= 0 && at < size && Math.Abs(at - from) <= expected && Dark(at) == dark)
                at += by;
            return Math.Abs(at - from);
        }

        if (place < 0 || place >= size || !Dark(place))
            return null;
        var (up, down) = (place, place + 1);
        var (upper, lower) = (Run(ref up, -1, true), Run(ref down, 1, true));
        var (first, last) = (up + 1, down);
        var (above, below) = (Run(ref up, -1, false), Run(ref down, 1, false));
        var (top, bottom) = (Run(ref up, -1, true), Run(ref down, 1, true));
        var length = upper + lower + above + below + top + bottom;
        if (!IsFinder(top, above, upper + lower, below, bottom) || length > expected * 1.6 + 2 || expected > length * 1.6 + 2)
            return null;
        return ((first + last) / 2.0, length);
    }
}
