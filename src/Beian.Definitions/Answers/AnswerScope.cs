using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>What expressions read while answers are judged: relevant answers, and what the evaluation knows besides.</summary>
internal sealed class AnswerScope(FormDefinition form, AnswerSet answers, EvaluationContext context) : IValueSource
{
    /// <summary>The answers as they stand.</summary>
    public AnswerSet Answers { get; set; } = answers;

    /// <summary>Codes of the sections, fields and attachments found to apply so far; an answer of any other reads as missing.</summary>
    public HashSet<string> Relevant { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public DateOnly Today => context.Today;

    /// <inheritdoc/>
    public Value Get(string name)
    {
        const string attachments = "attachments.";
        return name switch
        {
            "route" => Value.Of(context.Route.Length > 0 ? context.Route : null),
            "filing.kind" => Value.Of(context.Kind.Length > 0 ? context.Kind : null),
            "authority.prefix4" => Value.Of(context.AuthorityPrefix.Length > 0 ? context.AuthorityPrefix : null),
            _ when name.StartsWith(attachments, StringComparison.Ordinal) => Value.Of(
                context.Attachments.Contains(name[attachments.Length..])
            ),
            _ => form.FindByControl(name) is { } field && Relevant.Contains(field.Code) ? field.Read(name, Answers) : Value.Missing,
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<Value> GetRows(string name)
    {
        if (form.Find(FormOrder.CodeOf(name)) is not TableField table || !Relevant.Contains(table.Code))
            return [];
        return table.ReadColumn(name, Answers, f => Relevant.Contains(f.Code));
    }
}
