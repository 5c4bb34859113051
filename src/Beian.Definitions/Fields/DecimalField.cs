namespace Beian.Definitions.Fields;

/// <summary>A number with decimals.</summary>
public sealed record DecimalField : NumberField
{
    /// <inheritdoc/>
    public override string Type => "decimal";
}
