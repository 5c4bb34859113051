using System.Globalization;
using Beian.Definitions.Sheets.Drawing;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>Paints the continuation pages (附页): what found no room on the sheets, each under what it belongs to.</summary>
internal sealed class Continuation(Sheet sheet, SheetData data, TextRuler ruler)
{
    private const double HeadSize = 14;
    private const double BlockGap = 3;

    private static readonly LocalizedText _title = new("附页", "Annex");
    private static readonly LocalizedText _continued = new("（续）", " (continued)");

    private readonly List<Pen> _pages = [];
    private double _y;

    private double Size => sheet.TextSize;

    private double LineHeight => TextRuler.LineHeight(Size);

    private double Room => sheet.Width - 2 * sheet.Margin;

    private double Bottom => sheet.Height - sheet.Margin;

    /// <summary>The pages.</summary>
    public IEnumerable<DrawnPage> Paint(List<Overflow> overflow)
    {
        Turn();
        // A cell of a table that goes on here may itself be too small for its text, which then joins the end.
        for (var index = 0; index < overflow.Count; index++)
        {
            var one = overflow[index];
            Heading(one.Heading);
            if (one is TextOverflow text)
                Paint(text.Text);
            else if (one is TableOverflow rows)
                Paint(rows, overflow);
            _y += BlockGap;
        }
        return _pages.Select((pen, index) => Finish(pen, index + 1));
    }

    private void Paint(string text)
    {
        var elements = TextRuler.Elements(text);
        var paragraph = new Paragraph(ruler, elements, Size, false);
        var start = 0;
        while (start < elements.Count)
        {
            Need(LineHeight);
            var lines = paragraph.Break(ref start, 1, _ => Room);
            if (lines.Count == 0)
                break; // only blanks are left
            _pages[^1].WriteLine(sheet.Margin, _y, Size, false, lines[0].Text);
            _y += LineHeight;
        }
    }

    private void Paint(TableOverflow rest, List<Overflow> overflow)
    {
        var table = rest.Table;
        Need(table.HeadHeight + table.RowHeight);
        Head();
        foreach (var row in rest.Rows)
        {
            if (Need(table.RowHeight))
                Head();
            new TablePainter(table, data, _pages[^1], sheet.SmallestSize, overflow).PaintRow(table.X, _y, row);
            _y += table.RowHeight;
        }

        void Head()
        {
            new TablePainter(table, data, _pages[^1], sheet.SmallestSize, overflow).PaintHead(table.X, _y);
            _y += table.HeadHeight;
        }
    }

    private void Heading(string text)
    {
        var cell = new SheetCell(sheet.Margin, _y, Room, LineHeight, null) { Size = Size, Bold = true };
        if (Need(2 * LineHeight))
            cell = cell with { Y = _y };
        _pages[^1].Write(cell, text + _continued.In(data.Language), 4, "");
        _y += LineHeight;
    }

    /// <summary>Turns to a new page where there is no room for so many millimetres; says whether it did.</summary>
    private bool Need(double height)
    {
        if (_y + height <= Bottom)
            return false;
        Turn();
        return true;
    }

    private void Turn()
    {
        _pages.Add(new(ruler));
        _y = sheet.Margin + TextRuler.LineHeight(HeadSize) + 2 * TextRuler.LineHeight(9);
    }

    private DrawnPage Finish(Pen pen, int number)
    {
        var head = TextRuler.LineHeight(HeadSize);
        var title = new SheetCell(sheet.Margin, sheet.Margin, Room, head, null)
        {
            Size = HeadSize,
            Bold = true,
            Align = SheetAlign.Center,
        };
        pen.Write(title, $"{data.Title.In(data.Language)} {_title.In(data.Language)}", 6, "");
        var line = new SheetCell(sheet.Margin, sheet.Margin + head, Room, TextRuler.LineHeight(9), null) { Size = 9 };
        pen.Write(line, string.Join("　", new[] { NumberLine(), data.Seal?.Code ?? "" }.Where(t => t.Length > 0)), 6, "");
        var pageOf = string.Create(CultureInfo.InvariantCulture, $"{number} / {_pages.Count}");
        pen.Write(line with { Align = SheetAlign.Right }, pageOf, 6, "");
        pen.Rule(sheet.Margin, sheet.Width - sheet.Margin, sheet.Margin + head + line.Height + 1);
        return new(sheet.Width, sheet.Height, pen.Marks);
    }

    private string NumberLine() =>
        data.Facts.TryGetValue(SheetFacts.FilingNumber, out var number) && number.Length > 0
            ? $"{new LocalizedText("系统编号", "System number").In(data.Language)} {number}"
            : "";
}
