namespace Beian.Bench;

/// <summary>A foreign trade operator's form without a mistake.</summary>
public static class SampleAnswers
{
    /// <summary>Control → what is typed.</summary>
    public static IReadOnlyDictionary<string, string> Enterprise { get; } =
        new Dictionary<string, string>
        {
            ["kind"] = "enterprise",
            ["nameZh"] = "北京样例进出口有限公司",
            ["nameEn"] = "Beijing Example Import and Export Co., Ltd.",
            ["uscc"] = "91110108MA9900X1XQ",
            ["domicile"] = "北京市海淀区样例路8号801室",
            ["premisesZh"] = "北京市海淀区样例路8号801室",
            ["premisesEn"] = "Room 801, No. 8 Example Road, Haidian District, Beijing",
            ["phone"] = "010-60000000",
            ["zip"] = "100080",
            ["email"] = "filer@example.com",
            ["regDate"] = "2020-01-05",
            ["legalRepName"] = "张三",
            ["legalRepId.type"] = "identity-card",
            ["legalRepId.number"] = "11010519491231002X",
            ["regCapital.amount"] = "5000000",
            ["regCapital.currency"] = "CNY",
            ["regCapital.usd"] = "700000",
        };
}
