namespace Beian.Definitions.Codes;

/// <summary>
/// 进出口企业代码: since 1998 thirteen characters, the four digits of the filing office and the nine characters of the organisation code; who has none
/// got a code that begins with Z.
/// </summary>
public static class ImportExportCode
{
    /// <summary>How many characters it has.</summary>
    public const int Length = 13;

    private const int PrefixLength = 4;

    /// <summary>What is wrong with a code as it came from elsewhere; null when it is well-formed.</summary>
    /// <param name="organisation">The holder's organisation code, which it must end with; null where that is not known.</param>
    public static LocalizedText? Check(string code, string? organisation)
    {
        if (code.Length != Length)
            return CodeFault.Length(Length, code.Length).Message;
        for (var i = 0; i < PrefixLength; i++)
            if (!char.IsAsciiDigit(code[i]))
                return CodeFault.Character(i + 1, code[i], "前 4 位只能是数字", "the first four must be digits").Message;
        var own = code[PrefixLength..];
        if (organisation is not null)
            return own == organisation
                ? null
                : new(
                    $"后 9 位应为组织机构代码 {organisation}，现为 {own}。",
                    $"The last nine characters must be the organisation code {organisation}; they are {own}."
                );
        return own[0] == 'Z' && own[1..].All(char.IsAsciiDigit) ? null : OrgCode.Check(own)?.Message;
    }
}
