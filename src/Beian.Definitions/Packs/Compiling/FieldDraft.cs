using Beian.Definitions.Fields;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>A field whose expressions are still to be compiled: they may name fields further down.</summary>
internal sealed class FieldDraft
{
    private readonly MapReader _map;
    private readonly GridDraft? _grid;

    private FieldDraft(MapReader map, Field field, IReadOnlyList<FieldDraft> columns, GridDraft? grid) =>
        (_map, Field, Columns, _grid) = (map, field, columns, grid);

    /// <summary>What it is read from.</summary>
    public MapReader Map => _map;

    /// <summary>The field as far as it is read.</summary>
    public Field Field { get; }

    /// <summary>The columns of a table.</summary>
    public IReadOnlyList<FieldDraft> Columns { get; }

    /// <summary>Where its code stands.</summary>
    public ScalarNode CodeNode => _map.Scalar("code") ?? new(_map.Node.Line, _map.Node.Column, "");

    /// <summary>Reads everything but the expressions.</summary>
    public static FieldDraft Read(MapReader map, string parentPath)
    {
        var path = $"{parentPath}.fields.{map.Scalar("code")?.Text}";
        map = map.As(map.Scalar("type")?.Text ?? "");
        var type = map.RequiredScalar("type");
        map.Note("type", FieldTypes.Names);
        IReadOnlyList<FieldDraft> columns = type.Text == "table" ? [.. map.Maps("fields").Select(m => Read(m, path))] : [];
        var grid = GridDraft.Read(map, type.Text, path);
        var settings = new FieldSettings(map, path, [.. columns.Select(c => c.Field)], grid?.Lines ?? ([], []));
        var field = FieldTypes.All.TryGetValue(type.Text, out var read) ? read(settings) : Unknown(map, type, path, settings);
        foreach (var fault in field.CheckSettings())
            map.Add(map.Node, fault);

        field = field with
        {
            Hint = map.Text("hint", path),
            Questions = ReadQuestions(map, path),
            Placeholder = ReadPlaceholder(map, field, path),
            ConstraintMessage = map.Text("constraint-message", path),
            FilledBy = map.Word(
                "filled-by",
                FilledBy.Enterprise,
                ("enterprise", FilledBy.Enterprise),
                ("authority", FilledBy.Authority),
                ("system", FilledBy.System)
            ),
            Personal = map.Boolean("personal", field.Personal),
            Issue = ReadSeries(map),
        };
        if (field is AttachmentField && field.FilledBy != FilledBy.Enterprise)
            map.Add(map.Node, new("附件只能由企业上传。", "Attachments are uploaded by the enterprise only."));
        return new(map, field, columns, grid);
    }

    /// <summary>The field with its expressions.</summary>
    public Field Compile(ExpressionScope scope)
    {
        var field = Field;
        if (field is TableField table)
        {
            var row = scope.WithRow(table.Fields);
            field = table with { Fields = [.. Columns.Select(c => c.Compile(row))] };
        }
        if (field is GridField cells && _grid is not null)
            field = _grid.Compile(cells, scope);
        field = field with
        {
            Required = scope.Condition(_map, "required"),
            Relevant = scope.Condition(_map, "relevant"),
            Constraint = scope.Condition(_map, "constraint"),
            Calculate = scope.Value(_map, "calculate", field),
            Default = scope.Value(_map, "default", field),
        };
        if (field.Constraint is not null && field.ConstraintMessage is null)
            _map.RequiredScalar("constraint-message", always: false);
        if (field is CalculatedField { Calculate: null })
            _map.RequiredScalar("calculate");
        if (field.Issue is not null && (field.FilledBy != FilledBy.System || field.Controls.Count != 1 || field.Calculate is not null))
            _map.Add(
                _map.Node,
                new(
                    "issue 只用于由系统填写（filled-by: system）且不计算的字段。",
                    "“issue” is only for fields with “filled-by: system” that are not calculated."
                )
            );
        ReportCycles(field);
        _map.Finish();
        return field;
    }

    /// <summary>Circles among the cells of a row or of a grid; those among fields are the form's business.</summary>
    private void ReportCycles(Field field)
    {
        var cycles = field switch
        {
            TableField table => table.Order().Cycles,
            GridField grid => grid.Order().Cycles,
            _ => [],
        };
        foreach (var cycle in cycles)
            _map.Add(CodeNode, FormCompiler.DependOnEachOther(cycle));
    }

    private static List<FieldQuestion> ReadQuestions(MapReader map, string path)
    {
        var questions = new List<FieldQuestion>();
        foreach (var one in map.Maps(Structure.Questions))
        {
            var code = one.Code();
            var below = $"{path}.{Structure.Questions}.{code.Text}";
            if (questions.Exists(q => q.Code == code.Text))
                one.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
            questions.Add(new(code.Text, one.RequiredText("question", below), one.RequiredText("answer", below)));
            one.Finish();
        }
        return questions;
    }

    /// <summary>Only what is typed has a control in which something can stand.</summary>
    private static LocalizedText? ReadPlaceholder(MapReader map, Field field, string path)
    {
        var placeholder = map.Text("placeholder", path);
        if (
            placeholder is not null
            && (
                field is not SingleField
                || field
                    is ChoiceField
                        or YesNoField
                        or DateField
                        or CountryField
                        or RegionField
                        or IndustryField
                        or AuthorityField
                        or CalculatedField
            )
        )
            map.Add(
                map.Node["placeholder"]!,
                new($"类型 {field.Type} 不能有 placeholder。", $"The type “{field.Type}” cannot have a “placeholder”.")
            );
        return placeholder;
    }

    private static TextField Unknown(MapReader map, ScalarNode type, string path, FieldSettings settings)
    {
        if (type.Text.Length > 0)
            map.Add(
                type,
                Nearest.To(type.Text, FieldTypes.Names) is { } nearest
                    ? new(
                        $"不认识的字段类型“{type.Text}”；是不是 {nearest} ？",
                        $"Unknown field type “{type.Text}”. Did you mean {nearest}?"
                    )
                    : new(
                        $"不认识的字段类型“{type.Text}”；可用：{string.Join(", ", FieldTypes.Names)}。",
                        $"Unknown field type “{type.Text}”; known: {string.Join(", ", FieldTypes.Names)}."
                    )
            );
        map.AcceptAll();
        map.Compilation.English.Accept(path);
        return new() { Code = settings.Code, Label = settings.Label };
    }

    private static NumberSeries? ReadSeries(MapReader map)
    {
        if (map.Map("issue") is not { } issue)
            return null;
        var series = new NumberSeries(issue.Scalar("prefix")?.Text ?? "", issue.Integer("digits", 1, 18) ?? 8);
        issue.Finish();
        return series;
    }
}
