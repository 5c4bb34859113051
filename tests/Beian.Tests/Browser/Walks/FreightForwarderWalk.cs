namespace Beian.Tests.Browser.Walks;

/// <summary>国际货运代理企业备案, form (2): a branch, which also tells of its head office.</summary>
internal static class FreightForwarderWalk
{
    public const string Service = "freight-forwarder";

    public static ServiceWalk In(string folder)
    {
        var filer = Sample.New("国际货代");
        return new()
        {
            Service = Service,
            Filer = filer,
            Route = "branch",
            Answers =
            [
                ("nameZh", filer.Name),
                ("nameEn", "Walker International Freight Forwarding Co., Ltd. Guangzhou Branch"),
                ("uscc", filer.Uscc),
                ("orgType", "limited"),
                ("domicile", "广东省广州市黄埔区演示路2号"),
                ("premisesZh", "广东省广州市黄埔区演示路2号1206室"),
                ("premisesEn", "Room 1206, No. 2 Yanshi Road, Huangpu District, Guangzhou"),
                ("phone", "020-60000000"),
                ("fax", "020-60000001"),
                ("zip", "510700"),
                ("email", "walker@example.test"),
                ("url", "www.example.test"),
                ("regDate", "2020-01-06"),
                ("capital", "1,234.5"),
                ("capitalCurrency", "CNY"),
                ("legalRepName", "王小明"),
                ("legalRepId.type", "identity-card"),
                ("legalRepId.number", "11010519491231002X"),
                ("headName", "北京样例国际货运代理有限公司"),
                ("headUscc", "91110108MA9900X1XQ"),
                ("headFormNo", "00000001"),
                ("transport", "sea land"),
                ("cargo", "general transit"),
                ("services", "booking containers customs"),
                ("multimodal", "yes"),
                ("express", "no"),
            ],
            Files = [("fLicence", Sample.WriteFile(folder, "营业执照.png")), ("fHeadForm", Sample.WriteFile(folder, "总公司备案表.png"))],
            Correction = ("phone", "020-60000009"),
            Decision = [("remarks", "已核对总公司备案表")],
            Printed =
            [
                "备案表（二）分支机构",
                "Walker International Freight Forwarding Co., Ltd. Guangzhou Branch",
                "https://www.example.test",
                "1,234.5",
                "人民币",
                "11010519491231002X",
                "北京样例国际货运代理有限公司",
                "91110108MA9900X1XQ",
                "■海运　□空运　■陆运",
                "□托运　■定舱　□仓储中转　■集装箱拼装拆箱　□结算运杂费　■报关",
                "已核对总公司备案表",
                "广州市商务局",
                "本国际货运代理企业作如下保证",
            ],
            Public = [filer.Uscc, "海运、陆运", "集装箱拼装拆箱", "北京样例国际货运代理有限公司"],
            Secret = ["11010519491231002X", "walker@example.test", "020-60000009", "王小明", "1,234.5"],
        };
    }
}
