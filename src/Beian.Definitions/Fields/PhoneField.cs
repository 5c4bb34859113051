using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>A telephone or fax number.</summary>
public sealed record PhoneField : CodeField
{
    /// <inheritdoc/>
    public override string Type => "phone";

    /// <summary>How many characters it may have.</summary>
    public int Max { get; init; } = 20;

    /// <inheritdoc/>
    protected override string Tidy(string text) => Phone.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) => Phone.Check(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> CheckSound(string text, EvaluationContext context) => CheckLength(text, Max);
}
