using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>An administrative division; kept as its six digits.</summary>
public sealed record RegionField : SingleField
{
    /// <inheritdoc/>
    public override string Type => "region";

    /// <summary>The level asked for: 1 province, 2 prefecture, 3 district or county. What has nothing below it is deep enough.</summary>
    public int Level { get; init; } = 3;

    /// <inheritdoc/>
    public override IEnumerable<LocalizedText> CheckSettings()
    {
        if (Level is < 1 or > 3)
            yield return new("level 应为 1、2 或 3。", "“level” must be 1, 2 or 3.");
    }

    /// <inheritdoc/>
    public override string Normalise(string control, string text)
    {
        var compact = PlainText.Compact(text);
        return Divisions.Find(compact) is null ? PlainText.Line(text) : compact;
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context)
    {
        if (Divisions.Find(text) is not { } division)
            yield return Wrong(
                "region",
                text.Length == 6 && text.All(char.IsAsciiDigit)
                    ? new(
                        $"区划代码 {text} 不在现行的行政区划中，可能已经撤并，请重新选择。",
                        $"The division {text} is no longer among the administrative divisions; it may have been merged. Please choose again."
                    )
                    : new("请从行政区划中选择。", "Choose an administrative division.")
            );
        else if (division.Level < Level && Divisions.Children(text).Any())
            yield return Wrong(
                "region-level",
                Level == 2
                    ? new("请选择到地级市。", "Choose down to the prefecture.")
                    : new("请选择到区、县。", "Choose down to the district or county.")
            );
    }

    /// <inheritdoc/>
    protected override string FormatText(string text, Language language) => Divisions.FullName(text) is { Length: > 0 } name ? name : text;
}
