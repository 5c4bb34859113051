using Beian.Definitions.Answers;
using Beian.Definitions.Codes;

namespace Beian.Definitions.Fields;

/// <summary>One line of text.</summary>
public sealed record TextField : SingleField
{
    private const int MostChangesNamed = 8;

    /// <inheritdoc/>
    public override string Type => "text";

    /// <summary>How many characters it may have.</summary>
    public int Max { get; init; } = 500;

    /// <summary>Whether only half-width English characters are allowed; full-width ones are converted.</summary>
    public bool Ascii { get; init; }

    /// <inheritdoc/>
    public override string Normalise(string control, string text) =>
        Ascii ? EnglishText.Normalise(PlainText.Line(text)) : PlainText.Line(text);

    /// <inheritdoc/>
    public override LocalizedText? Conversion(string control, string text)
    {
        if (!Ascii || EnglishText.Changes(PlainText.Line(text)) is not { Count: > 0 } changes)
            return null;
        var list =
            string.Join("  ", changes.Take(MostChangesNamed).Select(c => $"{c.From} → {c.To}"))
            + (changes.Count > MostChangesNamed ? " …" : "");
        return new($"已将全角标点换成半角，请核对：{list}", $"Full-width characters were made half-width, please check: {list}");
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context)
    {
        if (Ascii && EnglishText.Check(text) is { } fault)
            yield return Wrong("ascii", fault.Message);
        foreach (var problem in CheckLength(text, Max))
            yield return problem;
    }
}
