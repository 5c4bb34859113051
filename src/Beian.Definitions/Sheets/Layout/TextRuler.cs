using System.Globalization;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>Measures texts character by character, each once: a line is as wide as its characters together, as the fonts have no kerning here.</summary>
internal sealed class TextRuler(TextWidth width)
{
    /// <summary>A point in millimetres.</summary>
    public const double Point = 25.4 / 72;

    /// <summary>The distance of two lines as a multiple of the size.</summary>
    public const double Leading = 1.25;

    private readonly Dictionary<(string Element, bool Bold), double> _known = [];

    /// <summary>The height of a line in millimetres.</summary>
    public static double LineHeight(double size) => size * Point * Leading;

    /// <summary>The width of a text in millimetres.</summary>
    public double Measure(string text, double size, bool bold) => Elements(text).Sum(e => WidthAtOnePoint(e, bold)) * size;

    /// <summary>The width of one character, with what is combined with it, at one point.</summary>
    public double WidthAtOnePoint(string element, bool bold)
    {
        if (_known.TryGetValue((element, bold), out var known))
            return known;
        // Measured large, so that what the fonts round does not add up.
        return _known[(element, bold)] = element == "\n" ? 0 : width(element, 100, bold) / 100;
    }

    /// <summary>The characters of a text, what is combined kept together.</summary>
    public static IReadOnlyList<string> Elements(string text)
    {
        var elements = new List<string>(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            elements.Add(text.Substring(at, length));
            at += length;
        }
        return elements;
    }
}
