namespace Beian.Definitions.Codes;

/// <summary>
/// Business registration number (工商注册号), GS 15-2006: six digits of the registering office, eight of the serial, a check digit
/// (ISO 7064 MOD 11,10).
/// </summary>
public static class RegistrationNumber
{
    private const int Length = 15;
    private const int OldLength = 13;

    /// <summary>Half-width, without spaces and hyphens, upper case.</summary>
    public static string Normalise(string text) => Typing.Compact(text);

    /// <summary>What is wrong with a normalised number; null when it is well-formed.</summary>
    public static CodeFault? Check(string number)
    {
        if (number.Length != Length)
            return CodeFault.Length(Length, number.Length);
        for (var i = 0; i < Length; i++)
            if (!char.IsAsciiDigit(number[i]))
                return CodeFault.Character(i + 1, number[i], "只能是数字", "only digits are allowed");
        if (number.All(c => c == '0'))
            return CodeFault.Zeros();

        var expected = CheckDigit(number);
        return number[^1] == expected ? null : CodeFault.CheckCharacter(Length, expected, number[^1]);
    }

    /// <summary>Whether a normalised number has the 13 digits used before 2007-07-01, which carry no check digit.</summary>
    public static bool IsOld(string number) => number.Length == OldLength && number.All(char.IsAsciiDigit) && number.Any(c => c != '0');

    private static char CheckDigit(string number)
    {
        var product = 10;
        foreach (var digit in number.AsSpan(0, Length - 1))
        {
            var sum = (product + (digit - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + ((11 - product) % 10));
    }
}
