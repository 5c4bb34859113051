namespace Beian.Definitions.Codes;

/// <summary>Chinese post code (邮政编码): six digits, the first 0 to 8.</summary>
public static class Postcode
{
    private const int Length = 6;

    /// <summary>Half-width, without spaces and hyphens.</summary>
    public static string Normalise(string text) => Typing.Compact(text);

    /// <summary>What is wrong with a normalised post code; null when it is well-formed.</summary>
    public static CodeFault? Check(string code)
    {
        if (code.Length != Length)
            return CodeFault.Length(Length, code.Length);
        for (var i = 0; i < Length; i++)
            if (!char.IsAsciiDigit(code[i]))
                return CodeFault.Character(i + 1, code[i], "邮政编码只能是数字", "a post code has only digits");
        if (code.All(c => c == '0'))
            return CodeFault.Zeros();
        return code[0] == '9' ? CodeFault.Character(1, code[0], "邮政编码以 0–8 开头", "a post code begins with 0 to 8") : null;
    }
}
