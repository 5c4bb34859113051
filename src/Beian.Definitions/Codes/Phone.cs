using System.Buffers;
using System.Text.RegularExpressions;

namespace Beian.Definitions.Codes;

/// <summary>Telephone and fax numbers: mobile, landline with or without area code and extension, 400/800, international.</summary>
public static partial class Phone
{
    private static readonly SearchValues<char> _plain = SearchValues.Create("0123456789-");

    /// <summary>Half-width, without spaces around it; every dash is a hyphen; spaces stay only in international numbers.</summary>
    public static string Normalise(string text)
    {
        // By far most are so already.
        if (!text.AsSpan().ContainsAnyExcept(_plain))
            return text;
        var plain = string.Concat(Typing.Plain(text).Select(c => Typing.IsHyphen(c) ? '-' : c));
        return plain.StartsWith('+') ? plain : Typing.WithoutSpaces(Brackets().Replace(plain, "$1-"));
    }

    /// <summary>What is wrong with a normalised number; null when it is well-formed.</summary>
    public static CodeFault? Check(string number) =>
        Mobile().IsMatch(number) || Landline().IsMatch(number) || Service().IsMatch(number) || International().IsMatch(number)
            ? null
            : CodeFault.Of(
                "form",
                "电话号码格式不对：请填手机号（13800138000）、固定电话（010-12345678，分机 010-12345678-801）、400 电话或国际号码（+852 12345678）。",
                "This is no telephone number: give a mobile (13800138000), a landline (010-12345678, with extension 010-12345678-801), a 400 number or an international one (+852 12345678)."
            );

    // (010)12345678
    [GeneratedRegex(@"^\((0[0-9]{2,3})\)-?")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"^1[3-9][0-9]{9}\z")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(-[0-9]{1,6})?\z")]
    private static partial Regex Landline();

    [GeneratedRegex(@"^[48]00-?[0-9]{3}-?[0-9]{4}\z")]
    private static partial Regex Service();

    [GeneratedRegex(@"^\+[0-9]{1,3}[- ]?[0-9][0-9 -]{4,18}\z")]
    private static partial Regex International();
}
