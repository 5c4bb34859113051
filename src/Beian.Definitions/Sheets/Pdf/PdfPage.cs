using System.Globalization;
using System.Text;
using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Fonts;

namespace Beian.Definitions.Sheets.Pdf;

/// <summary>The marks of one page as operators of a content stream, in points from the lower left corner.</summary>
internal sealed class PdfPage(DrawnPage page, FontSet fonts, PdfFonts used)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    private readonly PdfBuffer _content = new();
    private double _fill; // black, as every page begins
    private double _thickness = double.NaN; // in millimetres; not set yet

    /// <summary>The content stream.</summary>
    public ReadOnlySpan<byte> Draw()
    {
        _content.Add("2 J\n"u8); // lines reach half their thickness beyond their ends
        foreach (var mark in page.Marks)
            Draw(mark);
        return _content.Bytes;
    }

    private void Draw(Mark mark)
    {
        switch (mark)
        {
            case TextMark text:
                Draw(text);
                break;
            case LineMark line:
                Thickness(line.Thickness);
                _content.Number(X(line.X1)).Number(Y(line.Y1)).Add("m "u8).Number(X(line.X2)).Number(Y(line.Y2)).Add("l S\n"u8);
                break;
            case BoxMark box:
                Draw(box);
                break;
            case QrMark qr:
                Draw(qr);
                break;
            default:
                throw new ArgumentException($"Nobody draws a {mark.GetType().Name}.");
        }
    }

    private void Draw(BoxMark box)
    {
        if (box.Thickness <= 0 && box.Grey is null)
            return;
        if (box.Thickness > 0)
            Thickness(box.Thickness);
        if (box.Grey is { } grey)
            Fill(grey);
        Rectangle(X(box.X), Y(box.Y + box.Height), box.Width * PointsPerMillimetre, box.Height * PointsPerMillimetre);
        _content.Add(
            box.Thickness <= 0 ? "f\n"u8
            : box.Grey is null ? "S\n"u8
            : "B\n"u8
        );
    }

    // One path for the whole code, so that no reader shows seams between its rows.
    private void Draw(QrMark mark)
    {
        var pattern = QrPattern.Of(mark.Text);
        var module = mark.Side / pattern.Size;
        Fill(0);
        foreach (var bar in pattern.Bars)
            Rectangle(
                X(mark.X + bar.X * module),
                Y(mark.Y + (bar.Y + 1) * module),
                bar.Length * module * PointsPerMillimetre,
                module * PointsPerMillimetre
            );
        _content.Add("f\n"u8);
    }

    // A run of one face is one string; another face, or a character that none has, begins anew where the last one ended.
    private void Draw(TextMark text)
    {
        var (x, y) = (X(text.X), Y(text.Baseline));
        PdfFont? open = null;
        Fill(0);
        foreach (var character in text.Text.EnumerateRunes())
        {
            var glyph = fonts.Find(character, text.Bold);
            if (glyph.Face is { } face)
            {
                var font = used[face];
                if (font != open)
                {
                    Close();
                    _content.Add("BT /"u8).Add(font.Resource).Add(" "u8).Number(text.Size).Add("Tf "u8);
                    _content.Number(x).Number(y).Add("Td <"u8);
                    open = font;
                }
                _content.Hex(font.CodeOf(glyph.Character, glyph.Id));
            }
            else if (glyph.IsMissing)
            {
                Close();
                DrawMissing(character, x, y, text.Size);
            }
            x += glyph.Advance * text.Size;
        }
        Close();

        void Close()
        {
            if (open is not null)
                _content.Add("> Tj ET\n"u8);
            open = null;
        }
    }

    /// <summary>
    /// A character that no font has: a box, one em wide, with its code point in two rows, as browsers show it. A reader that copies the text gets
    /// the character itself; the blanks at both ends tell it where on the line that stands.
    /// </summary>
    private void DrawMissing(Rune character, double x, double y, double size)
    {
        const double Small = 0.4;
        _content.Add("/Span << /ActualText <FEFF"u8).Hex(character).Add("> >> BDC\n"u8);
        Thickness(0.035 * size / PointsPerMillimetre);
        Rectangle(x + 0.06 * size, y - 0.08 * size, 0.88 * size, 0.88 * size);
        _content.Add("S\n"u8);
        var digits = character.Value.ToString(character.IsBmp ? "X4" : "X6", CultureInfo.InvariantCulture);
        var half = digits.Length / 2;
        DrawPlain(" ", x, y, size);
        DrawPlain(digits[..half], Centred(digits[..half]), y + 0.43 * size, Small * size);
        DrawPlain(digits[half..], Centred(digits[half..]), y + 0.03 * size, Small * size);
        DrawPlain(" ", x + (1 - Ems(" ")) * size, y, size);
        _content.Add("EMC\n"u8);

        double Centred(string text) => x + (1 - Small * Ems(text)) / 2 * size;
    }

    /// <summary>Text of the regular face that it has; without it nothing is drawn, the box alone says that something is missing.</summary>
    private void DrawPlain(string text, double x, double y, double size)
    {
        var first = fonts.Find(text.EnumerateRunes().First(), bold: false);
        if (first.Face is null)
            return;
        var font = used[first.Face];
        _content.Add("BT /"u8).Add(font.Resource).Add(" "u8).Number(size).Add("Tf "u8).Number(x).Number(y).Add("Td <"u8);
        foreach (var character in text.EnumerateRunes())
            if (fonts.Find(character, bold: false) is { Face: { } face } glyph && face == first.Face)
                _content.Hex(font.CodeOf(character, glyph.Id));
        _content.Add("> Tj ET\n"u8);
    }

    private double Ems(string text) => text.EnumerateRunes().Sum(r => fonts.Find(r, bold: false).Advance);

    private void Rectangle(double x, double y, double width, double height) =>
        _content.Number(x).Number(y).Number(width).Number(height).Add("re\n"u8);

    private void Fill(double grey)
    {
        if (grey != _fill)
            _content.Number(grey).Add("g\n"u8);
        _fill = grey;
    }

    private void Thickness(double millimetres)
    {
        if (millimetres != _thickness)
            _content.Number(millimetres * PointsPerMillimetre).Add("w\n"u8);
        _thickness = millimetres;
    }

    private static double X(double millimetres) => millimetres * PointsPerMillimetre;

    private double Y(double millimetres) => (page.Height - millimetres) * PointsPerMillimetre;
}
