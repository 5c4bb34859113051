namespace Beian.Definitions.Codes;

/// <summary>A text in English: printable half-width ASCII only (the manual: 英文半角字符).</summary>
public static class EnglishText
{
    // What NFKC leaves: the punctuation of Chinese and of typographers.
    private static readonly Dictionary<char, string> Marks = new()
    {
        ['。'] = ".",
        ['、'] = ",",
        ['“'] = "\"",
        ['”'] = "\"",
        ['„'] = "\"",
        ['‘'] = "'",
        ['’'] = "'",
        ['「'] = "\"",
        ['」'] = "\"",
        ['『'] = "\"",
        ['』'] = "\"",
        ['《'] = "\"",
        ['》'] = "\"",
        ['【'] = "[",
        ['】'] = "]",
        ['·'] = ".",
        ['−'] = "-",
    };

    /// <summary>Full-width letters, digits and punctuation become half-width; line breaks become spaces; ends are trimmed.</summary>
    public static string Normalise(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? string.Concat(text.EnumerateRunes().Select(r => Half(r.ToString()))).Trim()
            : text.Trim();

    /// <summary>What <see cref="Normalise"/> changes besides blanks, for telling the filer: each character once, in order.</summary>
    public static IReadOnlyList<(string From, string To)> Changes(string text) =>
        [
            .. text.EnumerateRunes()
                .Select(r => r.ToString())
                .Where(c => !string.IsNullOrWhiteSpace(c))
                .Select(c => (From: c, To: Half(c)))
                .Where(c => c.From != c.To)
                .Distinct(),
        ];

    /// <summary>What is wrong with a normalised text; null when it is English.</summary>
    public static CodeFault? Check(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return null;
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            position++;
            if (rune.Value is < ' ' or > '~')
                return CodeFault.Of(
                    "character",
                    $"第 {position} 个字符“{rune}”不是英文半角字符。",
                    $"Character {position} ('{rune}') is not a half-width English character."
                );
        }
        return null;
    }

    private static string Half(string character)
    {
        if (character.Length == 1 && Marks.TryGetValue(character[0], out var mark))
            return mark;
        if (string.IsNullOrWhiteSpace(character))
            return " ";

        var plain = Typing.Plain(character);
        if (plain.Length == 1 && Typing.IsHyphen(plain[0]))
            return "-";

        // Only what becomes English is changed; anything else stays as typed and is reported by Check.
        return plain.Length > 0 && plain.All(c => c is >= ' ' and <= '~') ? plain : character;
    }
}
