namespace Beian.Web.Scanning.Qr;

/// <summary>Three finders that may be the corners of one QR code.</summary>
/// <param name="Corner">The one between the two others: the upper left of the code as it was drawn.</param>
/// <param name="Right">The upper right one.</param>
/// <param name="Below">The lower left one.</param>
/// <param name="Fault">How far they are from a right angle of two sides as long; 0 is perfect.</param>
internal sealed record FinderTriple(Finder Corner, Finder Right, Finder Below, double Fault)
{
    /// <summary>The most promising of all triples first.</summary>
    public static IEnumerable<FinderTriple> Among(IReadOnlyList<Finder> finders)
    {
        var triples = new List<FinderTriple>();
        for (var i = 0; i < finders.Count; i++)
        {
            for (var j = i + 1; j < finders.Count; j++)
            {
                for (var k = j + 1; k < finders.Count; k++)
                {
                    if (Of(finders[i], finders[j], finders[k]) is { } triple)
                        triples.Add(triple);
                }
            }
        }
        return triples.OrderBy(t => t.Fault);
    }

    /// <summary>The width of a module along the sides, whichever way the code is turned.</summary>
    public double Module
    {
        get
        {
            var side = Right.Centre - Corner.Centre;
            // A row crosses a turned square on a longer way than its side.
            var upright = Math.Max(Math.Abs(side.X), Math.Abs(side.Y)) / side.Length;
            return (Corner.Module + Right.Module + Below.Module) / 3 * upright;
        }
    }

    private static FinderTriple? Of(Finder a, Finder b, Finder c)
    {
        var (small, large) = (Math.Min(a.Module, Math.Min(b.Module, c.Module)), Math.Max(a.Module, Math.Max(b.Module, c.Module)));
        if (large > small * 1.7 + 0.5)
            return null;
        var (ab, bc, ca) = ((b.Centre - a.Centre).Length, (c.Centre - b.Centre).Length, (a.Centre - c.Centre).Length);
        var (corner, one, other) =
            bc >= ab && bc >= ca ? (a, b, c)
            : ca >= ab ? (b, c, a)
            : (c, a, b);
        var (toOne, toOther) = (one.Centre - corner.Centre, other.Centre - corner.Centre);
        var (longer, shorter) = (Math.Max(toOne.Length, toOther.Length), Math.Min(toOne.Length, toOther.Length));
        // 14 modules lie between the middles of the smallest code's finders, 170 of the largest's.
        if (shorter < small * 9 || longer > large * 190 || longer > shorter * 1.5)
            return null;
        var hypotenuse = (other.Centre - one.Centre).Length;
        var skew = Math.Abs(hypotenuse * hypotenuse / (longer * longer + shorter * shorter) - 1);
        if (skew > 0.35)
            return null;
        var fault = skew + (longer / shorter - 1) + (large / small - 1) * 0.5;
        return toOne.Cross(toOther) > 0 ? new(corner, one, other, fault) : new(corner, other, one, fault);
    }
}
