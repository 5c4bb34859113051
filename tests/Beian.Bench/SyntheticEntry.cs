using Beian.Definitions.Answers;

namespace Beian.Bench;

/// <summary>An operator that does not exist: names from syllable lists, codes that are well-formed. The same number always gives the same one.</summary>
/// <param name="Brand">The part of the name that tells it from others.</param>
public sealed record SyntheticEntry(string Number, string Code, string Uscc, string Brand, string Name, string NameEn, AnswerSet Answers)
{
    private const string UsccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] OrgCodeWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    public static SyntheticEntry At(int index)
    {
        var random = new Random(index * 7919 + 17);
        var place = Words.Places[random.Next(Words.Places.Length)];
        var length = random.Next(10) < 5 ? 4 : random.Next(2, 4);
        var syllables = Enumerable.Range(0, length).Select(_ => Words.Syllables[random.Next(Words.Syllables.Length)]).ToArray();
        var trade = Words.Trades[random.Next(Words.Trades.Length)];
        var (suffix, suffixEn) = random.Next(10) < 8 ? ("有限公司", "CO., LTD.") : ("股份有限公司", "CORP., LTD.");

        var brand = string.Concat(syllables.Select(s => s.Zh));
        var bracketed = random.Next(12) == 0;
        var name = bracketed ? $"{brand}（{place.Zh}）{trade.Zh}{suffix}" : $"{place.Zh}市{brand}{trade.Zh}{suffix}";
        var nameEn = $"{place.En} {string.Concat(syllables.Select(s => s.En)).ToUpperInvariant()} {trade.En} {suffixEn}";
        var uscc = UsccOf(place.Division, index);
        var number = $"{index + 1:D8}";
        var code = $"{place.Division.AsSpan(0, 2)}00{uscc.AsSpan(8, 9)}";
        return new(number, code, uscc, brand, name, nameEn, AnswersOf(number, code, uscc, name, nameEn, place, random));
    }

    private static AnswerSet AnswersOf(
        string number,
        string code,
        string uscc,
        string name,
        string nameEn,
        (string Zh, string En, string Division) place,
        Random random
    ) =>
        AnswerSet.From(
            new Dictionary<string, string>
            {
                ["formNo"] = number,
                ["ieCode"] = code,
                ["nameZh"] = name,
                ["nameEn"] = nameEn,
                ["uscc"] = uscc,
                ["domicile"] = $"{place.Zh}市示范区样本路{random.Next(1, 2000)}号",
                ["premisesZh"] = $"{place.Zh}市示范区样本路{random.Next(1, 2000)}号",
                ["premisesEn"] = $"NO.{random.Next(1, 2000)} SAMPLE ROAD, {place.En}, CHINA",
                ["zip"] = $"{random.Next(100000, 860000)}",
                ["fax"] = $"010-5555{random.Next(10000):D4}",
                ["regDate"] = $"20{random.Next(1, 26):D2}-0{random.Next(1, 10)}-1{random.Next(10)}",
            }
        );

    private static string UsccOf(string division, int index)
    {
        var body = $"{index:D8}";
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
            sum += (body[i] - '0') * OrgCodeWeights[i];
        var check = 11 - sum % 11;
        var first17 =
            "91"
            + division
            + body
            + (
                check == 10 ? "X"
                : check == 11 ? "0"
                : $"{check}"
            );
        var (total, weight) = (0, 1);
        foreach (var c in first17)
        {
            total += UsccAlphabet.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }
        return first17 + UsccAlphabet[(31 - total % 31) % 31];
    }
}
