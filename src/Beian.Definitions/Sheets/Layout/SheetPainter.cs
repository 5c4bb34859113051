using Beian.Definitions.Sheets.Drawing;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>Paints the page of one sheet.</summary>
internal sealed class SheetPainter(Sheet sheet, SheetData data, TextRuler ruler, List<Overflow> overflow)
{
    /// <summary>What a cell says at its end when its text goes on elsewhere.</summary>
    public static LocalizedText Notice { get; } = new("→附页", "→annex");

    private static readonly LocalizedText _translation = new("", "English reading copy. The sheet to sign and file is the Chinese one.");

    private readonly Pen _pen = new(ruler);

    /// <summary>The page; what found no room is added to the overflow.</summary>
    public DrawnPage Paint()
    {
        foreach (var cell in sheet.Cells)
            Paint(cell);
        foreach (var table in sheet.Tables)
            Paint(table);
        if (_translation.In(data.Language) is { Length: > 0 } note)
            _pen.WriteLine(sheet.Margin, sheet.Height - sheet.Margin / 2 - 2, 7, false, note);
        return new(sheet.Width, sheet.Height, _pen.Marks);
    }

    private void Paint(SheetCell cell)
    {
        _pen.Frame(cell.X, cell.Y, cell.Width, cell.Height, cell.Border, cell.Tint);
        switch (cell.Content)
        {
            case SheetText text:
                GoOn(HeadingOf(text), _pen.Write(cell, SheetWords.Of(text, data), sheet.SmallestSize, Notice.In(data.Language)));
                break;
            case SheetChecks checks:
                GoOn(
                    checks.Field.Label.In(data.Language),
                    _pen.Write(cell, SheetWords.Of(checks, data), sheet.SmallestSize, Notice.In(data.Language))
                );
                break;
            case SheetQr when data.Seal is { } seal:
                PaintQr(cell, seal);
                break;
            case SheetCopyMark:
                PaintMark(cell);
                break;
        }
    }

    private void GoOn(string heading, string rest)
    {
        if (rest.Length > 0)
            overflow.Add(new TextOverflow(heading, rest));
    }

    private void PaintQr(SheetCell cell, SheetSeal seal)
    {
        var line = TextRuler.LineHeight(8);
        var side = Math.Min(cell.Width, cell.Height - line);
        _pen.Qr(cell.X + (cell.Width - side) / 2, cell.Y, side, seal.Qr);
        var below = new SheetCell(cell.X, cell.Y + side, cell.Width, line, null) { Size = 8, Align = SheetAlign.Center };
        _pen.Write(below, seal.Code, 5, "");
    }

    private void PaintMark(SheetCell cell)
    {
        if (SheetWords.MarkOf(data) is not { Length: > 0 } mark)
            return;
        _pen.Frame(cell.X, cell.Y, cell.Width, cell.Height, border: true, tint: false);
        _pen.Write(cell with { Bold = true, Border = true, Align = SheetAlign.Center }, mark, sheet.SmallestSize, "");
    }

    private void Paint(SheetTable table)
    {
        var rows = table.Field.Rows(data.Answers).Select((row, index) => (Row: row, Number: index + 1)).ToList();
        var painter = new TablePainter(table, data, _pen, sheet.SmallestSize, overflow);
        painter.PaintHead(table.X, table.Y);
        for (var index = 0; index < table.Rows; index++)
            painter.PaintRow(table.X, table.Y + table.HeadHeight + index * table.RowHeight, index < rows.Count ? rows[index] : null);
        if (rows.Count > table.Rows)
            overflow.Add(new TableOverflow(table.Field.Label.In(data.Language), table, rows[table.Rows..]));
    }

    private string HeadingOf(SheetText text)
    {
        var field = text
            .Template.Values.Select(v => data.Form.Find(v.Name) ?? data.Form.FindByControl(v.Name))
            .FirstOrDefault(f => f is not null);
        return field?.Label.In(data.Language) ?? sheet.Title.In(data.Language);
    }
}
