using System.Text;

namespace Beian.Web.Features.Office.Filings.Redlines;

/// <summary>The words of a text: runs of letters and digits where blanks part words, else single characters. Together they are the text.</summary>
internal static class Words
{
    // From here on scripts are written without blanks between words (CJK radicals, kana, ideographs, full-width forms).
    private const int FirstWithoutBlanks = 0x2E80;

    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = 0;
        var at = 0;
        while (at < text.Length)
        {
            var length = LengthAt(text, at);
            if (!IsPartOfWord(text, at))
            {
                if (at > start)
                    words.Add(text[start..at]);
                words.Add(text.Substring(at, length));
                start = at + length;
            }
            at += length;
        }
        if (at > start)
            words.Add(text[start..]);
        return words;
    }

    private static int LengthAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;

    private static bool IsPartOfWord(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) && rune.Value < FirstWithoutBlanks && Rune.IsLetterOrDigit(rune);
}
