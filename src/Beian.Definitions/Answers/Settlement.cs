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
        var scope = new AnswerScope(pack.Form, Normalise(pack.Form, answers, mayChange), context);
        foreach (var (section, field) in pack.Form.Order.Fields)
        {
            if (!Applies(section.Relevant, scope) || !Applies(field.Relevant, scope))
                continue;
            scope.Relevant.Add(field.Code);
            if (mayChange(field))
                Fill(field, scope, scope);
            if (field is TableField table)
                SettleRows(table, scope, mayChange(field));
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

    private static void SettleRows(TableField table, AnswerScope scope, bool mayChange)
    {
        foreach (var row in table.Rows(scope.Answers))
        {
            var rowScope = new RowScope(scope, table, row);
            foreach (var cell in table.RowFields(row).Where(c => Applies(c.Relevant, rowScope)))
            {
                scope.Relevant.Add(cell.Code);
                if (mayChange)
                    Fill(cell, scope, rowScope);
            }
        }
    }

    private static void Fill(Field field, AnswerScope scope, IValueSource values)
    {
        if (field.Calculate is { } calculate)
            scope.Answers = scope.Answers.With(field.Code, Write(calculate.Evaluate(values)));
        else if (field.Default is { } otherwise && scope.Answers[field.Code] is null)
            scope.Answers = scope.Answers.With(field.Code, Write(otherwise.Evaluate(values)));
        scope.Answers = field.Derive(scope.Answers);
    }

    private static bool Applies(Expression? condition, IValueSource values) => condition is null || condition.Evaluate(values).IsTrue;

    /// <summary>A value as an answer is kept; null where it is missing.</summary>
    private static string? Write(Value value) =>
        value.Kind switch
        {
            ValueKind.Number => NumberText.Write(value.Number),
            ValueKind.Text => value.Text,
            ValueKind.Boolean => value.Boolean ? "yes" : "no",
            ValueKind.Date => DateText.Write(value.Date),
            _ => null,
        };
}
