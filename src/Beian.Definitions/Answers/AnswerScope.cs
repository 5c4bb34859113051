using Beian.Definitions.Expressions;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs;

namespace Beian.Definitions.Answers;

/// <summary>What expressions read while answers are judged: relevant answers, and what the evaluation knows besides.</summary>
internal sealed class AnswerScope(FormDefinition form, AnswerSet answers, EvaluationContext context, ProfileUse? profile = null)
    : IValueSource
{
    private const string Attachments = "attachments.";

    /// <summary>The answers as they stand.</summary>
    public AnswerSet Answers { get; set; } = answers;

    /// <summary>Codes of the sections, fields and attachments found to apply so far; an answer of any other reads as missing.</summary>
    public HashSet<string> Relevant { get; init; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public DateOnly Today => context.Today;

    /// <inheritdoc/>
    public Value Get(string name) =>
        name switch
        {
            "route" => Value.Of(context.Route.Length > 0 ? context.Route : null),
            "filing.kind" => Value.Of(context.Kind.Length > 0 ? context.Kind : null),
            "authority.prefix4" => Value.Of(context.AuthorityPrefix.Length > 0 ? context.AuthorityPrefix : null),
            _ when name.StartsWith(Attachments, StringComparison.Ordinal) => Value.Of(
                context.Attachments.Contains(name[Attachments.Length..])
            ),
            _ when FormOrder.CodeOf(name) is var source && EvaluationContext.Sources.Contains(source) => GetOutside(
                source,
                name[(source.Length + 1)..]
            ),
            _ => form.FindByControl(name) is { } field && Applies(field, name) ? field.Read(name, Answers) : Value.Missing,
        };

    /// <inheritdoc/>
    public IReadOnlyList<Value> GetRows(string name) =>
        form.Find(FormOrder.CodeOf(name)) switch
        {
            { } field when !Relevant.Contains(field.Code) => [],
            TableField table => table.ReadColumn(name, Answers, f => Relevant.Contains(f.Code)),
            GridField grid => grid.ReadLine(name, Answers, Relevant.Contains),
            _ => [],
        };

    /// <inheritdoc/>
    public IReadOnlyList<IValueSource> RowsOf(string table) =>
        form.Find(table) is TableField found && Relevant.Contains(table)
            ? [.. found.Rows(Answers).Select(row => new RowScope(this, found, row))]
            : [];

    private bool Applies(Field field, string control) => Relevant.Contains(field.Code) && Relevant.Contains(field.ScopeOf(control));

    private Value GetOutside(string source, string control) =>
        context.Outside.GetValueOrDefault(source) is { } outside
        && (source == EvaluationContext.Profile ? profile?.Find(control) : form.FindByControl(control)) is { } field
            ? field.Read(control, outside.Answers)
            : Value.Missing;
}
