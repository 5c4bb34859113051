namespace Beian.Definitions;

/// <summary>The languages of the product; Chinese is the one a text must have.</summary>
public enum Language
{
    /// <summary>Simplified Chinese.</summary>
    Zh,

    /// <summary>English.</summary>
    En,
}

/// <summary>A text for people in both languages.</summary>
/// <param name="Zh">The Chinese text, never empty.</param>
/// <param name="En">The English text; the Chinese one where a text has no English (titles of laws).</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.En ? En : Zh;

    /// <summary>Several texts in a row, separated as each language does it.</summary>
    public static LocalizedText Join(IReadOnlyCollection<LocalizedText> texts) =>
        new(string.Join('、', texts.Select(t => t.Zh)), string.Join(", ", texts.Select(t => t.En)));
}
