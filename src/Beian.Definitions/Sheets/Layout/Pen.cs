using Beian.Definitions.Sheets.Drawing;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>Draws texts and frames on one page.</summary>
internal sealed class Pen(TextRuler ruler)
{
    /// <summary>The thickness of a cell's line, in millimetres.</summary>
    public const double Line = 0.25;

    /// <summary>The free room between a cell's side and its text, in millimetres.</summary>
    public const double SidePadding = 1.2;

    /// <summary>The free room above and below a cell's text, in millimetres.</summary>
    public const double TopPadding = 0.5;

    private const double Shade = 0.93;

    // How far the em box of Chinese characters reaches above the line the letters stand on.
    private const double Ascent = 0.88;

    private readonly List<Mark> _frames = [];
    private readonly List<Mark> _texts = [];

    /// <summary>What was drawn, frames first.</summary>
    public IReadOnlyList<Mark> Marks => [.. _frames, .. _texts];

    /// <summary>Draws the line and the tint of a cell.</summary>
    public void Frame(double x, double y, double width, double height, bool border, bool tint)
    {
        if (border || tint)
            _frames.Add(new BoxMark(x, y, width, height, border ? Line : 0, tint ? Shade : null));
    }

    /// <summary>Draws a straight line.</summary>
    public void Rule(double x1, double x2, double y) => _frames.Add(new LineMark(x1, y, x2, y, Line));

    /// <summary>Draws a QR code.</summary>
    public void Qr(double x, double y, double side, string text) => _texts.Add(new QrMark(x, y, side, text));

    /// <summary>Writes a text into a rectangle as large as it fits; returns what found no room.</summary>
    public string Write(SheetCell cell, string text, double smallest, string notice)
    {
        var (width, height) = Inside(cell);
        return Write(cell, FittedText.Of(ruler, text, width, height, cell.Size, smallest, cell.Bold, notice));
    }

    /// <summary>The same for pieces that are kept whole where they can be.</summary>
    public string Write(SheetCell cell, IReadOnlyList<string> pieces, double smallest, string notice)
    {
        var (width, height) = Inside(cell);
        return Write(cell, FittedText.OfPieces(ruler, pieces, width, height, cell.Size, smallest, cell.Bold, notice));
    }

    /// <summary>The room for the text of a cell, in millimetres.</summary>
    public static (double Width, double Height) Inside(SheetCell cell) =>
        cell.Border || cell.Tint ? (cell.Width - 2 * SidePadding, cell.Height - 2 * TopPadding) : (cell.Width, cell.Height);

    private string Write(SheetCell cell, FittedText fitted)
    {
        var padding = cell.Border || cell.Tint ? SidePadding : 0;
        var line = TextRuler.LineHeight(fitted.Size);
        var free = cell.Height - fitted.Lines.Count * line;
        var top =
            cell.Y
            + cell.VerticalAlign switch
            {
                SheetVerticalAlign.Top => padding > 0 ? TopPadding : 0,
                SheetVerticalAlign.Bottom => free - (padding > 0 ? TopPadding : 0),
                _ => free / 2,
            };
        foreach (var (index, one) in fitted.Lines.Index())
        {
            var isCut = fitted.Notice.Length > 0 && index == fitted.Lines.Count - 1;
            var noticeWidth = isCut ? ruler.Measure(fitted.Notice, fitted.Size, cell.Bold) : 0;
            var left = Left(cell, padding, one.Width + noticeWidth);
            var baseline = Baseline(top + index * line, fitted.Size);
            if (one.Text.Length > 0)
                _texts.Add(new TextMark(left, baseline, fitted.Size, cell.Bold, one.Text));
            if (isCut)
                _texts.Add(new TextMark(left + one.Width, baseline, fitted.Size, cell.Bold, fitted.Notice));
        }
        return fitted.Rest;
    }

    /// <summary>Writes one line that is known to fit, from its upper edge.</summary>
    public void WriteLine(double x, double y, double size, bool bold, string text) =>
        _texts.Add(new TextMark(x, Baseline(y, size), size, bold, text));

    private static double Baseline(double top, double size)
    {
        var em = size * TextRuler.Point;
        return top + (TextRuler.Leading - 1) / 2 * em + Ascent * em;
    }

    private static double Left(SheetCell cell, double padding, double width) =>
        cell.Align switch
        {
            SheetAlign.Center => cell.X + (cell.Width - width) / 2,
            SheetAlign.Right => cell.X + cell.Width - padding - width,
            _ => cell.X + padding,
        };
}
