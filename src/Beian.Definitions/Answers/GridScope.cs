using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Answers;

/// <summary>The scope of one cell of a grid: the other cells of its column by their rows, those of its row by their columns, then everything else.</summary>
internal sealed class GridScope(IValueSource outer, GridField grid, GridLine row, GridLine column) : IValueSource
{
    /// <inheritdoc/>
    public DateOnly Today => outer.Today;

    /// <inheritdoc/>
    public Value Get(string name) =>
        grid.Rows.FirstOrDefault(r => r.Code == name) is { } other ? outer.Get(grid.ControlOf(other, column))
        : grid.Columns.FirstOrDefault(c => c.Code == name) is { } beside ? outer.Get(grid.ControlOf(row, beside))
        : outer.Get(name);

    /// <inheritdoc/>
    public IReadOnlyList<Value> GetRows(string name) => outer.GetRows(name);

    /// <inheritdoc/>
    public IReadOnlyList<IValueSource> RowsOf(string table) => outer.RowsOf(table);
}
