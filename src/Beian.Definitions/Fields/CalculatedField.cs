using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A value nobody types: it is calculated, kept with the answers and shown.</summary>
public sealed record CalculatedField : SingleField
{
    /// <summary>The kinds its value can have, as a pack writes them.</summary>
    internal static readonly (string Word, ValueKind Value)[] Kinds =
    [
        ("text", ValueKind.Text),
        ("number", ValueKind.Number),
        ("date", ValueKind.Date),
        ("yes-no", ValueKind.Boolean),
    ];

    /// <inheritdoc/>
    public override string Type => "calculated";

    /// <summary>The kind of its value.</summary>
    public ValueKind Kind { get; init; } = ValueKind.Text;

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => Kind;

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) => [];

    /// <inheritdoc/>
    protected override Value ReadText(string text) =>
        Kind switch
        {
            ValueKind.Number => NumberText.TryRead(text, out var number) ? Value.Of(number) : Value.Missing,
            ValueKind.Date => DateText.ReadDate(text) is { } date ? Value.Of(date) : Value.Missing,
            ValueKind.Boolean => text is "yes" or "no" ? Value.Of(text == "yes") : Value.Missing,
            _ => Value.Of(text),
        };

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        ReadText(text) switch
        {
            { Kind: ValueKind.Number } number => NumberText.Format(number.Number, 0),
            { Kind: ValueKind.Date } date => DateText.Format(date.Date, language),
            { Kind: ValueKind.Boolean } truth => (truth.Boolean, language) switch
            {
                (true, Language.Zh) => "是",
                (false, Language.Zh) => "否",
                (true, _) => "Yes",
                _ => "No",
            },
            _ => text,
        };
}
