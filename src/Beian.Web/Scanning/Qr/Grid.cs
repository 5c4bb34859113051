namespace Beian.Web.Scanning.Qr;

/// <summary>
/// The modules of a code in a picture. Laid through the three finders first, then shifted corner by corner until the patterns that every
/// code has lie as well as they can.
/// </summary>
internal sealed class Grid
{
    /// <summary>Of the patterns' modules, how well they must lie: 1 is all of them, clearly.</summary>
    private const double GoodEnough = 0.45;

    private readonly Ink _ink;
    private readonly Spot[] _corners;
    private Plane _plane;

    private Grid(Ink ink, QrVersion version, Spot[] corners, Plane plane)
    {
        (_ink, Version, _corners, _plane) = (ink, version, corners, plane);
        Score = ScoreOf(plane);
    }

    public QrVersion Version { get; }

    public double Score { get; private set; }

    /// <summary>The grids that may fit three finders, of the sizes that come into question; the best first.</summary>
    public static IEnumerable<Grid> Fit(Ink ink, FinderTriple triple)
    {
        var side = ((triple.Right.Centre - triple.Corner.Centre).Length + (triple.Below.Centre - triple.Corner.Centre).Length) / 2;
        var guess = (int)Math.Round((side / triple.Module + 7 - 17) / 4);
        // The larger the code, the less certain is the guess.
        var slack = 1 + guess / 8;
        var grids = new List<Grid>();
        for (var number = Math.Max(1, guess - slack); number <= Math.Min(QrVersion.Largest, guess + slack); number++)
        {
            if (Lay(ink, triple, QrVersion.Of(number)) is { } grid)
                grids.Add(grid);
        }
        foreach (var grid in grids.OrderByDescending(g => g.Score).Take(2))
        {
            grid.Settle();
            if (grid.Score > GoodEnough)
                yield return grid;
        }
    }

    /// <summary>How dark a module is: 1 fully, –1 not at all.</summary>
    public double DarknessOf(int x, int y) =>
        (At(x + 0.5, y + 0.5) * 2 + At(x + 0.3, y + 0.5) + At(x + 0.7, y + 0.5) + At(x + 0.5, y + 0.3) + At(x + 0.5, y + 0.7)) / 6;

    private double At(double x, double y) => _ink.DarknessAt(_plane.At(x, y));

    private static Grid? Lay(Ink ink, FinderTriple triple, QrVersion version)
    {
        var (corner, size) = (triple.Corner.Centre, version.Size);
        var (along, down) = ((triple.Right.Centre - corner) * (1.0 / (size - 7)), (triple.Below.Centre - corner) * (1.0 / (size - 7)));
        Spot Guess(double x, double y) => corner + along * (x - 3.5) + down * (y - 3.5);
        var fourth = new Spot(size - 3.5, size - 3.5);
        var fourthPlace = Guess(fourth.X, fourth.Y);
        if (version.AlignmentCentres.Count > 0)
        {
            fourth = new(size - 6.5, size - 6.5);
            fourthPlace = FindAlignment(ink, Guess(fourth.X, fourth.Y), along, down);
        }
        var plane = Plane.Through(
            [new(3.5, 3.5), new(size - 3.5, 3.5), new(3.5, size - 3.5), fourth],
            [corner, triple.Right.Centre, triple.Below.Centre, fourthPlace]
        );
        return plane is null
            ? null
            : new(ink, version, [plane.At(0, 0), plane.At(size, 0), plane.At(0, size), plane.At(size, size)], plane);
    }

    /// <summary>Where the lower right alignment pattern lies best, near where it should.</summary>
    private static Spot FindAlignment(Ink ink, Spot guess, Spot along, Spot down)
    {
        const int Reach = 5;
        var (best, bestPlace) = (0.55, guess);
        for (var dy = -Reach * 3; dy <= Reach * 3; dy++)
        {
            for (var dx = -Reach * 3; dx <= Reach * 3; dx++)
            {
                var place = guess + along * (dx / 3.0) + down * (dy / 3.0);
                var score = AlignmentScore(ink, place, along, down) - 0.004 * (Math.Abs(dx) + Math.Abs(dy));
                if (score > best)
                    (best, bestPlace) = (score, place);
            }
        }
        return bestPlace;
    }

    private static double AlignmentScore(Ink ink, Spot place, Spot along, Spot down)
    {
        if (ink.DarknessAt(place) <= 0)
            return 0;
        var score = 0.0;
        for (var y = -2; y <= 2; y++)
        {
            for (var x = -2; x <= 2; x++)
            {
                var darkness = ink.DarknessAt(place + along * x + down * y);
                score += Math.Max(Math.Abs(x), Math.Abs(y)) == 1 ? -darkness : darkness;
            }
        }
        return score / 25;
    }

    private void Settle()
    {
        var module = (_corners[1] - _corners[0]).Length / Version.Size;
        foreach (var part in new[] { 1.0, 0.5, 0.25, 0.12 })
        {
            for (var round = 0; round < 8 && SettleBy(part * module); round++) { }
        }
    }

    private bool SettleBy(double step)
    {
        var better = false;
        var size = Version.Size;
        Span<Spot> code = [new(0, 0), new(size, 0), new(0, size), new(size, size)];
        Span<Spot> shifts = [new(step, 0), new(-step, 0), new(0, step), new(0, -step)];
        for (var corner = 0; corner < 4; corner++)
        {
            foreach (var shift in shifts)
            {
                var before = _corners[corner];
                _corners[corner] = before + shift;
                if (Plane.Through(code, _corners) is { } plane && ScoreOf(plane) is var score && score > Score + 1e-6)
                    (_plane, Score, better) = (plane, score, true);
                else
                    _corners[corner] = before;
            }
        }
        return better;
    }

    private double ScoreOf(Plane plane)
    {
        var score = 0.0;
        foreach (var (x, y, isDark) in Version.Patterns)
        {
            var darkness = _ink.DarknessAt(plane.At(x, y));
            score += isDark ? darkness : -darkness;
        }
        return score / Version.Patterns.Count;
    }
}
