using System.Text.RegularExpressions;
using Beian.Definitions.Answers;

namespace Beian.Definitions.Fields;

/// <summary>
/// An industry by GB/T 4754; kept as its code with the letter of its section (<c>F</c>, <c>F51</c>, <c>F5193</c>). The pack supplies the
/// part of the classification it needs as a tree: below <c>F</c> its divisions, below <c>F51</c> its groups and classes.
/// </summary>
public sealed partial record IndustryField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "industry";

    /// <summary>The industries offered, from the top.</summary>
    public required IReadOnlyList<IndustryChoice> Choices { get; init; }

    /// <summary>Whether one with others below it may be chosen too.</summary>
    public bool IsAnyLevel { get; init; }

    /// <summary>All industries of the tree, each before those below it.</summary>
    public IEnumerable<IndustryChoice> All => Choices.SelectMany(c => c.WithAllBelow());

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings()
    {
        if (All.Take(2).Count() < 2)
            yield return new("choices 至少要有两项。", "“choices” needs at least two answers.");
        foreach (var choice in All.Where(c => !Code4754().IsMatch(c.Code)))
            yield return new(
                $"行业代码“{choice.Code}”应为门类字母加 0、2、3 或 4 位数字，例如 F、F51、F5193。",
                $"The code of an industry, “{choice.Code}”, is the section's letter and 0, 2, 3 or 4 digits, such as F, F51 or F5193."
            );
        foreach (var group in All.GroupBy(c => c.Code, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return new($"行业代码“{group.Key}”重复。", $"The code of an industry, “{group.Key}”, is repeated.");
        foreach (var parent in All)
        foreach (var child in parent.Choices.Where(c => !c.Code.StartsWith(parent.Code, StringComparison.Ordinal)))
            yield return new(
                $"行业代码“{child.Code}”不在“{parent.Code}”之下。",
                $"The industry “{child.Code}” is not part of “{parent.Code}”."
            );
    }

    /// <summary>The letter may be left out (5193), and case and width do not matter; what is unknown stays as typed.</summary>
    public override string Normalise(string control, string text)
    {
        var compact = PlainText.Compact(text).ToUpperInvariant();
        var found = All.FirstOrDefault(c => c.Code == compact) ?? All.FirstOrDefault(c => c.Code.Length > 1 && c.Code[1..] == compact);
        return found?.Code ?? PlainText.Line(text);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context)
    {
        if (All.FirstOrDefault(c => c.Code == text) is not { } choice)
            yield return Wrong("choice", new("请从列出的行业中选择。", "Choose one of the industries offered."));
        else if (!IsAnyLevel && choice.Choices.Count > 0)
            yield return Wrong("industry-level", new("请选择到下一级行业。", "Choose one of the industries below it."));
    }

    /// <summary>The names from the top down with the code behind (批发和零售业 / 批发业 F51).</summary>
    protected override string FormatText(string text, Language language)
    {
        var path = All.Where(c => text.StartsWith(c.Code, StringComparison.Ordinal)).Select(c => c.Label.In(language)).ToList();
        return path.Count > 0 && All.Any(c => c.Code == text) ? $"{string.Join(" / ", path)} {text}" : text;
    }

    [GeneratedRegex(@"\A[A-T]([0-9]{2,4})?\z")]
    private static partial Regex Code4754();
}

/// <summary>An industry of the tree.</summary>
/// <param name="Code">Its code with the letter of its section.</param>
/// <param name="Label">Its name.</param>
/// <param name="Choices">Those below it.</param>
public sealed record IndustryChoice(string Code, LocalizedText Label, IReadOnlyList<IndustryChoice> Choices)
{
    /// <summary>Itself, then everything below it.</summary>
    public IEnumerable<IndustryChoice> WithAllBelow() => Choices.SelectMany(c => c.WithAllBelow()).Prepend(this);
}
