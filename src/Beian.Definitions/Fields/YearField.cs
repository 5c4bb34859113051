using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>A year of four digits.</summary>
public sealed record YearField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "year";

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Number;

    /// <inheritdoc/>
    public override string Normalise(string control, string text)
    {
        var year = PlainText.Compact(text).TrimEnd('年');
        return Read(year) is not null ? year : PlainText.Line(text);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        Read(text) is null ? [Wrong("year", new("应为四位数的年份，例如 2020。", "Enter a year of four digits, such as 2020."))] : [];

    /// <inheritdoc/>
    protected override Value ReadText(string text) => Read(text) is { } year ? Value.Of((decimal)year) : Value.Missing;

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        language == Language.Zh && Read(text) is not null ? text + "年" : text;

    private static int? Read(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1800 and <= 2200
            ? year
            : null;
}
