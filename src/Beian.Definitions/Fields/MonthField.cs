using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A month of a year; expressions read its first day.</summary>
public sealed record MonthField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "month";

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Date;

    /// <inheritdoc/>
    public override string Normalise(string control, string text) => DateText.NormaliseMonth(text);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        DateText.ReadMonth(text) is null ? [Wrong("month", new("应为年月，例如 2020-01。", "Enter a month, such as 2020-01."))] : [];

    /// <inheritdoc/>
    protected override Value ReadText(string text) => DateText.ReadMonth(text) is { } date ? Value.Of(date) : Value.Missing;

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        DateText.ReadMonth(text) is { } date
            ? date.ToString(language == Language.Zh ? "yyyy年M月" : "MMMM yyyy", CultureInfo.InvariantCulture)
            : text;
}
