namespace Beian.Tests.Browser.Walks;

/// <summary>商业特许经营备案, within one province: a franchisor with two stores, one brand and two outlets, rows added to each table.</summary>
internal static class CommercialFranchiseWalk
{
    public const string Service = "commercial-franchise";

    private static readonly string[] _files =
    [
        "fLicence",
        "fLegalId",
        "fResources",
        "fStores",
        "fFirstContract",
        "fContract",
        "fManual",
        "fDisclosure",
        "fPlan",
    ];

    public static ServiceWalk In(string folder)
    {
        var filer = Sample.New("茶饮");
        var signedOn = $"{TimeProvider.System.GetUtcNow().AddDays(-5):yyyy-MM-dd}";
        return new()
        {
            Service = Service,
            Filer = filer,
            Authority = "A440000",
            AuthorityQuery = "广东",
            Route = "within-province",
            Answers =
            [
                ("nameZh", filer.Name),
                ("uscc", filer.Uscc),
                ("nature", "private"),
                ("foundedOn", "2018-03-01"),
                ("regCapital", "1,000"),
                ("legalRep", "王小明"),
                ("legalRepId.type", "identity-card"),
                ("legalRepId.number", "11010519491231002X"),
                ("regRegion", "440106"),
                ("address", "广东省广州市天河区演示路1号801室"),
                ("zip", "510000"),
                ("phone", "020-60000000"),
                ("contactName", "李小红"),
                ("contactMobile", "13800000000"),
                ("email", "walker@example.test"),
                ("brandName", "行路茶"),
                ("brandCount", "2"),
                ("otherBrands", "行路咖啡"),
                ("business", "catering"),
                ("needsPermit", "no"),
                ("firstContractOn", signedOn),
                ("firstFranchisee", "佛山样例餐饮店"),
                ("resources.0.kind", "trademark"),
                ("resources.0.title", "行路茶"),
                ("resources.0.certNo", "99000001"),
                ("resources.0.niceClass", "43"),
                ("resources.0.holder", "own"),
                ("resources.0.validUntil", "2099-06-06"),
                ("resources.1.kind", "logo"),
                ("resources.1.title", "行路茶杯形标志"),
                ("resources.1.holder", "own"),
                ("stores.0.name", "行路茶天河店"),
                ("stores.0.relation", "branch"),
                ("stores.0.storeCode", "91440106MA9900F4X0"),
                ("stores.0.region", "440106"),
                ("stores.0.site", "天河区演示路10号"),
                ("stores.0.openedOn", "2019-05-01"),
                ("stores.1.name", "Walker Tea Singapore"),
                ("stores.1.relation", "subsidiary"),
                ("stores.1.country", "SG"),
                ("stores.1.site", "1 Example Road"),
                ("stores.1.openedOn", "2020-05-01"),
                ("outlets.0.name", "行路茶禅城店"),
                ("outlets.0.region", "440604"),
                ("outlets.0.site", "禅城区演示路1号"),
                ("outlets.0.franchisee", "佛山样例餐饮店"),
                ("outlets.0.from", signedOn),
                ("outlets.0.until", "2099-12-31"),
                ("outlets.1.name", "行路茶香洲店"),
                ("outlets.1.region", "440402"),
                ("outlets.1.site", "香洲区演示路2号"),
                ("outlets.1.franchisee", "珠海样例餐饮店"),
                ("outlets.1.from", signedOn),
                ("outlets.1.until", "2099-12-31"),
                ("contractYears", "5"),
                ("coolingOffDays", "7"),
                ("entryFee", "5"),
                ("deposit", "0"),
                ("royalty", "percent goods"),
                ("royaltyRate", "3"),
                ("manualPages", "180"),
                ("planSummary", "三年内在广东发展30家店，开业前培训两周。"),
                ("pledge", "yes"),
            ],
            Files = [.. _files.Append("fNotarised").Select(code => (code, Sample.WriteFile(folder, code + ".png")))],
            Correction = ("phone", "020-60000009"),
            Decision = [("remarks", "两店一年的证明已核对原件")],
            Printed =
            [
                "11010519491231002X",
                "行路茶杯形标志",
                "99000001",
                "行路茶天河店",
                "91440106MA9900F4X0",
                "行路茶香洲店",
                "珠海样例餐饮店",
                "广东省商务厅",
            ],
            // Its law makes the telephone and the legal representative's name public.
            Public = [filer.Uscc, "行路茶杯形标志", "99000001", "行路茶香洲店", "020-60000009", "王小明"],
            Secret = ["11010519491231002X", "walker@example.test", "13800000000", "李小红", "珠海样例餐饮店", "两店一年的证明已核对原件"],
        };
    }
}
