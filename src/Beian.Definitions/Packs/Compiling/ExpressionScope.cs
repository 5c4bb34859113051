using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>The names that expressions may use at one place of a pack.</summary>
internal sealed class ExpressionScope
{
    private readonly Dictionary<string, ValueKind> _names;
    private readonly Dictionary<string, ValueKind> _rows;

    private ExpressionScope(Dictionary<string, ValueKind> names, Dictionary<string, ValueKind> rows) => (_names, _rows) = (names, rows);

    /// <summary>The scope of a form: what the evaluation knows, the attachments, every control.</summary>
    public static ExpressionScope Of(IEnumerable<Field> fields, IEnumerable<string> attachments)
    {
        var names = new Dictionary<string, ValueKind>(StringComparer.Ordinal)
        {
            ["route"] = ValueKind.Text,
            ["filing.kind"] = ValueKind.Text,
            ["authority.prefix4"] = ValueKind.Text,
        };
        var rows = new Dictionary<string, ValueKind>(StringComparer.Ordinal);
        foreach (var attachment in attachments)
            names[$"attachments.{attachment}"] = ValueKind.Boolean;
        foreach (var field in fields)
            if (field is TableField table)
                AddControls(rows, table.Fields, table.Code + ".");
            else
                AddControls(names, [field], "");
        return new(names, rows);
    }

    /// <summary>The scope inside a table: the columns of the same row besides everything else.</summary>
    public ExpressionScope WithRow(IEnumerable<Field> columns)
    {
        var names = new Dictionary<string, ValueKind>(_names, StringComparer.Ordinal);
        AddControls(names, columns, "");
        return new(names, _rows);
    }

    /// <summary>What stands for a condition that could not be read.</summary>
    public Expression Always { get; } =
        Expression.Read("true", new ExpressionNames(new Dictionary<string, ValueKind>(), new Dictionary<string, ValueKind>())).Expression!;

    /// <summary>A condition under a key; null where there is none or it is wrong.</summary>
    public Expression? Condition(MapReader map, string key) => Read(map, key, ValueKind.Boolean);

    /// <summary>A value for a field under a key; null where there is none or it is wrong.</summary>
    public Expression? Value(MapReader map, string key, Field field)
    {
        if (map.Has(key) && field.Controls.Count != 1)
            map.Add(map.Node, new($"类型 {field.Type} 不能有 {key}。", $"The type “{field.Type}” cannot have “{key}”."));
        else if (map.Has(key))
            return Read(map, key, field.KindOf(field.Code));
        return null;
    }

    private Expression? Read(MapReader map, string key, ValueKind expected)
    {
        if (map.Scalar(key) is not { } source)
            return null;
        var reading = Expression.Read(source.Text, new ExpressionNames(_names, _rows));
        foreach (var fault in reading.Faults)
        {
            var (line, column) = source.At(fault.Position);
            map.Compilation.Faults.Add(new(map.File, line, column, fault.Message));
        }
        if (reading.Expression is not { } expression)
            return null;
        if (expression.Kind == expected || expression.Kind == ValueKind.Missing)
            return expression;
        map.Add(
            source,
            new(
                $"{key} 的值应为{Name(expected).Zh}，这里却是{Name(expression.Kind).Zh}。",
                $"The value of “{key}” must be {Name(expected).En}; it is {Name(expression.Kind).En}."
            )
        );
        return null;
    }

    private static void AddControls(Dictionary<string, ValueKind> names, IEnumerable<Field> fields, string prefix)
    {
        foreach (var field in fields)
        foreach (var control in field.Controls)
            names[prefix + control] = field.KindOf(control);
    }

    private static LocalizedText Name(ValueKind kind) =>
        kind switch
        {
            ValueKind.Number => new("数字", "a number"),
            ValueKind.Text => new("文本", "a text"),
            ValueKind.Boolean => new("真假", "true or false"),
            ValueKind.Date => new("日期", "a date"),
            _ => new("空", "missing"),
        };
}
