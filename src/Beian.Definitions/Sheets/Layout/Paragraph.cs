namespace Beian.Definitions.Sheets.Layout;

/// <summary>A line of a paragraph.</summary>
/// <param name="Text">Its characters, without blanks at the end.</param>
/// <param name="Width">Their width in millimetres.</param>
internal sealed record TextLine(string Text, double Width);

/// <summary>A text at one size that is broken into lines as far as there is room.</summary>
internal sealed class Paragraph(TextRuler ruler, IReadOnlyList<string> elements, double size, bool bold)
{
    private const double Tolerance = 1e-6;

    /// <summary>Breaks the text from <paramref name="start"/> into at most so many lines.</summary>
    /// <param name="start">The first character; afterwards the first one that found no room.</param>
    /// <param name="most">How many lines there may be.</param>
    /// <param name="width">The room of each line, by its number from 0, in millimetres.</param>
    public IReadOnlyList<TextLine> Break(ref int start, int most, Func<int, double> width)
    {
        var lines = new List<TextLine>();
        while (lines.Count < most && start < elements.Count)
        {
            // Blanks where a line begins after a break have nothing to separate; after a line break of its own they indent.
            if (start > 0 && elements[start - 1] != "\n")
                while (start < elements.Count && elements[start] != "\n" && LineBreaking.IsBlank(elements[start]))
                    start++;
            if (start == elements.Count)
                break;
            var end = EndOf(start, width(lines.Count));
            if (end == start && elements[start] != "\n")
                break;
            lines.Add(LineOf(start, end));
            start = end < elements.Count && elements[end] == "\n" ? end + 1 : end;
        }
        return lines;
    }

    /// <summary>The character after the last that stands in a line.</summary>
    private int EndOf(int start, double room)
    {
        var (filled, allowed) = (0.0, start);
        for (var at = start; at < elements.Count; at++)
        {
            if (elements[at] == "\n")
                return at;
            if (at > start && LineBreaking.IsAllowed(elements[at - 1], elements[at]))
                allowed = at;
            filled += WidthOf(elements[at]);
            // Blanks at the end of a line hang over it unseen.
            if (filled > room + Tolerance && !LineBreaking.IsBlank(elements[at]))
                return allowed > start ? allowed : at;
        }
        return elements.Count;
    }

    private TextLine LineOf(int start, int end)
    {
        while (end > start && LineBreaking.IsBlank(elements[end - 1]))
            end--;
        var line = elements.Skip(start).Take(end - start).ToList();
        return new(string.Concat(line), line.Sum(WidthOf));
    }

    private double WidthOf(string element) => ruler.WidthAtOnePoint(element, bold) * size;
}
