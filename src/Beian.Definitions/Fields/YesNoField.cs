using Beian.Definitions.Answers;
using Beian.Definitions.Expressions;

namespace Beian.Definitions.Fields;

/// <summary>Yes or no; kept as <c>yes</c> and <c>no</c>.</summary>
public sealed record YesNoField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "yes-no";

    /// <inheritdoc/>
    public override ValueKind KindOf(string control) => ValueKind.Boolean;

    /// <inheritdoc/>
    public override string Normalise(string control, string text) =>
        PlainText.Compact(text).ToLowerInvariant() switch
        {
            "yes" or "true" or "是" => "yes",
            "no" or "false" or "否" => "no",
            _ => PlainText.Line(text),
        };

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        text is "yes" or "no" ? [] : [Wrong("yes-no", new("请选择“是”或“否”。", "Choose yes or no."))];

    /// <inheritdoc/>
    protected override Value ReadText(string text) =>
        text switch
        {
            "yes" => Value.Of(true),
            "no" => Value.Of(false),
            _ => Value.Missing,
        };

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        (text, language) switch
        {
            ("yes", Language.Zh) => "是",
            ("no", Language.Zh) => "否",
            ("yes", _) => "Yes",
            ("no", _) => "No",
            _ => text,
        };
}
