using System.Buffers;
using System.Text;

namespace Beian.Definitions.Fields;

/// <summary>Cleans typed text. Nothing here throws, and doing it twice changes nothing.</summary>
public static class PlainText
{
    /// <summary>Control characters and the two that end lines and paragraphs.</summary>
    private static readonly SearchValues<char> _unclean = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl),
        '\u2028',
        '\u2029',
    ]);

    /// <summary>One line: control characters become blanks, broken characters U+FFFD, the ends are trimmed.</summary>
    public static string Line(string text) => Clean(text, keepLines: false).Trim();

    /// <summary>Several lines, ended by a line feed.</summary>
    public static string Lines(string text) => Clean(text.ReplaceLineEndings("\n"), keepLines: true).Trim();

    /// <summary>One line in half-width characters (NFKC).</summary>
    public static string HalfWidth(string text) => Clean(Line(text).Normalize(NormalizationForm.FormKC), keepLines: false).Trim();

    /// <summary>What somebody looks for: half-width, at most so many characters.</summary>
    public static string Sought(string? text, int most) => Cut(HalfWidth(text ?? ""), most);

    /// <summary>The beginning of a text: at most so many characters (UTF-16), none of them halved.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Half-width without any blank.</summary>
    public static string Compact(string text) =>
        HalfWidth(text) is var line && HasBlank(line) ? string.Concat(line.Where(c => !char.IsWhiteSpace(c))) : line;

    /// <summary>A code of letters and digits as typed: these alone, half-width and capital. People put blanks and hyphens where they like.</summary>
    public static string AsCode(string text) => string.Concat(HalfWidth(text).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>How many characters a person counts.</summary>
    public static int Length(string text) => HasSurrogates(text) ? text.EnumerateRunes().Count() : text.Length;

    private static string Clean(string text, bool keepLines)
    {
        // By far most texts are clean, and an import cleans many millions.
        if (!HasSurrogates(text) && !text.AsSpan().ContainsAny(_unclean))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // an unpaired surrogate comes out as U+FFFD
        {
            if (keepLines && rune.Value == '\n')
                clean.Append('\n');
            else if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
                clean.Append(' ');
            else
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static bool HasBlank(string text)
    {
        foreach (var c in text)
            if (char.IsWhiteSpace(c))
                return true;
        return false;
    }

    private static bool HasSurrogates(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
}
