using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>A Chinese postcode.</summary>
public sealed record PostcodeField : CodeField
{
    /// <inheritdoc/>
    public override string Type => "postcode";

    /// <inheritdoc/>
    protected override string Tidy(string text) => Postcode.Normalise(text);

    /// <inheritdoc/>
    protected override CodeFault? Fault(string text) => Postcode.Check(text);
}
