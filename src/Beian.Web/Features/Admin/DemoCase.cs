using System.Globalization;
using Beian.Definitions.Answers;

namespace Beian.Web.Features.Admin;

/// <summary>What a firm of the demo data files with a service.</summary>
/// <param name="Service">The service's code.</param>
/// <param name="Route">The way of filing.</param>
/// <param name="Answers">What it fills in.</param>
/// <param name="Files">The attachments it uploads besides the signed sheet.</param>
/// <param name="Approval">What the authority fills in at the approval.</param>
/// <param name="PlaceField">The field with its address, which some have to correct.</param>
/// <param name="RejectedBecause">Why some are rejected.</param>
public sealed record DemoCase(
    DemoFirm Firm,
    string Service,
    string Route,
    AnswerSet Answers,
    IReadOnlyList<string> Files,
    AnswerSet Approval,
    string PlaceField,
    string RejectedBecause
)
{
    private static readonly string[] _stores = ["天河店", "越秀店"];

    /// <summary>对外贸易经营者备案登记.</summary>
    public static DemoCase ForeignTrade(DemoFirm firm, string email) =>
        new(
            firm,
            "foreign-trade-operator",
            "uscc",
            firm.Answers(email),
            firm.IsIndividual ? ["fLicence", "fNotary"] : ["fLicence"],
            AnswerSet.Empty.With("operatorType", firm.IsIndividual ? "individual" : "limited"),
            "domicile",
            "营业执照经营范围不包括货物进出口或者技术进出口。"
        );

    /// <summary>国际货运代理企业备案, by a company.</summary>
    public static DemoCase FreightForwarder(DemoFirm firm, string email) =>
        new(
            firm,
            "freight-forwarder",
            "company",
            firm.Answers(email)
                .Without(name => name is "regNo" or "kind" || name.StartsWith("regCapital", StringComparison.Ordinal))
                .With("orgType", "limited")
                .With("capital", $"{500 + firm.Index % 9 * 100}")
                .With("capitalCurrency", "CNY")
                .With("transport", firm.Index % 2 == 0 ? "sea land" : "sea air")
                .With("cargo", "general")
                .With("services", "booking containers customs")
                .With("multimodal", firm.Index % 3 == 0 ? "yes" : "no")
                .With("express", "no"),
            ["fLicence"],
            AnswerSet.Empty,
            "domicile",
            "营业执照经营范围不包括国际货运代理。"
        );

    /// <summary>商业特许经营备案, within a province, by a franchisor with two stores of its own and one franchisee.</summary>
    /// <param name="began">When it began to file; its first contract is some days older.</param>
    public static DemoCase Franchise(DemoFirm firm, string email, DateOnly began)
    {
        var brand = firm.NameEn.Split(' ')[0] + "示例茶";
        var signed = Day(began.AddDays(-5));
        var number = firm.Index.ToString("D4", CultureInfo.InvariantCulture);
        var answers = new Dictionary<string, string>
        {
            ["nameZh"] = firm.NameZh,
            ["uscc"] = firm.Uscc,
            ["nature"] = "private",
            ["foundedOn"] = "2018-03-01",
            ["regCapital"] = "1000",
            ["legalRep"] = "示例人甲",
            ["legalRepId.type"] = "passport",
            ["legalRepId.number"] = $"E0000{number}",
            ["regRegion"] = "440106",
            ["address"] = firm.Domicile,
            ["zip"] = "510000",
            ["phone"] = $"020-8000{number}",
            ["contactName"] = "示例人乙",
            ["contactMobile"] = $"1380000{number}",
            ["email"] = email,
            ["brandName"] = brand,
            ["brandCount"] = "1",
            ["business"] = "catering",
            ["needsPermit"] = "no",
            ["firstContractOn"] = signed,
            ["firstFranchisee"] = "佛山示例餐饮店",
            ["resources.0.kind"] = "trademark",
            ["resources.0.title"] = brand,
            ["resources.0.certNo"] = $"9900{number}",
            ["resources.0.niceClass"] = "43",
            ["resources.0.holder"] = "own",
            ["resources.0.validUntil"] = "2099-06-06",
            ["outlets.0.name"] = $"{brand}禅城店",
            ["outlets.0.region"] = "440604",
            ["outlets.0.site"] = "禅城区示例路1号",
            ["outlets.0.franchisee"] = "佛山示例餐饮店",
            ["outlets.0.from"] = signed,
            ["outlets.0.until"] = "2099-12-31",
            ["contractYears"] = "5",
            ["coolingOffDays"] = "7",
            ["entryFee"] = "5",
            ["deposit"] = "0",
            ["royalty"] = "percent",
            ["royaltyRate"] = "3",
            ["manualPages"] = "180",
            ["planSummary"] = "三年内在省内发展30家店，开业前培训两周。",
            ["pledge"] = "yes",
        };
        foreach (var (store, name) in _stores.Index())
        {
            answers[$"stores.{store}.name"] = brand + name;
            answers[$"stores.{store}.relation"] = "branch";
            answers[$"stores.{store}.storeCode"] = DemoFirm.Code("91", "440106", 90_000 + firm.Index * 2 + store);
            answers[$"stores.{store}.region"] = "440106";
            answers[$"stores.{store}.site"] = $"天河区示例路{10 + store}号";
            answers[$"stores.{store}.openedOn"] = "2019-05-01";
        }
        return new(
            firm,
            "commercial-franchise",
            "within-province",
            AnswerSet.From(answers),
            ["fLicence", "fLegalId", "fResources", "fStores", "fFirstContract", "fContract", "fManual", "fDisclosure", "fPlan"],
            AnswerSet.Empty,
            "address",
            "直营店经营时间不足一年。"
        );
    }

    /// <summary>电商企业用户信息.</summary>
    public static DemoCase EcommerceProfile(DemoFirm firm) =>
        new(
            firm,
            "ecommerce-profile",
            "online",
            AnswerSet
                .Empty.With("entName", firm.NameZh)
                .With("regAuthority", "广州市市场监督管理局（演示）")
                .With("legalRep", "示例人甲")
                .With("phone", "020-80002000")
                .With("regKind", "domestic")
                .With("listed", "no")
                .With("country", "CN")
                .With("region", "440106"),
            [],
            AnswerSet.Empty,
            "regAuthority",
            "不属于本市的企业。"
        );

    /// <summary>示范基地用户信息.</summary>
    public static DemoCase BaseProfile(DemoFirm firm) =>
        new(
            firm,
            "ecommerce-base-profile",
            "online",
            AnswerSet
                .Empty.With("baseName", "广州示例电子商务产业园")
                .With("operator", firm.NameZh)
                .With("uscc", firm.Uscc)
                .With("head", "示例人乙")
                .With("phone", "020-80002001")
                .With("region", "440111")
                .With("builtArea", "30000")
                .With("usedArea", "21000"),
            [],
            AnswerSet.Empty,
            "operator",
            "不属于本省的基地。"
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
