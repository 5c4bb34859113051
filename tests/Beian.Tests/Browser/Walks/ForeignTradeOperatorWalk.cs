namespace Beian.Tests.Browser.Walks;

/// <summary>对外贸易经营者备案登记, by an enterprise with a unified social credit code.</summary>
internal static class ForeignTradeOperatorWalk
{
    public const string Service = "foreign-trade-operator";

    public static ServiceWalk In(string folder)
    {
        var filer = Sample.New("贸易");
        return new()
        {
            Service = Service,
            Filer = filer,
            Route = "uscc",
            Answers =
            [
                ("nameZh", filer.Name),
                ("nameEn", "Walker Trading Co., Ltd."),
                ("uscc", filer.Uscc),
                ("domicile", "广东省广州市天河区演示路1号"),
                ("premisesZh", "广东省广州市天河区演示路1号801室"),
                ("premisesEn", "Room 801, No. 1 Yanshi Road, Tianhe District, Guangzhou"),
                ("phone", "020-60000000"),
                ("fax", "020-60000001"),
                ("zip", "510000"),
                ("email", "walker@example.test"),
                ("regDate", "2020-01-06"),
                ("kind", "enterprise"),
                ("legalRepName", "王小明"),
                ("legalRepId.type", "identity-card"),
                ("legalRepId.number", "11010519491231002X"),
                ("regCapital.amount", "1000000"),
                ("regCapital.currency", "CNY"),
                ("regCapital.usd", "140000"),
            ],
            Files = [("fLicence", Sample.WriteFile(folder, "营业执照.png"))],
            Correction = ("phone", "020-60000009"),
            Decision = [("operatorType", "limited")],
            Printed =
            [
                "4401" + filer.Uscc[8..17],
                "有限责任公司",
                "Room 801, No. 1 Yanshi Road, Tianhe District, Guangzhou",
                "020-60000009",
                "王小明",
                "11010519491231002X",
                "1,000,000.00",
                "140,000.00",
                "广州市商务局",
                "本对外贸易经营者作如下保证",
            ],
            Public = ["4401" + filer.Uscc[8..17]],
            Secret = ["11010519491231002X", "walker@example.test", "020-60000009", "王小明"],
        };
    }
}
