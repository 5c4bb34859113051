using System.Globalization;
using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Drawing;
using Beian.Definitions.Sheets.Layout;

namespace Beian.Bench;

/// <summary>The front of the 登记表 as a filer signs it: every cell filled in, with the mark and the QR code. Each number is another operator's.</summary>
/// <param name="pack">The pack of the filing of foreign trade operators.</param>
/// <param name="width">The width of texts in the fonts it is printed with.</param>
internal sealed class SampleSheet(Pack pack, TextWidth width)
{
    private static readonly LocalizedText _title = new("对外贸易经营者备案登记表", "Record-filing Form of Foreign Trade Operators");

    private readonly Sheet _front = pack.Sheets[0];

    public DrawnPage Of(int number)
    {
        var data = new SheetData(_title, pack.Form, AnswersOf(number), SheetCopy.Application, Language.Zh)
        {
            Facts = new Dictionary<string, string>
            {
                [SheetFacts.FilingNumber] = (1_000_000_000_000_000 + number).ToString(CultureInfo.InvariantCulture),
                [SheetFacts.FilingAuthority] = "示范市商务局",
            },
            Seal = new SheetSeal($"https://filings.example.test/verify/{number:D16}?revision=1&hash=9f86d081884c7d65", "7K3M-9Q2X"),
        };
        return SheetLayout.Draw([_front], data, width)[0];
    }

    private static AnswerSet AnswersOf(int number)
    {
        var entry = SyntheticEntry.At(number);
        return AnswerSet.From(
            entry.Answers.Concat(
                new Dictionary<string, string>
                {
                    ["kind"] = "enterprise",
                    ["operatorType"] = "limited",
                    ["phone"] = $"010-5555{number % 10_000:D4}",
                    ["email"] = $"filings{number}@example.test",
                    ["regNo"] = entry.Uscc,
                    ["legalRepName"] = entry.Brand,
                    ["legalRepId.type"] = "passport",
                    ["legalRepId.number"] = $"E{number % 100_000_000:D8}",
                    ["regCapital.amount"] = $"{1 + number % 900}0000",
                    ["regCapital.currency"] = "CNY",
                    ["regCapital.usd"] = $"{1 + number % 130}000",
                    ["principalName"] = $"{entry.Brand}㛃镕",
                    ["principalId.type"] = "passport",
                    ["principalId.number"] = $"G{number % 100_000_000:D8}",
                    ["assets.amount"] = $"{1 + number % 70}0000",
                    ["assets.currency"] = "EUR",
                    ["assets.usd"] = $"{1 + number % 75}0000",
                    ["remarks"] =
                        $"无进口商品分销业务。{entry.Name}经营范围：货物进出口、技术进出口，依法须经批准的项目，经相关部门批准后方可开展经营活动。",
                }
            )
        );
    }
}
