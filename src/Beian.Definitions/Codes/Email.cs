using System.Text;

namespace Beian.Definitions.Codes;

/// <summary>E-mail address: one @, something before it, a domain with a dot behind it, 254 characters at most. Any script is allowed.</summary>
public static class Email
{
    private const int MaxLength = 254;

    /// <summary>Half-width, without spaces around it; the ideographic full stop of a Chinese keyboard becomes a dot.</summary>
    public static string Normalise(string text) => Typing.Plain(text).Replace('。', '.').Replace('｡', '.');

    /// <summary>What is wrong with a normalised address; null when it is well-formed.</summary>
    public static CodeFault? Check(string address)
    {
        if (address.Length > MaxLength)
            return CodeFault.Of("length", $"邮箱最长 {MaxLength} 个字符。", $"An e-mail address has {MaxLength} characters at most.");
        if (address.EnumerateRunes().Any(r => Rune.IsWhiteSpace(r) || Rune.IsControl(r)))
            return CodeFault.Of("character", "邮箱中不能有空格。", "An e-mail address has no spaces.");
        if (address.IndexOfAny(['<', '>', '(', ')', ',', ';', ':', '"', '\\', '[', ']']) is >= 0 and var at)
            return CodeFault.Character(
                at + 1,
                address[at],
                "邮箱中不能用这个符号；一次只填一个邮箱",
                "an address has no such character; give one address"
            );

        var parts = address.Split('@');
        if (parts is not [{ Length: > 0 }, { Length: > 0 } domain])
            return CodeFault.Of(
                "form",
                "邮箱要有且只有一个 @，如 name@example.com。",
                "An e-mail address has one @, as in name@example.com."
            );
        return IsDomain(domain)
            ? null
            : CodeFault.Of(
                "domain",
                "@ 后面的域名不完整，如 example.com。",
                "What follows the @ is no complete domain such as example.com."
            );
    }

    /// <summary>Whether a text is a domain of at least two labels.</summary>
    internal static bool IsDomain(string text)
    {
        var labels = text.Split('.');
        return labels.Length > 1 && labels.All(l => l.Length is > 0 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(IsOfLabel));
    }

    private static bool IsOfLabel(char character) =>
        char.IsLetterOrDigit(character)
        || character == '-'
        || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
