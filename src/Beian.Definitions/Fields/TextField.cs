using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>One line of text.</summary>
public sealed record TextField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "text";

    /// <summary>How many characters it may have.</summary>
    public int Max { get; init; } = 500;

    /// <summary>Whether only half-width English characters are allowed; full-width ones are converted.</summary>
    public bool Ascii { get; init; }

    /// <inheritdoc/>
    public override string Normalise(string control, string text) =>
        Ascii ? EnglishText.Normalise(PlainText.Line(text)) : PlainText.Line(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context)
    {
        if (Ascii && EnglishText.Check(text) is { } fault)
            yield return Wrong("ascii", fault.Message);
        foreach (var problem in CheckLength(text, Max))
            yield return problem;
    }
}
