using Beian.Definitions.Expressions;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>A scope in which missing numbers are zero, for rules that ask for it.</summary>
internal sealed class ZeroScope(IValueSource inner, FormDefinition form) : IValueSource
{
    /// <inheritdoc/>
    public DateOnly Today => inner.Today;

    /// <inheritdoc/>
    public Value Get(string name)
    {
        var value = inner.Get(name);
        return value.IsMissing && form.FindByControl(name)?.KindOf(name) == ValueKind.Number ? Value.Of(0m) : value;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Value> GetRows(string name) => inner.GetRows(name);

    /// <inheritdoc/>
    public IReadOnlyList<IValueSource> RowsOf(string table) => inner.RowsOf(table);
}
