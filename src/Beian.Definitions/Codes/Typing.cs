using System.Buffers;
using System.Text;

namespace Beian.Definitions.Codes;

/// <summary>Evens out how a code was typed or pasted.</summary>
internal static class Typing
{
    private static readonly SearchValues<char> _plain = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>Compatibility forms become plain ones (NFKC: full-width digits, letters and marks become half-width), ends are trimmed.</summary>
    public static string Plain(string text)
    {
        if (Ascii.IsValid(text))
            return text.Trim();
        // A lone half of a surrogate pair, which no person types, would make Normalize throw.
        var wellFormed = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;
        return wellFormed.Normalize(NormalizationForm.FormKC).Trim();
    }

    /// <summary>As <see cref="Plain"/>, without spaces and hyphens, in upper case.</summary>
    public static string Compact(string text) => Without(text, c => IsSpace(c) || IsHyphen(c)).ToUpperInvariant();

    /// <summary>As <see cref="Plain"/>, without spaces.</summary>
    public static string WithoutSpaces(string text) => Without(text, IsSpace);

    private static string Without(string text, Func<char, bool> drop)
    {
        // By far most codes have nothing to drop.
        if (!text.AsSpan().ContainsAnyExcept(_plain))
            return text;
        var plain = Plain(text);
        foreach (var c in plain)
            if (drop(c))
                // What is left may combine anew (a letter and an accent that a space kept apart).
                return string.Concat(plain.Where(c => !drop(c))).Normalize(NormalizationForm.FormKC);
        return plain;
    }

    // Pasted text brings invisible characters along (zero-width spaces, direction marks).
    private static bool IsSpace(char character) =>
        char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format;

    /// <summary>Whether a character is one of the many dashes.</summary>
    public static bool IsHyphen(char character) =>
        char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.DashPunctuation || character == '−';
}
