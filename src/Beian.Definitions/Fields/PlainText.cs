using System.Text;

namespace Beian.Definitions.Fields;

/// <summary>Cleans typed text. Nothing here throws, and doing it twice changes nothing.</summary>
internal static class PlainText
{
    /// <summary>One line: control characters become blanks, broken characters U+FFFD, the ends are trimmed.</summary>
    public static string Line(string text) => Clean(text, keepLines: false).Trim();

    /// <summary>Several lines, ended by a line feed.</summary>
    public static string Lines(string text) => Clean(text.ReplaceLineEndings("\n"), keepLines: true).Trim();

    /// <summary>One line in half-width characters (NFKC).</summary>
    public static string HalfWidth(string text) => Clean(Line(text).Normalize(NormalizationForm.FormKC), keepLines: false).Trim();

    /// <summary>Half-width without any blank.</summary>
    public static string Compact(string text) => string.Concat(HalfWidth(text).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>How many characters a person counts.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    private static string Clean(string text, bool keepLines)
    {
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
}
