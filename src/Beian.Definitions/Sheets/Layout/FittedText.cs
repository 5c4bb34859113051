namespace Beian.Definitions.Sheets.Layout;

/// <summary>A text as it stands in a rectangle: at the largest size at which all of it has room, or at the smallest with its rest.</summary>
/// <param name="Size">The size in points.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Rest">What found no room and goes on elsewhere; empty, where all of it did.</param>
/// <param name="Notice">What says so at the end of the last line; empty, where there is no rest.</param>
internal sealed record FittedText(double Size, IReadOnlyList<TextLine> Lines, string Rest, string Notice)
{
    private const double Step = 0.5;
    private const double Tolerance = 1e-6;

    /// <summary>Fits a text into a room of some millimetres: shrinks it and breaks it into lines, but never cuts it.</summary>
    public static FittedText Of(
        TextRuler ruler,
        string text,
        double width,
        double height,
        double size,
        double smallest,
        bool bold,
        string notice
    ) => Of(ruler, TextRuler.Elements(text.ReplaceLineEndings("\n").TrimEnd()), width, height, size, smallest, bold, notice);

    /// <summary>The same for pieces of which none is torn apart as long as there is room for that (a box to tick and what it means).</summary>
    public static FittedText OfPieces(
        TextRuler ruler,
        IReadOnlyList<string> pieces,
        double width,
        double height,
        double size,
        double smallest,
        bool bold,
        string notice
    )
    {
        var whole = Of(ruler, pieces, width, height, size, smallest, bold, notice);
        return whole.Rest.Length == 0 ? whole : Of(ruler, string.Concat(pieces), width, height, size, smallest, bold, notice);
    }

    private static FittedText Of(
        TextRuler ruler,
        IReadOnlyList<string> elements,
        double width,
        double height,
        double size,
        double smallest,
        bool bold,
        string notice
    )
    {
        for (var tried = Math.Max(size, smallest); ; tried = Math.Max(tried - Step, smallest))
        {
            var most = (int)Math.Floor(height / TextRuler.LineHeight(tried) + Tolerance);
            var start = 0;
            var lines = new Paragraph(ruler, elements, tried, bold).Break(ref start, most, _ => width);
            if (start == elements.Count)
                return new(tried, lines, "", "");
            if (tried <= smallest)
                return Cut(ruler, elements, width, Math.Max(most, 1), tried, bold, notice);
        }
    }

    private static FittedText Cut(
        TextRuler ruler,
        IReadOnlyList<string> elements,
        double width,
        int most,
        double size,
        bool bold,
        string notice
    )
    {
        var noticeWidth = ruler.Measure(notice, size, bold);
        var start = 0;
        var lines = new Paragraph(ruler, elements, size, bold)
            .Break(ref start, most, line => line == most - 1 ? width - noticeWidth : width)
            .ToList();
        // Where not one character stands beside the notice, the notice has the line for itself.
        if (lines.Count < most)
            lines.Add(new("", 0));
        return new(size, lines, string.Concat(elements.Skip(start)), notice);
    }
}
