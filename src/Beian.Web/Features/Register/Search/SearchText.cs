using System.Buffers;
using System.Text;

namespace Beian.Web.Features.Register.Search;

/// <summary>
/// The form in which names are compared: NFKC, case folded, brackets and dashes of one kind, white space squeezed to one
/// space and none beside a Chinese character. Names in the index and words of a query go the same way.
/// </summary>
public static class SearchText
{
    // What NFKC leaves different though people mean the same.
    private static readonly SearchValues<char> Opening = SearchValues.Create("[{〔【〖〈《「『〘〚");
    private static readonly SearchValues<char> Closing = SearchValues.Create("]}〕】〗〉》」』〙〛");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("‐‑‒–—―−");
    private static readonly SearchValues<char> Dots = SearchValues.Create("•∙⋅・‧");
    private static readonly SearchValues<char> PlainCode = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> Quotes = SearchValues.Create("‘’′ʼ`´");

    /// <summary>A name, or part of one, as it is compared.</summary>
    public static string Normalise(string text) => PlainNames.Normalise(text) ?? NormaliseAny(text);

    internal static string NormaliseAny(string text)
    {
        var folded = Fold(text);
        var kept = new StringBuilder(folded.Length);
        var space = false;
        foreach (var c in folded)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }
            if (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
                continue;
            if (space && kept.Length > 0 && kept[^1] < 0x2E80 && c < 0x2E80)
                kept.Append(' ');
            space = false;
            kept.Append(Unify(c));
        }
        return kept.ToString();
    }

    /// <summary>The words of a query, each to be found in a name; equal ones once.</summary>
    public static IReadOnlyList<string> Terms(string query)
    {
        var terms = new List<string>();
        foreach (var word in query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        foreach (var part in Normalise(word).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (!terms.Contains(part))
                terms.Add(part);
        return terms;
    }

    /// <summary>A code as it is compared: upper case, half width, without hyphens and spaces; empty where it cannot be one.</summary>
    public static string Code(string text)
    {
        if (text.Length > 64)
            return "";
        if (!text.AsSpan().ContainsAnyExcept(PlainCode))
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in Fold(text))
        {
            if (char.IsAsciiLetterOrDigit(c))
                kept.Append(char.ToUpperInvariant(c));
            else if (!char.IsWhiteSpace(c) && Unify(c) != '-')
                return "";
        }
        return kept.ToString();
    }

    private static string Fold(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var whole = WithoutBrokenPairs(text).Normalize(NormalizationForm.FormKC);
        var lower = whole.ToLowerInvariant();
        // Lower case of a composed character may compose further, so once more.
        return lower == whole ? whole : lower.Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Half a surrogate pair is no character, and Normalize refuses it.</summary>
    private static string WithoutBrokenPairs(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;

    private static char Unify(char c) =>
        c < 0x80 && c is not ('[' or ']' or '{' or '}' or '`') ? c
        : Opening.Contains(c) ? '('
        : Closing.Contains(c) ? ')'
        : Dashes.Contains(c) ? '-'
        : Dots.Contains(c) ? '·'
        : Quotes.Contains(c) ? '\''
        : c;
}
