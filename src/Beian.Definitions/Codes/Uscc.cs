namespace Beian.Definitions.Codes;

/// <summary>
/// Unified social credit code (统一社会信用代码), GB 32100-2015: registering department, category, six digits of the division,
/// the nine characters of the organisation code (GB 11714, with its own check character), check character (modulo 31).
/// </summary>
public static class Uscc
{
    private const int Length = 18;
    private const int OrgCodeAt = 8;
    private const int OrgCodeLength = 9;

    // Without I, O, S, V and Z, which are easily mistaken for digits or each other.
    private static readonly CodeAlphabet Characters = new("0123456789ABCDEFGHJKLMNPQRTUWXY");

    /// <summary>Half-width, without spaces and hyphens, upper case.</summary>
    public static string Normalise(string text) => Typing.Compact(text);

    /// <summary>What is wrong with a normalised code; null when it is well-formed. Whether a service accepts it is the service's business.</summary>
    public static CodeFault? Check(string code)
    {
        if (code.Length != Length)
            return CodeFault.Length(Length, code.Length);
        if (CheckCharacters(code) is { } fault)
            return fault;
        if (!code.AsSpan().ContainsAnyExcept('0'))
            return CodeFault.Zeros();

        var expected = CheckCharacter(code);
        if (code[^1] != expected)
            return CodeFault.CheckCharacter(Length, expected, code[^1]);

        var orgCode = OrgCodeOf(code);
        var expectedInside = OrgCode.CheckCharacter(orgCode);
        return orgCode[^1] == expectedInside
            ? null
            : CodeFault.Of(
                "org-code",
                $"第 9–17 位的组织机构代码校验不符：第 17 位应为“{expectedInside}”，现为“{orgCode[^1]}”。请逐位核对。",
                $"The organisation code inside (characters 9–17) fails its check: character 17 would be '{expectedInside}', not '{orgCode[^1]}'. Please compare all."
            );
    }

    /// <summary>The organisation code inside a well-formed code: characters 9–17.</summary>
    public static string OrgCodeOf(string code) => code.Substring(OrgCodeAt, OrgCodeLength);

    private static CodeFault? CheckCharacters(string code)
    {
        for (var i = 0; i < Length; i++)
        {
            if (i is >= 2 and < OrgCodeAt)
            {
                if (!char.IsAsciiDigit(code[i]))
                    return CodeFault.Character(
                        i + 1,
                        code[i],
                        "第 3–8 位是行政区划码，只能是数字",
                        "characters 3–8 are the division and must be digits"
                    );
            }
            else if (!Characters.Contains(code[i]))
                return CodeFault.Character(
                    i + 1,
                    code[i],
                    "只能是数字或大写字母，且不用 I、O、S、V、Z",
                    "only digits and letters are allowed, without I, O, S, V and Z"
                );
        }
        return null;
    }

    private static char CheckCharacter(string code)
    {
        var (sum, weight) = (0, 1);
        for (var i = 0; i < Length - 1; i++)
        {
            sum += Characters.ValueOf(code[i]) * weight;
            weight = weight * 3 % 31;
        }
        return Characters[(31 - (sum % 31)) % 31];
    }
}
