using System.Collections.Frozen;
using System.Globalization;

namespace Beian.Web.Web.Captcha;

/// <summary>
/// The characters as strokes of a pen in a box 10 wide and 14 high, written like SVG paths: M moves, L draws a line,
/// Q a quadratic curve. Our own drawing, so no font file and its licence come along.
/// </summary>
internal static class Glyphs
{
    private static readonly FrozenDictionary<char, List<IReadOnlyList<Dot>>> _strokes = new Dictionary<char, string>
    {
        ['3'] = "M 1 2 Q 2 0 5 0 Q 9 0 9 3.5 Q 9 6.8 5 6.8 L 4 6.8 M 5 6.8 Q 9.5 6.8 9.5 10.4 Q 9.5 14 5 14 Q 1.5 14 0.5 11.5",
        ['4'] = "M 7 14 L 7 0 L 0 9.5 L 10 9.5",
        ['5'] = "M 9 0 L 2 0 L 1.3 6.2 Q 3 5.2 5 5.2 Q 9.5 5.2 9.5 9.6 Q 9.5 14 5 14 Q 1.8 14 0.6 11.8",
        ['6'] = "M 8.6 1.2 Q 7.4 0 5.6 0 Q 0.8 0 0.8 8 L 0.8 9.4 Q 0.8 14 5.1 14 Q 9.4 14 9.4 9.6 Q 9.4 5.4 5.2 5.4 Q 1.4 5.4 0.8 9.2",
        ['7'] = "M 0.5 0 L 9.5 0 Q 5 7 4 14",
        ['8'] =
            "M 5 6.6 Q 1.2 6.6 1.2 3.3 Q 1.2 0 5 0 Q 8.8 0 8.8 3.3 Q 8.8 6.6 5 6.6 "
            + "Q 0.5 6.6 0.5 10.3 Q 0.5 14 5 14 Q 9.5 14 9.5 10.3 Q 9.5 6.6 5 6.6",
        ['9'] = "M 1.4 12.8 Q 2.6 14 4.4 14 Q 9.2 14 9.2 6 L 9.2 4.6 Q 9.2 0 4.9 0 Q 0.6 0 0.6 4.4 Q 0.6 8.6 4.8 8.6 Q 8.6 8.6 9.2 4.8",
        ['A'] = "M 0 14 L 5 0 L 10 14 M 1.9 9.2 L 8.1 9.2",
        ['C'] = "M 9.5 2.8 Q 8 0 5.2 0 Q 0.5 0 0.5 7 Q 0.5 14 5.2 14 Q 8 14 9.5 11.2",
        ['E'] = "M 9 0 L 1 0 L 1 14 L 9 14 M 1 6.8 L 7.6 6.8",
        ['F'] = "M 9 0 L 1 0 L 1 14 M 1 6.8 L 7.6 6.8",
        ['H'] = "M 1 0 L 1 14 M 9 0 L 9 14 M 1 7 L 9 7",
        ['J'] = "M 8 0 L 8 9.8 Q 8 14 4.4 14 Q 1 14 0.8 10.4",
        ['K'] = "M 1 0 L 1 14 M 9 0 L 1 8.6 M 4 5.6 L 9.5 14",
        ['M'] = "M 0.5 14 L 0.5 0 L 5 9 L 9.5 0 L 9.5 14",
        ['N'] = "M 1 14 L 1 0 L 9 14 L 9 0",
        ['P'] = "M 1 14 L 1 0 L 5.4 0 Q 9.5 0 9.5 3.9 Q 9.5 7.8 5.4 7.8 L 1 7.8",
        ['R'] = "M 1 14 L 1 0 L 5.4 0 Q 9.5 0 9.5 3.9 Q 9.5 7.8 5.4 7.8 L 1 7.8 M 5 7.8 L 9.6 14",
        ['T'] = "M 0 0 L 10 0 M 5 0 L 5 14",
        ['U'] = "M 1 0 L 1 9.4 Q 1 14 5 14 Q 9 14 9 9.4 L 9 0",
        ['V'] = "M 0 0 L 5 14 L 10 0",
        ['W'] = "M 0 0 L 2.5 14 L 5 3 L 7.5 14 L 10 0",
        ['X'] = "M 0.5 0 L 9.5 14 M 9.5 0 L 0.5 14",
        ['Y'] = "M 0 0 L 5 7 L 10 0 M 5 7 L 5 14",
    }.ToFrozenDictionary(g => g.Key, g => Read(g.Value));

    public static IReadOnlyList<IReadOnlyList<Dot>> Of(char character) => _strokes[character];

    private static List<IReadOnlyList<Dot>> Read(string path)
    {
        var words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var strokes = new List<IReadOnlyList<Dot>>();
        List<Dot> stroke = [];
        for (var at = 0; at < words.Length; )
        {
            switch (words[at++])
            {
                case "M":
                    strokes.Add(stroke = [Next()]);
                    break;
                case "L":
                    AddLine(stroke, Next());
                    break;
                case "Q":
                    AddCurve(stroke, Next(), Next());
                    break;
                default:
                    throw new FormatException($"Not a stroke: {path}");
            }

            Dot Next() =>
                new(double.Parse(words[at++], CultureInfo.InvariantCulture), double.Parse(words[at++], CultureInfo.InvariantCulture));
        }

        return strokes;
    }

    // Straight lines are cut too: the picture bends every dot.
    private static void AddLine(List<Dot> stroke, Dot end)
    {
        var start = stroke[^1];
        for (var i = 1; i <= 8; i++)
            stroke.Add(new(start.X + (end.X - start.X) * i / 8, start.Y + (end.Y - start.Y) * i / 8));
    }

    private static void AddCurve(List<Dot> stroke, Dot bend, Dot end)
    {
        var start = stroke[^1];
        for (var i = 1; i <= 8; i++)
        {
            var t = i / 8.0;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t);
            stroke.Add(new(a * start.X + b * bend.X + c * end.X, a * start.Y + b * bend.Y + c * end.Y));
        }
    }
}
