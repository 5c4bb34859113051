using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Answers;

/// <summary>The scope inside a row of a table: the row's own cells, then everything around the table.</summary>
internal sealed class RowScope(AnswerScope outer, TableField table, int row) : IValueSource
{
    private readonly IReadOnlyList<Field> _cells = table.RowFields(row);

    /// <inheritdoc/>
    public DateOnly Today => outer.Today;

    /// <inheritdoc/>
    public Value Get(string name)
    {
        var full = table.ControlOf(row, name);
        var cell = _cells.FirstOrDefault(c => c.Owns(full));
        if (cell is null)
            return outer.Get(name);
        return outer.Relevant.Contains(cell.Code) ? cell.Read(full, outer.Answers) : Value.Missing;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Value> GetRows(string name) => outer.GetRows(name);

    /// <inheritdoc/>
    public IReadOnlyList<IValueSource> RowsOf(string name) => outer.RowsOf(name);
}
