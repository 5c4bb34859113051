using System.Globalization;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>Paints the headings and rows of a table, on its sheet or on a continuation page.</summary>
internal sealed class TablePainter(SheetTable table, SheetData data, Pen pen, double smallest, List<Overflow> overflow)
{
    /// <summary>The headings.</summary>
    public void PaintHead(double x, double y)
    {
        foreach (var column in table.Columns)
        {
            var cell = new SheetCell(x, y, column.Width, table.HeadHeight, null)
            {
                Size = table.Size,
                Align = SheetAlign.Center,
                Border = true,
                Tint = true,
            };
            Paint(cell, column.Heading.In(data.Language), column);
            x += column.Width;
        }
    }

    /// <summary>A row, empty where there is none.</summary>
    public void PaintRow(double x, double y, (int Row, int Number)? row)
    {
        foreach (var column in table.Columns)
        {
            var text =
                row is not { } one ? ""
                : column.Value is { } value ? data.Read(table.Field, one.Row, value)
                : one.Number.ToString(CultureInfo.InvariantCulture);
            var cell = new SheetCell(x, y, column.Width, table.RowHeight, null)
            {
                Size = table.Size,
                Align = column.Align,
                Border = true,
            };
            Paint(cell, text, column, row?.Number);
            x += column.Width;
        }
    }

    private void Paint(SheetCell cell, string text, SheetColumn column, int? number = null)
    {
        pen.Frame(cell.X, cell.Y, cell.Width, cell.Height, cell.Border, cell.Tint);
        if (pen.Write(cell, text, smallest, SheetPainter.Notice.In(data.Language)) is not { Length: > 0 } rest)
            return;
        var heading = $"{table.Field.Label.In(data.Language)} {number} {column.Heading.In(data.Language)}";
        overflow.Add(new TextOverflow(heading, rest));
    }
}
