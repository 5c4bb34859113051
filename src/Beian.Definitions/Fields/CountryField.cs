using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>A country or region; kept as its two letters.</summary>
public sealed record CountryField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "country";

    /// <inheritdoc/>
    public override string Normalise(string control, string text)
    {
        var code = PlainText.Compact(text).ToUpperInvariant();
        return Countries.Find(code) is null ? PlainText.Line(text) : code;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        Countries.Find(text) is null
            ? [Wrong("country", new("请从列出的国家和地区中选择。", "Choose one of the countries and regions offered."))]
            : [];

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) => Countries.Find(text)?.Name.In(language) ?? text;
}
