using Beian.Definitions.Answers;

namespace Beian.Definitions.Fields;

/// <summary>Any of several answers; kept as their codes, joined by a blank, in the order of the list.</summary>
public sealed record ChoicesField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "choices";

    /// <summary>The answers offered, in order.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings() => ChoiceField.CheckChoices(Choices);

    /// <inheritdoc/>
    public override string Normalise(string control, string text)
    {
        var given = Codes(PlainText.Line(text)).Distinct(StringComparer.Ordinal).ToList();
        var known = Choices.Select(c => c.Code).Where(given.Contains).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(' ', known.Concat(given.Except(known, StringComparer.Ordinal)));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        Codes(text).All(code => Choices.Any(c => c.Code == code))
            ? []
            : [Wrong("choice", new("请从列出的选项中选择。", "Choose among the answers offered."))];

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        string.Join(
            language == Language.Zh ? "、" : ", ",
            Codes(text).Select(code => Choices.FirstOrDefault(c => c.Code == code)?.Label.In(language) ?? code)
        );

    private static string[] Codes(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
