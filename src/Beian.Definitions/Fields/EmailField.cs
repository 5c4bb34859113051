using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>An e-mail address.</summary>
public sealed record EmailField : CodeField
{
    /// <inheritdoc/>
    public override string Type => "email";

    /// <summary>How many characters it may have.</summary>
    public int Max { get; init; } = 128;

    /// <inheritdoc/>
    protected override string Tidy(string text) => Email.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) => Email.Check(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> CheckSound(string text, EvaluationContext context) => CheckLength(text, Max);
}
