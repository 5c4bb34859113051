using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>
/// Finds what applies and what follows: relevance, derived parts, calculated values, defaults. One walk in the order of
/// dependence is enough, because a published form has no circles.
/// </summary>
internal static class Settlement
{
    /// <summary>Settles the answers of a form; only fields that <paramref name="mayChange"/> holds for get new values.</summary>
    public static AnswerScope Settle(Pack pack, AnswerSet answers, EvaluationContext context, Func<Field, bool> mayChange)
    {
        var scope = new AnswerScope(pack.Form, Normalise(pack.Form, answers, mayChange), context, pack.Service.Profile);
        foreach (var (section, field) in pack.Form.Order.Fields)
        {
            if (!Applies(section.Relevant, scope) || !Applies(field.Relevant, scope))
                continue;
            scope.Relevant.Add(field.Code);
            if (mayChange(field))
                Fill(field, scope, scope, context);
            if (field is TableField table)
                SettleRows(table, pack.Form.OrderIn(table), scope, context, mayChange(field));
            if (field is GridField grid)
                SettleCells(grid, pack.Form.OrderIn(grid), scope, mayChange(field));
        }
        scope.Relevant.UnionWith(pack.Form.Sections.Where(s => Applies(s.Relevant, scope)).Select(s => s.Code));
        scope.Relevant.UnionWith(pack.Service.Attachments.Where(a => Applies(a.Relevant, scope)).Select(a => a.Code));
        return scope;
    }

    private static AnswerSet Normalise(FormDefinition form, AnswerSet answers, Func<Field, bool> mayChange) =>
        AnswerSet.From(
            answers.Select(a =>
                form.FindByControl(a.Key) is { } field && mayChange(field) ? KeyValuePair.Create(a.Key, field.Normalise(a.Key, a.Value)) : a
            )
        );

    private static void SettleRows(
        TableField table,
        IReadOnlyList<string> columns,
        AnswerScope scope,
        EvaluationContext context,
        bool mayChange
    )
    {
        var rows = table
            .Rows(scope.Answers)
            .Select(r => (Number: r, Scope: new RowScope(scope, table, r), Cells: table.RowFields(r).ToDictionary(c => c.Code)))
            .ToList();
        // Column by column: a cell may use the sum of another column.
        foreach (var column in columns)
        foreach (var (number, values, cells) in rows)
        {
            var cell = cells[table.ControlOf(number, column)];
            if (!Applies(cell.Relevant, values))
                continue;
            scope.Relevant.Add(cell.Code);
            if (mayChange)
                Fill(cell, scope, values, context);
        }
    }

    private static void SettleCells(GridField grid, IReadOnlyList<string> calculated, AnswerScope scope, bool mayChange)
    {
        scope.Relevant.UnionWith(grid.Rows.Where(r => Applies(r.Relevant, scope)).Select(grid.CodeOf));
        if (!mayChange)
            return;
        foreach (var control in calculated)
        {
            var (row, column) = grid.Find(control)!.Value;
            var value = scope.Relevant.Contains(grid.CodeOf(row))
                ? GridField.CalculateOf(row, column)!.Evaluate(new GridScope(scope, grid, row, column))
                : Value.Missing;
            scope.Answers = scope.Answers.With(control, Write(value));
        }
    }

    private static void Fill(Field field, AnswerScope scope, IValueSource values, EvaluationContext context)
    {
        if (field.Calculate is { } calculate)
            scope.Answers = scope.Answers.With(field.Code, Write(calculate.Evaluate(values)));
        else if (field.Default is { } otherwise && scope.Answers[field.Code] is null)
            scope.Answers = scope.Answers.With(field.Code, Write(otherwise.Evaluate(values)));
        scope.Answers = field.Derive(scope.Answers, context);
    }

    private static bool Applies(Expression? condition, IValueSource values) => condition is null || condition.Evaluate(values).IsTrue;

    /// <summary>A value as an answer is kept; null where it is missing.</summary>
    private static string? Write(Value value) =>
        value.Kind switch
        {
            ValueKind.Number => WriteNumber(value.Number),
            ValueKind.Text => value.Text,
            ValueKind.Boolean => value.Boolean ? "yes" : "no",
            ValueKind.Date => DateText.Write(value.Date),
            _ => null,
        };

    /// <summary>A quotient has more digits than a field takes: ten decimals are kept, and what is still too long is none.</summary>
    private static string? WriteNumber(decimal number)
    {
        var text = NumberText.Write(decimal.Round(number, 10, MidpointRounding.AwayFromZero));
        return NumberText.TryRead(text, out _) ? text : null;
    }
}
