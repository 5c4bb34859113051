using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs.Describing;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>The names that expressions may use at one place of a pack.</summary>
internal sealed class ExpressionScope
{
    private readonly ExpressionNames _names;
    private readonly Dictionary<string, IReadOnlyList<string>> _texts;
    private readonly bool _isUnknown;

    private ExpressionScope(ExpressionNames names, Dictionary<string, IReadOnlyList<string>> texts, bool isUnknown = false) =>
        (_names, _texts, _isUnknown) = (names, texts, isUnknown);

    /// <summary>The scope where the form could not be read: no name is known to be wrong.</summary>
    public static ExpressionScope Unknown { get; } =
        new(new(new Dictionary<string, ValueKind>(), new Dictionary<string, ValueKind>()), [], isUnknown: true);

    /// <summary>What can ever apply; null where that is not looked at.</summary>
    public Reachability? Reachability { get; private init; }

    /// <summary>The names and their kinds.</summary>
    public IReadOnlyDictionary<string, ValueKind> Names => _names.Names;

    /// <summary>The names that can have certain texts only, with these.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Texts => _texts;

    /// <summary>The scope of a form: what the evaluation knows, the attachments, every control.</summary>
    public static ExpressionScope Of(
        IEnumerable<Field> all,
        IEnumerable<string> attachments,
        IReadOnlyList<string> routes,
        IReadOnlyList<string> kinds,
        ProfileUse? profile = null
    )
    {
        var fields = all.ToList();
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (routes.Count > 0)
            texts["route"] = routes;
        if (kinds.Count > 0)
            texts["filing.kind"] = kinds;
        AddTexts(texts, fields.Where(f => f is not TableField));
        var names = new Dictionary<string, ValueKind>(StringComparer.Ordinal)
        {
            ["route"] = ValueKind.Text,
            ["filing.kind"] = ValueKind.Text,
            ["authority.prefix4"] = ValueKind.Text,
        };
        var rows = new Dictionary<string, ValueKind>(StringComparer.Ordinal);
        var tables = new Dictionary<string, IReadOnlyDictionary<string, ValueKind>>(StringComparer.Ordinal);
        foreach (var attachment in attachments)
            names[$"attachments.{attachment}"] = ValueKind.Boolean;
        foreach (var field in fields)
            switch (field)
            {
                case TableField table:
                    AddControls(rows, table.Fields, table.Code + ".");
                    var columns = new Dictionary<string, ValueKind>(StringComparer.Ordinal);
                    AddControls(columns, table.Fields, "");
                    tables[table.Code] = columns;
                    break;
                case GridField grid:
                    AddControls(names, [grid], "");
                    foreach (var line in grid.Lines)
                        rows[$"{grid.Code}.{line.Code}"] = ValueKind.Number;
                    break;
                default:
                    AddControls(names, [field], "");
                    break;
            }
        // What comes from outside the filing is called as in the form. What is personal is not taken over.
        foreach (var field in fields.Where(f => f is not TableField && !f.Personal))
        foreach (var source in EvaluationContext.LikeTheForm)
            AddControls(names, [field], source + ".");
        AddControls(names, profile?.Fields ?? [], EvaluationContext.Profile + ".");
        return new(new(names, rows) { Tables = tables }, texts);
    }

    /// <summary>The same scope with what can ever apply.</summary>
    public ExpressionScope With(Reachability reachability) => new(_names, _texts) { Reachability = reachability };

    /// <summary>The scope inside a table: the columns of the same row besides everything else.</summary>
    public ExpressionScope WithRow(IEnumerable<Field> columns)
    {
        var names = new Dictionary<string, ValueKind>(_names.Names, StringComparer.Ordinal);
        AddControls(names, columns, "");
        var texts = new Dictionary<string, IReadOnlyList<string>>(_texts, StringComparer.Ordinal);
        AddTexts(texts, columns);
        return new(_names with { Names = names }, texts, _isUnknown);
    }

    /// <summary>The scope inside a grid: the other rows (or columns) besides everything else.</summary>
    public ExpressionScope WithNumbers(IEnumerable<string> codes)
    {
        var names = new Dictionary<string, ValueKind>(_names.Names, StringComparer.Ordinal);
        foreach (var code in codes)
            names[code] = ValueKind.Number;
        return new(_names with { Names = names }, _texts, _isUnknown);
    }

    /// <summary>What stands for a condition that could not be read.</summary>
    public Expression Always { get; } =
        Expression.Read("true", new ExpressionNames(new Dictionary<string, ValueKind>(), new Dictionary<string, ValueKind>())).Expression!;

    /// <summary>A condition under a key; null where there is none or it is wrong.</summary>
    public Expression? Condition(MapReader map, string key) => Read(map, key, ValueKind.Boolean);

    /// <summary>A number under a key; null where there is none or it is wrong.</summary>
    public Expression? Number(MapReader map, string key) => Read(map, key, ValueKind.Number);

    /// <summary>A value for a field under a key; null where there is none or it is wrong.</summary>
    public Expression? Value(MapReader map, string key, Field field)
    {
        map.Note(key, ValueShape.Expression);
        if (map.Has(key) && field.Controls.Count != 1)
            map.Add(map.Node, new($"类型 {field.Type} 不能有 {key}。", $"The type “{field.Type}” cannot have “{key}”."));
        else if (map.Has(key))
            return Read(map, key, field.KindOf(field.Code));
        return null;
    }

    private Expression? Read(MapReader map, string key, ValueKind expected)
    {
        map.Note(key, ValueShape.Expression);
        if (map.Scalar(key) is not { } source || _isUnknown)
            return null;
        var reading = Expression.Read(source.Text, _names);
        foreach (var fault in reading.Faults)
        {
            var (line, column) = source.At(fault.Position);
            map.Compilation.Faults.Add(new(map.File, line, column, fault.Message));
        }
        map.Compilation.StopIfTooMany();
        if (reading.Expression is not { } expression)
            return null;
        if (map.Compilation.IsStrict)
            ReportImpossibleTexts(map, source, expression);
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

    /// <summary>Comparisons with a text that is none of those the name can have.</summary>
    private void ReportImpossibleTexts(MapReader map, Nodes.ScalarNode source, Expression expression)
    {
        foreach (var (name, text, position) in Comparisons.WithTexts(expression.Tree))
        {
            if (!_texts.TryGetValue(name, out var texts) || texts.Contains(text, StringComparer.Ordinal))
                continue;
            var (line, column) = source.At(position);
            var known = string.Join(", ", texts);
            var nearest = Nearest.To(text, texts);
            map.Compilation.Faults.Add(
                new(
                    map.File,
                    line,
                    column,
                    nearest is null
                        ? new($"{name} 没有“{text}”这一项；可用：{known}。", $"“{name}” never is “{text}”; it can be: {known}.")
                        : new($"{name} 没有“{text}”这一项；是不是 {nearest} ？", $"“{name}” never is “{text}”. Did you mean {nearest}?")
                )
            );
        }
    }

    private static void AddTexts(Dictionary<string, IReadOnlyList<string>> texts, IEnumerable<Field> fields)
    {
        foreach (var field in fields)
        foreach (var control in field.Controls)
            if (field.TextsOf(control) is { } known)
                texts[control] = known;
            else
                texts.Remove(control);
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
