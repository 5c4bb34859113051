using System.Text.RegularExpressions;

namespace Beian.Definitions.Codes;

/// <summary>
/// Number of an internet filing: ICP filing (京ICP备12345678号-1), ICP licence (京ICP证030173号), value-added telecommunications licence
/// (京B2-20090059) or public-security filing (京公网安备11000002000001号).
/// </summary>
public static partial class IcpNumber
{
    private const string Province = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";

    /// <summary>Half-width, without spaces, upper case.</summary>
    public static string Normalise(string text) =>
        string.Concat(Typing.WithoutSpaces(text).Select(c => Typing.IsHyphen(c) ? '-' : c)).ToUpperInvariant();

    /// <summary>What is wrong with a normalised number; null when it is well-formed.</summary>
    public static CodeFault? Check(string number) =>
        Filing().IsMatch(number) || Licence().IsMatch(number) || Telecommunications().IsMatch(number) || PublicSecurity().IsMatch(number)
            ? null
            : CodeFault.Of(
                "form",
                "备案号格式不对，如 京ICP备12345678号-1、京ICP证030173号、京B2-20090059 或 京公网安备11000002000001号。",
                "This is no filing number such as 京ICP备12345678号-1, 京ICP证030173号, 京B2-20090059 or 京公网安备11000002000001号."
            );

    // Suffix of the site; A: app, X: mini program, K: quick app.
    [GeneratedRegex("^" + Province + @"ICP备[0-9]{5,10}号(-[0-9]{1,4}[AXK]?)?\z")]
    private static partial Regex Filing();

    [GeneratedRegex("^" + Province + @"ICP证[0-9]{5,10}号(-[0-9]{1,4})?\z")]
    private static partial Regex Licence();

    [GeneratedRegex("^(" + Province + @"|合字)?[AB][0-9]-[0-9]{8}\z")]
    private static partial Regex Telecommunications();

    [GeneratedRegex("^" + Province + @"公网安备[0-9]{14}号\z")]
    private static partial Regex PublicSecurity();
}
