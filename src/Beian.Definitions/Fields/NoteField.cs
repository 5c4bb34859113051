using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A text between the questions; it has no answer.</summary>
public sealed record NoteField : Field
{
    /// <inheritdoc/>
    public override string Type => "note";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Controls => [];

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Missing;

    /// <inheritdoc/>
    public override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context) => [];

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) => Value.Missing;

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language) => "";
}
