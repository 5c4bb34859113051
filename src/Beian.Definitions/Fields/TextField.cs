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

    /// <summary>The characters it takes.</summary>
    public Charset Charset { get; init; }

    /// <inheritdoc/>
    public override string Normalise(string control, string text) =>
        Charset switch
        {
            Charset.Ascii => EnglishText.Normalise(PlainText.Line(text)),
            Charset.Digits when PlainText.Compact(text) is var digits && IsDigits(digits) => digits,
            _ => PlainText.Line(text),
        };

    /// <inheritdoc/>
    public override LocalizedText? Conversion(string control, string text)
    {
        if (Charset != Charset.Ascii || EnglishText.Changes(PlainText.Line(text)) is not { Count: > 0 } changes)
            return null;
        var list =
            string.Join("  ", changes.Take(MostChangesNamed).Select(c => $"{c.From} → {c.To}"))
            + (changes.Count > MostChangesNamed ? " …" : "");
        return new($"已将全角标点换成半角，请核对：{list}", $"Full-width characters were made half-width, please check: {list}");
    }

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Check(string text, EvaluationContext context) =>
        Charset == Charset.Any ? CheckLength(text, Max) : CheckCharacters(text);

    private IEnumerable<Problem> CheckCharacters(string text)
    {
        if (Charset == Charset.Ascii && EnglishText.Check(text) is { } fault)
            yield return Wrong("ascii", fault.Message);
        if (Charset == Charset.Digits && !IsDigits(text))
            yield return Wrong("digits", new("只能填数字 0 到 9。", "Only the digits 0 to 9 are allowed."));
        foreach (var problem in CheckLength(text, Max))
            yield return problem;
    }

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}
