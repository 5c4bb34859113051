namespace Beian.Definitions.Codes;

/// <summary>
/// Organisation code (组织机构代码), GB 11714: eight characters and a check character (modulo 11), kept without hyphen,
/// shown as <c>XXXXXXXX-X</c>.
/// </summary>
public static class OrgCode
{
    private const int BodyLength = 8;
    private static readonly CodeAlphabet Characters = new("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Half-width, without spaces and hyphens, upper case.</summary>
    public static string Normalise(string text) => Typing.Compact(text);

    /// <summary>What is wrong with a normalised code; null when it is well-formed.</summary>
    public static CodeFault? Check(string code)
    {
        if (code.Length != BodyLength + 1)
            return CodeFault.Length(BodyLength + 1, code.Length);
        for (var i = 0; i <= BodyLength; i++)
            if (!Characters.Contains(code[i]))
                return CodeFault.Character(i + 1, code[i], "只能是数字或大写字母", "only digits and letters are allowed");
        if (!code.AsSpan().ContainsAnyExcept('0'))
            return CodeFault.Zeros();

        var expected = CheckCharacter(code);
        return code[BodyLength] == expected ? null : CodeFault.CheckCharacter(BodyLength + 1, expected, code[BodyLength]);
    }

    /// <summary>The code as people read it: <c>XXXXXXXX-X</c>; as it is when it has another length.</summary>
    public static string Format(string code) => code.Length == BodyLength + 1 ? $"{code[..BodyLength]}-{code[BodyLength..]}" : code;

    /// <summary>The check character that belongs to the first eight characters.</summary>
    internal static char CheckCharacter(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < BodyLength; i++)
            sum += Characters.ValueOf(code[i]) * Weights[i];
        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }
}
