using Beian.Definitions.Sheets;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>The page of a sheet while its parts are read: where the next one begins, and what lies outside the page or on something else.</summary>
internal sealed class SheetLayer(Sheet sheet)
{
    private const double Tolerance = 0.01;

    private readonly List<SheetCell> _taken = [];
    private readonly List<SheetCell> _cells = [];
    private readonly List<SheetTable> _tables = [];
    private double _below = sheet.Margin;

    /// <summary>The sheet as far as it is read: its paper, margin and sizes.</summary>
    public Sheet Sheet => sheet;

    public IReadOnlyList<SheetCell> Cells => _cells;

    public IReadOnlyList<SheetTable> Tables => _tables;

    /// <summary>Where a part begins: where it says, or at the left margin below the part before.</summary>
    public (double X, double Y) Begin(MapReader part)
    {
        var gap = part.Length("gap", 0, 200) ?? 0;
        return part.Place() ?? (sheet.Margin, _below + gap);
    }

    /// <summary>Puts a cell on the page.</summary>
    public void Add(MapReader at, SheetCell cell)
    {
        Take(at, cell, isFrame: cell.Content is null);
        _cells.Add(cell);
    }

    /// <summary>Puts a table on the page.</summary>
    public void Add(MapReader at, SheetTable table)
    {
        Take(at, new SheetCell(table.X, table.Y, table.Width, table.Height, null), isFrame: false);
        _tables.Add(table);
    }

    /// <summary>Where a part ends, for the one after it.</summary>
    public void End(double bottom) => _below = bottom;

    /// <summary>An empty frame may lie around other things; nothing else may lie on anything.</summary>
    private void Take(MapReader at, SheetCell cell, bool isFrame)
    {
        if (IsOutside(cell))
            at.Add(
                at.Node,
                new(
                    $"超出纸张：到右 {cell.Right:0.#}、到下 {cell.Bottom:0.#} 毫米，可用范围是 {sheet.Margin:0.#} 到 {sheet.Width - sheet.Margin:0.#}、{sheet.Margin:0.#} 到 {sheet.Height - sheet.Margin:0.#}。",
                    $"Outside the page: it reaches {cell.Right:0.#} to the right and {cell.Bottom:0.#} down, in millimetres; there is room from {sheet.Margin:0.#} to {sheet.Width - sheet.Margin:0.#} and from {sheet.Margin:0.#} to {sheet.Height - sheet.Margin:0.#}."
                )
            );
        else if (!isFrame && _taken.Find(t => Overlap(t, cell)) is { } other)
            at.Add(
                at.Node,
                new(
                    $"与左上角在 [{other.X:0.#}, {other.Y:0.#}] 的格子重叠。",
                    $"It overlaps the cell whose top left corner is at [{other.X:0.#}, {other.Y:0.#}]."
                )
            );
        if (!isFrame)
            _taken.Add(cell);
    }

    private bool IsOutside(SheetCell cell) =>
        cell.X < sheet.Margin - Tolerance
        || cell.Y < sheet.Margin - Tolerance
        || cell.Right > sheet.Width - sheet.Margin + Tolerance
        || cell.Bottom > sheet.Height - sheet.Margin + Tolerance;

    private static bool Overlap(SheetCell a, SheetCell b) =>
        a.X < b.Right - Tolerance && b.X < a.Right - Tolerance && a.Y < b.Bottom - Tolerance && b.Y < a.Bottom - Tolerance;
}
