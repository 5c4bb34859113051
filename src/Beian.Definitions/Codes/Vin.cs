namespace Beian.Definitions.Codes;

/// <summary>Vehicle identification number (车辆识别代号), GB 16735 and ISO 3779: 17 characters without I, O and Q, the ninth a check character.</summary>
public static class Vin
{
    private const int Length = 17;
    private const int CheckAt = 8;
    private const string Characters = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    private const string Worths = "012345678912345678123457923456789";
    private static readonly int[] Weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    /// <summary>Half-width, without spaces and hyphens, upper case.</summary>
    public static string Normalise(string text) => Typing.Compact(text);

    /// <summary>
    /// What is wrong with a normalised number; null when it is well-formed. For vehicles before 2005, three-wheelers, low-speed
    /// trucks and motorcycles a fault of the <c>check</c> character is a warning only.
    /// </summary>
    public static CodeFault? Check(string vin)
    {
        if (vin.Length != Length)
            return CodeFault.Length(Length, vin.Length);
        for (var i = 0; i < Length; i++)
            if (!Characters.Contains(vin[i]))
                return CodeFault.Character(
                    i + 1,
                    vin[i],
                    "只能是数字或大写字母，且不用 I、O、Q",
                    "only digits and letters are allowed, without I, O and Q"
                );
        if (vin.All(c => c == '0'))
            return CodeFault.Zeros();

        var remainder = vin.Select((c, i) => (Worths[Characters.IndexOf(c)] - '0') * Weights[i]).Sum() % 11;
        var expected = remainder == 10 ? 'X' : (char)('0' + remainder);
        return vin[CheckAt] == expected ? null : CodeFault.CheckCharacter(CheckAt + 1, expected, vin[CheckAt]);
    }
}
