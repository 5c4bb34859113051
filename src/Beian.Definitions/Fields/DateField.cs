using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A day.</summary>
public sealed record DateField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "date";

    /// <summary>The earliest day allowed; null: any.</summary>
    public DateOnly? Min { get; init; }

    /// <summary>The latest day allowed; null: any.</summary>
    public DateOnly? Max { get; init; }

    /// <summary>Whether today is the latest day allowed.</summary>
    public bool NotAfterToday { get; init; }

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Date;

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings()
    {
        if (Min > Max)
            yield return new("min 晚于 max。", "“min” is later than “max”.");
    }

    /// <inheritdoc/>
    public override string Normalise(string control, string text) => DateText.NormaliseDate(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context)
    {
        var latest = NotAfterToday && (Max is null || context.Today < Max) ? context.Today : Max;
        if (DateText.ReadDate(text) is not { } date)
            yield return Wrong("date", new("应为存在的日期，例如 2020-01-05。", "Enter a day that exists, such as 2020-01-05."));
        else if (Min is { } min && date < min)
            yield return Wrong(
                "date-min",
                new($"不能早于{DateText.Format(min, Language.Zh)}。", $"It must not be before {DateText.Format(min, Language.En)}.")
            );
        else if (latest is { } max && date > max)
            yield return Wrong(
                "date-max",
                new($"不能晚于{DateText.Format(max, Language.Zh)}。", $"It must not be after {DateText.Format(max, Language.En)}.")
            );
    }

    /// <inheritdoc/>
    protected override Value ReadText(string text) => DateText.ReadDate(text) is { } date ? Value.Of(date) : Value.Missing;

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        DateText.ReadDate(text) is { } date ? DateText.Format(date, language) : text;
}
