using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>A web address.</summary>
public sealed record UrlField : CodeField
{
    /// <inheritdoc/>
    public override string Type => "url";

    /// <summary>How many characters it may have.</summary>
    public int Max { get; init; } = 255;

    /// <inheritdoc/>
    protected override string Tidy(string text) => WebAddress.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) => WebAddress.Check(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> CheckSound(string text, EvaluationContext context) => CheckLength(text, Max);
}
