using System.Globalization;
using Beian.Definitions.Answers;
using Beian.Definitions.Codes;
using Beian.Web.Authorities;

namespace Beian.Web.Features.Admin;

/// <summary>An enterprise that does not exist, with a code that is well-formed and nobody's.</summary>
public sealed record DemoFirm(string NameZh, string NameEn, string Uscc, string Domicile, bool IsIndividual, int Index)
{
    private const string CodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly (string Zh, string En)[] Words =
    [
        ("云岚", "Yunlan"),
        ("海岳", "Haiyue"),
        ("晨帆", "Chenfan"),
        ("远岫", "Yuanxiu"),
        ("青禾", "Qinghe"),
        ("星桥", "Xingqiao"),
        ("南屿", "Nanyu"),
        ("松涧", "Songjian"),
        ("鹭洲", "Luzhou"),
        ("丰岭", "Fengling"),
        ("禾木", "Hemu"),
        ("越川", "Yuechuan"),
        ("澜亭", "Lanting"),
        ("竹屿", "Zhuyu"),
        ("金桅", "Jinwei"),
        ("白榆", "Baiyu"),
        ("望汀", "Wangting"),
        ("听溪", "Tingxi"),
        ("启舷", "Qixian"),
    ];

    private static readonly (string Zh, string En)[] Trades =
    [
        ("进出口", "Import & Export"),
        ("贸易", "Trading"),
        ("纺织品", "Textiles"),
        ("机电设备", "Machinery"),
        ("家居用品", "Homeware"),
        ("供应链", "Supply Chain"),
        ("食品", "Foods"),
        ("电子科技", "Electronics"),
        ("化工材料", "Materials"),
    ];

    /// <summary>The firm of a running number, at home where an authority is.</summary>
    /// <param name="mayBeIndividual">Whether some of them are individual businesses.</param>
    public static DemoFirm Of(int index, Authority home, bool mayBeIndividual = true)
    {
        var (word, trade) = (Words[index % Words.Length], Trades[index / 2 % Trades.Length]);
        var individual = mayBeIndividual && index % 17 == 5;
        var place = home.Name.Replace("商务局", "", StringComparison.Ordinal).Replace("商务厅", "", StringComparison.Ordinal);
        var form = individual ? ("商行", "Store") : ("有限公司", "Co., Ltd.");
        return new(
            $"{place}{word.Zh}示例{trade.Zh}{form.Item1}",
            $"{word.En} Sample {trade.En} {form.Item2}",
            Code(individual ? "92" : "91", home.Division, index),
            $"{place}示例路{index + 1}号",
            individual,
            index
        );
    }

    /// <summary>The same firm in another trade.</summary>
    /// <param name="trade">As it stands in its name.</param>
    public DemoFirm Called(string trade) =>
        this with
        {
            NameZh = NameZh[..(NameZh.IndexOf("示例", StringComparison.Ordinal) + 2)] + trade + "有限公司",
        };

    /// <summary>What the firm fills in.</summary>
    public AnswerSet Answers(string email)
    {
        var number = Index.ToString("D4", CultureInfo.InvariantCulture);
        var block = IsIndividual ? ("principalName", "principalId", "assets") : ("legalRepName", "legalRepId", "regCapital");
        var amount = 500_000m + Index * 37 % 90 * 100_000m;
        return AnswerSet.From(
            new Dictionary<string, string>
            {
                ["nameZh"] = NameZh,
                ["nameEn"] = NameEn,
                ["uscc"] = Uscc,
                ["domicile"] = Domicile,
                ["premisesZh"] = Domicile,
                ["premisesEn"] = $"No. {Index + 1} Sample Road",
                ["phone"] = $"020-8000{number}",
                ["fax"] = Index % 3 == 0 ? $"020-8001{number}" : "",
                ["zip"] = "510000",
                ["email"] = email,
                ["regDate"] = new DateOnly(2008 + Index % 16, 1 + Index % 12, 1 + Index % 28).ToString(
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture
                ),
                ["regNo"] = Uscc,
                ["kind"] = IsIndividual ? "individual" : "enterprise",
                [block.Item1] = "示例人" + (char)('甲' + Index % 2),
                [$"{block.Item2}.type"] = "passport",
                [$"{block.Item2}.number"] = $"E0000{number}",
                [$"{block.Item3}.amount"] = amount.ToString("0", CultureInfo.InvariantCulture),
                [$"{block.Item3}.currency"] = "CNY",
                [$"{block.Item3}.usd"] = (amount * 0.14m).ToString("0.00", CultureInfo.InvariantCulture),
            }
        );
    }

    // The organisation code begins with DEM, which real ones do not; the check characters are those the checks accept.
    internal static string Code(string kind, string division, int index)
    {
        var body = $"{kind}{division}DEM{index.ToString("D5", CultureInfo.InvariantCulture)}";
        var inner = CodeCharacters.Select(c => body + c).First(code => OrgCode.Check(code[8..]) is null);
        return CodeCharacters.Select(c => inner + c).First(code => Definitions.Codes.Uscc.Check(code) is null);
    }
}
