namespace Beian.Definitions.Fields;

/// <summary>A percentage; 12.5 stands for 12.5 %.</summary>
public sealed record PercentField : NumberField
{
    /// <inheritdoc/>
    public override string Type => "percent";

    /// <inheritdoc/>
    public override string Normalise(string control, string text)
    {
        var number = base.Normalise(control, PlainText.HalfWidth(text).TrimEnd('%', ' '));
        return NumberText.TryRead(number, out _) ? number : PlainText.Line(text);
    }

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) => base.FormatText(text, language) + "%";
}
