using System.Globalization;

namespace Beian.Definitions.Codes;

/// <summary>
/// Citizen's identity number (公民身份号码), GB 11643-1999: six digits of the division, the date of birth, three of the serial, a check
/// character. Residence permits of residents of Hong Kong, Macao and Taiwan (81, 82, 83) have the same form.
/// The numbers of 15 digits are void since 2013-01-01.
/// </summary>
public static class IdentityCard
{
    private const int Length = 18;
    private const int OldLength = 15;
    private const int YoungestRepresentative = 16;
    private const int Oldest = 120;
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static readonly HashSet<string> Provinces =
    [
        .. "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".Split(' '),
    ];

    /// <summary>Half-width, without spaces and hyphens, upper case.</summary>
    public static string Normalise(string text) => Typing.Compact(text);

    /// <summary>What is wrong with a normalised number; null when it is well-formed.</summary>
    public static CodeFault? Check(string number)
    {
        if (number.Length == OldLength && number.All(char.IsAsciiDigit))
            return CodeFault.Of(
                "old",
                "15 位的旧身份证号已停用，请填 18 位。",
                "Identity numbers of 15 digits are void; give the 18-character one."
            );
        if (CheckForm(number) is { } fault)
            return fault;
        if (!Provinces.Contains(number[..2]))
            return CodeFault.Of(
                "division",
                "前两位不是身份证使用的省级代码，请核对。",
                "The first two digits are no province of an identity number; please compare."
            );
        if (BirthOf(number) is null)
            return CodeFault.Of("birth", "第 7–14 位不是一个日期，请核对。", "Characters 7–14 are no date of birth; please compare.");
        return CheckCharacterOf(number);
    }

    /// <summary>What is wrong with the age of the person on a day; null for a person who can represent an enterprise (16 to 120).</summary>
    public static CodeFault? CheckAge(string number, DateOnly today)
    {
        if (Check(number) is not null || BirthOf(number) is not { } birth)
            return null;

        // One is a year older on the birthday; who was born on 29 February, on 1 March.
        var age = today.Year - birth.Year - ((today.Month, today.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);
        return age is >= YoungestRepresentative and <= Oldest
            ? null
            : CodeFault.Of(
                "age",
                $"按出生日期计算不在 {YoungestRepresentative}–{Oldest} 岁之间，请核对。",
                $"By the date of birth, the age is not between {YoungestRepresentative} and {Oldest}; please compare."
            );
    }

    /// <summary>The form and the check character that 18-character permits of foreigners share with identity cards.</summary>
    internal static CodeFault? CheckFormAndCheckCharacter(string number) => CheckForm(number) ?? CheckCharacterOf(number);

    private static CodeFault? CheckForm(string number)
    {
        if (number.Length != Length)
            return CodeFault.Length(Length, number.Length);
        for (var i = 0; i < Length; i++)
            if (!char.IsAsciiDigit(number[i]) && (i < Length - 1 || number[i] != 'X'))
                return i < Length - 1
                    ? CodeFault.Character(i + 1, number[i], "只能是数字", "only digits are allowed")
                    : CodeFault.Character(i + 1, number[i], "最后一位只能是数字或 X", "the last one is a digit or X");
        return number[..^1].All(c => c == '0') ? CodeFault.Zeros() : null;
    }

    private static CodeFault? CheckCharacterOf(string number)
    {
        var expected = CheckCharacters[Weights.Select((w, i) => w * (number[i] - '0')).Sum() % 11];
        return number[^1] == expected ? null : CodeFault.CheckCharacter(Length, expected, number[^1]);
    }

    private static DateOnly? BirthOf(string number) =>
        DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
            ? birth
            : null;
}
