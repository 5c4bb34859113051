namespace Beian.Definitions.Fields;

/// <summary>A whole number.</summary>
public sealed record IntegerField : NumberField
{
    /// <summary>A field without decimals.</summary>
    public IntegerField() => Places = 0;

    /// <inheritdoc/>
    public override string Type => "integer";
}
