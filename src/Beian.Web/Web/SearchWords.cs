using Beian.Definitions;
using Beian.Definitions.Fields;

namespace Beian.Web.Web;

/// <summary>Finding a name in a short list by some of its words, in either language: full width or half, capital or small.</summary>
public static class SearchWords
{
    private const int Longest = 100;

    /// <summary>What was typed, without spaces around it and of bounded length.</summary>
    public static string Tidy(string? typed) => PlainText.Cut((typed ?? "").Trim(), Longest);

    /// <summary>Whether every word of <paramref name="words"/> stands somewhere in the names; no words match everything.</summary>
    public static bool Match(string words, params IEnumerable<LocalizedText?> names)
    {
        var text = Same(string.Join('\n', names.OfType<LocalizedText>().Select(n => $"{n.Zh}\n{n.En}")));
        return Same(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => text.Contains(w, StringComparison.Ordinal));
    }

    private static string Same(string text) => PlainText.HalfWidth(text).ToUpperInvariant();
}
