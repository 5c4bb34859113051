using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Layout;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>
/// Whether texts have room in their cells, by estimate: a pack is checked without the fonts it is printed with. A Chinese character is as
/// wide as it is high, others are taken for half of that, which is a little less than they are.
/// </summary>
internal static class SheetRoom
{
    /// <summary>Whether a text fits in both languages at the smallest size.</summary>
    public static bool Fits(Sheet sheet, SheetCell cell, LocalizedText text)
    {
        var (width, height) = Pen.Inside(cell);
        var ruler = new TextRuler(Estimate);
        return new[] { text.Zh, text.En }.All(t =>
            FittedText.Of(ruler, t, width, height, sheet.SmallestSize, sheet.SmallestSize, cell.Bold, "").Rest.Length == 0
        );
    }

    /// <summary>Whether there is room for a character and for saying where the rest is.</summary>
    public static bool HoldsValues(Sheet sheet, SheetCell cell)
    {
        var (width, height) = Pen.Inside(cell);
        var em = sheet.SmallestSize * TextRuler.Point;
        return width >= 4.5 * em && height >= TextRuler.LineHeight(sheet.SmallestSize);
    }

    /// <summary>A fixed text.</summary>
    public static LocalizedText TextOf(SheetText text) =>
        new(string.Concat(text.Template.Zh.Select(p => p.Text)), string.Concat(text.Template.En.Select(p => p.Text)));

    /// <summary>The answers offered, with their boxes.</summary>
    public static LocalizedText TextOf(SheetChecks checks) =>
        new(
            string.Join("　", checks.Choices.Select(c => "□" + c.Label.Zh)),
            string.Join("　", checks.Choices.Select(c => "□" + c.Label.En))
        );

    private static double Estimate(string text, double size, bool bold) =>
        TextRuler.Elements(text).Sum(e => LineBreaking.IsWide(e) ? 1 : 0.5) * size * TextRuler.Point;
}
