using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A field with one control, whose answer is one text. What most types are.</summary>
public abstract record SingleField : Field
{
    /// <inheritdoc/>
    public override bool Owns(string control) => control == Code;

    /// <inheritdoc/>
    public override bool IsBlank(AnswerSet answers) => answers[Code] is null;

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Text;

    /// <inheritdoc/>
    public sealed override IEnumerable<Problem> CheckAnswer(AnswerSet answers, EvaluationContext context) =>
        answers[Code] is { } text ? Check(text, context) : [];

    /// <inheritdoc/>
    public override Value Read(string control, AnswerSet answers) => answers[Code] is { } text ? ReadText(text) : Value.Missing;

    /// <inheritdoc/>
    public override string Format(AnswerSet answers, Language language) => answers[Code] is { } text ? FormatText(text, language) : "";

    /// <summary>Judges a normalised answer.</summary>
    protected abstract IEnumerable<Problem> Check(string text, EvaluationContext context);

    /// <summary>The value of a normalised answer.</summary>
    protected virtual Value ReadText(string text) => Value.Of(text);

    /// <summary>A normalised answer as people read it.</summary>
    protected virtual string FormatText(string text, Language language) => text;

    /// <summary>A problem of its one control.</summary>
    protected Problem Wrong(string code, LocalizedText message, ProblemLevel level = ProblemLevel.Hard) =>
        Wrong(Code, code, message, level);

    /// <summary>The problem of a text that is longer than allowed.</summary>
    protected IEnumerable<Problem> CheckLength(string text, int max)
    {
        var length = PlainText.Length(text);
        return length <= max
            ? []
            :
            [
                Wrong(
                    "max",
                    new($"最多 {max} 个字，现在有 {length} 个。", $"At most {max} characters are allowed; there are {length} now.")
                ),
            ];
    }
}
