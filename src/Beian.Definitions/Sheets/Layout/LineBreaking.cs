using System.Globalization;
using System.Text;

namespace Beian.Definitions.Sheets.Layout;

/// <summary>
/// Where a line may end: between Chinese characters, after blanks and hyphens; never before what closes (，。）) and never
/// after what opens (（《).
/// </summary>
internal static class LineBreaking
{
    private const string NoStart = "，。、；：？！）》」』】〕〉〗”’…—％·～,.;:?!)]}%>»℃";
    private const string NoEnd = "（《「『【〔〈〖“‘([{<«￥¥$□☐☑■";
    private const string BreakAfter = "-/@_&=";

    /// <summary>Whether a line may end between two characters that stand beside each other.</summary>
    public static bool IsAllowed(string before, string after)
    {
        if (IsBlank(after))
            return false;
        if (NoStart.Contains(after[0], StringComparison.Ordinal))
            return false;
        if (IsBlank(before))
            return true;
        if (NoEnd.Contains(before[0], StringComparison.Ordinal))
            return false;
        return IsWide(before) || IsWide(after) || BreakAfter.Contains(before[0], StringComparison.Ordinal);
    }

    /// <summary>Whether a character takes no ink.</summary>
    public static bool IsBlank(string element) => element.All(char.IsWhiteSpace);

    /// <summary>Whether a character belongs to a script that is written without blanks.</summary>
    public static bool IsWide(string element)
    {
        var rune = Rune.GetRuneAt(element, 0).Value;
        return rune switch
        {
            < 0x2E80 => rune is >= 0x1100 and <= 0x11FF or >= 0x25A0 and <= 0x25FF or >= 0x2600 and <= 0x27BF,
            _ => CharUnicodeInfo.GetUnicodeCategory(element, 0) is not UnicodeCategory.NonSpacingMark,
        };
    }
}
