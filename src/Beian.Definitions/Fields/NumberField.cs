using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A field whose answer is one exact decimal number.</summary>
public abstract record NumberField : SingleField
{
    /// <summary>The smallest number allowed; null: none.</summary>
    public decimal? Min { get; init; }

    /// <summary>The largest number allowed; null: none.</summary>
    public decimal? Max { get; init; }

    /// <summary>How many decimals are allowed (0 to 10).</summary>
    public int Places { get; init; } = 2;

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Number;

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings()
    {
        if (Min > Max)
            yield return new("min 大于 max。", "“min” is greater than “max”.");
        if (Places is < 0 or > 10)
            yield return new("places 应在 0 到 10 之间。", "“places” must be between 0 and 10.");
    }

    /// <inheritdoc/>
    public override string Normalise(string control, string text) => NumberText.Normalise(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context)
    {
        if (!NumberText.TryRead(text, out var number))
            yield return Wrong("number", new("应为数字，例如 1200.5。", "Enter a number, such as 1200.5."));
        else if (NumberText.Decimals(number) > Places)
            yield return Places == 0
                ? Wrong("places", new("应为整数。", "Enter a whole number."))
                : Wrong("places", new($"最多 {Places} 位小数。", $"At most {Places} decimals are allowed."));
        else if (Min is { } min && number < min)
            yield return Wrong("min", new($"不能小于 {NumberText.Write(min)}。", $"It must not be less than {NumberText.Write(min)}."));
        else if (Max is { } max && number > max)
            yield return Wrong("max", new($"不能大于 {NumberText.Write(max)}。", $"It must not be more than {NumberText.Write(max)}."));
    }

    /// <inheritdoc/>
    protected override Value ReadText(string text) => NumberText.TryRead(text, out var number) ? Value.Of(number) : Value.Missing;

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        NumberText.TryRead(text, out var number) ? NumberText.Format(number, 0) : text;
}
