using Beian.Definitions.Answers;

namespace Beian.Definitions.Fields;

/// <summary>One of several answers.</summary>
public sealed record ChoiceField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "choice";

    /// <summary>The answers offered, in order.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> TextsOf(string control) => [.. Choices.Select(c => c.Code)];

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings() => CheckChoices(Choices);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        Choices.Any(c => c.Code == text) ? [] : [Wrong("choice", new("请从列出的选项中选择。", "Choose one of the answers offered."))];

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) =>
        Choices.FirstOrDefault(c => c.Code == text)?.Label.In(language) ?? text;

    /// <summary>What both kinds of choice demand of their list.</summary>
    internal static IEnumerable<LocalizedText> CheckChoices(IReadOnlyList<Choice> choices)
    {
        if (choices.Count < 2)
            yield return new("choices 至少要有两项。", "“choices” needs at least two answers.");
        foreach (var choice in choices.Where(c => c.Code.Any(char.IsWhiteSpace)))
            yield return new($"选项代码“{choice.Code}”不能有空格。", $"The code of a choice, “{choice.Code}”, must not have blanks.");
        foreach (var group in choices.GroupBy(c => c.Code, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new($"选项代码“{group.Key}”重复。", $"The code of a choice, “{group.Key}”, is repeated.");
    }
}
