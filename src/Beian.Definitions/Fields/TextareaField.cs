using Beian.Definitions.Answers;

namespace Beian.Definitions.Fields;

/// <summary>Several lines of text.</summary>
public sealed record TextareaField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "textarea";

    /// <summary>How many characters it may have.</summary>
    public int Max { get; init; } = 2000;

    /// <inheritdoc/>
    public override string Normalise(string control, string text) => PlainText.Lines(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) => CheckLength(text, Max);
}
