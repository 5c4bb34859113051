using Beian.Definitions.Sheets.Drawing;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>
/// Lays out sheets: the same pages for the PDF, the screen and the blank form. A long answer shrinks and wraps inside its cell; what finds
/// no room at the smallest size goes on, word by word, on a continuation page (附页), and the cell says so.
/// </summary>
public static class SheetLayout
{
    /// <summary>The pages of some sheets of a pack: one each, then the continuation pages of all of them.</summary>
    /// <param name="sheets">The sheets, in the order of printing; at least one.</param>
    /// <param name="data">What is printed on them.</param>
    /// <param name="width">The width of a text in the fonts it is printed with.</param>
    public static IReadOnlyList<DrawnPage> Draw(IReadOnlyList<Sheet> sheets, SheetData data, TextWidth width)
    {
        var ruler = new TextRuler(width);
        var overflow = new List<Overflow>();
        var pages = sheets.Select(s => new SheetPainter(s, data, ruler, overflow).Paint()).ToList();
        if (overflow.Count > 0)
            pages.AddRange(new Continuation(sheets[0], data, ruler).Paint(overflow));
        return pages;
    }
}
