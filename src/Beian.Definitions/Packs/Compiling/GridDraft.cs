using Beian.Definitions.Fields;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>The rows and columns of a grid, whose expressions are still to be compiled.</summary>
internal sealed class GridDraft
{
    private readonly IReadOnlyList<(MapReader Map, GridLine Line)> _rows;
    private readonly IReadOnlyList<(MapReader Map, GridLine Line)> _columns;

    private GridDraft(MapReader map, string path)
    {
        _rows = [.. map.Maps("rows").Select(m => (m, ReadRow(m, path + ".rows")))];
        _columns = [.. map.Maps("columns").Select(m => (m, ReadLine(m, path + ".columns")))];
    }

    /// <summary>The rows and columns without their expressions.</summary>
    public (IReadOnlyList<GridLine> Rows, IReadOnlyList<GridLine> Columns) Lines =>
        ([.. _rows.Select(r => r.Line)], [.. _columns.Select(c => c.Line)]);

    /// <summary>Reads everything but the expressions; null for a field that is no grid.</summary>
    public static GridDraft? Read(MapReader map, string type, string path) => type == "grid" ? new(map, path) : null;

    /// <summary>The grid with its expressions: rows name other rows, columns other columns, both everything else.</summary>
    public GridField Compile(GridField grid, ExpressionScope scope)
    {
        var rows = scope.WithNumbers(_rows.Select(r => r.Line.Code));
        var columns = scope.WithNumbers(_columns.Select(c => c.Line.Code));
        return grid with
        {
            Rows = [.. _rows.Select(r => Compile(r.Map, r.Line with { Relevant = scope.Condition(r.Map, "relevant") }, scope, rows))],
            Columns = [.. _columns.Select(c => Compile(c.Map, c.Line, scope, columns))],
        };
    }

    private static GridLine Compile(MapReader map, GridLine line, ExpressionScope form, ExpressionScope inside)
    {
        var compiled = line with
        {
            Required = form.Condition(map, "required"),
            Calculate = inside.Number(map, "calculate"),
            Constraint = inside.Condition(map, "constraint"),
        };
        if (compiled.Constraint is not null && compiled.ConstraintMessage is null)
            map.RequiredScalar("constraint-message", always: false);
        map.Finish();
        return compiled;
    }

    private static GridLine ReadRow(MapReader map, string path) =>
        ReadLine(map, path) with
        {
            Unit = map.Text("unit", $"{path}.{map.Scalar("code")?.Text}"),
            Indent = map.Integer("indent", 0, 3) ?? 0,
        };

    private static GridLine ReadLine(MapReader map, string path)
    {
        var code = map.Code().Text;
        return new(code, map.RequiredText("label", $"{path}.{code}"))
        {
            Number = map.Has("type")
                ? map.Word(
                    "type",
                    GridNumber.Fraction,
                    ("decimal", GridNumber.Fraction),
                    ("integer", GridNumber.Whole),
                    ("percent", GridNumber.Percent)
                )
                : null,
            ConstraintMessage = map.Text("constraint-message", $"{path}.{code}"),
        };
    }
}
