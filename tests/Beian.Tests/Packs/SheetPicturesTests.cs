using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Definitions.Sheets;
using Beian.Definitions.Sheets.Layout;
using Beian.Definitions.Sheets.Pdf;
using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>The 登记表 looks on paper as it did when somebody last looked at it.</summary>
public sealed class SheetPicturesTests
{
    private static readonly Pack Pack = PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!;

    private static readonly LocalizedText Title = new("对外贸易经营者备案登记表", "Record-filing Form of Foreign Trade Operators");

    private static readonly AnswerSet Answers = AnswerSet.From(
        new Dictionary<string, string>
        {
            ["formNo"] = "02573988",
            ["ieCode"] = "1100MA9900X1X",
            ["kind"] = "enterprise",
            ["nameZh"] = "北京样例𠮷㛃龘镕（国际）进出口有限公司",
            ["nameEn"] = "Beijing Example International Import and Export Co., Ltd.",
            ["uscc"] = "91110108MA9900X1XQ",
            ["operatorType"] = "limited",
            ["domicile"] = "北京市海淀区样例路8号801室",
            ["premisesZh"] = "北京市海淀区样例路8号801室",
            ["premisesEn"] = "Room 801, No. 8 Example Road, Haidian District, Beijing",
            ["phone"] = "010-60000000",
            ["zip"] = "100080",
            ["email"] = "filer@example.com",
            ["regDate"] = "2020-01-05",
            ["regNo"] = "91110108MA9900X1XQ",
            ["legalRepName"] = "张\U0002A6D6", // which no font here has
            ["legalRepId.type"] = "identity-card",
            ["legalRepId.number"] = "11010519491231002X",
            ["regCapital.amount"] = "5000000",
            ["regCapital.currency"] = "CNY",
            ["regCapital.usd"] = "700000",
            ["remarks"] = "无进口商品分销业务。",
        }
    );

    [Fact]
    public Task Front_Blank() => AssertPictureAsync("front-blank", Data(AnswerSet.Empty, SheetCopy.Blank), "front");

    [Fact]
    public Task Back_Blank() => AssertPictureAsync("back-blank", Data(AnswerSet.Empty, SheetCopy.Blank), "back");

    [Fact]
    public Task Front_ForSignature() =>
        AssertPictureAsync("front-for-signature", Data(Answers, SheetCopy.Application) with { Seal = Seal }, "front");

    [Fact]
    public Task Front_OfTheRegisterMasked() =>
        AssertPictureAsync(
            "front-register-masked",
            Data(Answers, SheetCopy.Public) with
            {
                Disclose = field => field.Personal ? SheetDisclosure.Masked : SheetDisclosure.Whole,
            },
            "front"
        );

    [Fact]
    public Task Front_InEnglish() =>
        AssertPictureAsync("front-english", Data(Answers, SheetCopy.Register) with { Language = Language.En }, "front");

    /// <summary>Longer than its cell however small: the sheet says so and the rest is on a page of its own.</summary>
    [Fact]
    public async Task Front_TooLongRemarks_GoOnOnAnotherPage()
    {
        var answers = Answers.With("remarks", string.Concat(Enumerable.Repeat("本公司经营范围内的商品分销业务以另行公布的目录为准；", 60)));
        var data = Data(answers, SheetCopy.Application) with { Seal = Seal };
        using var pdf = Print(data, "front");
        await pdf.AssertLooksLikeAsync("front-overflowing");
        await pdf.AssertLooksLikeAsync("front-overflowing-annex", page: 2);
    }

    private static SheetSeal Seal { get; } = new("https://example.test/v/7K3M9Q2X?n=1000000000000001&r=1", "7K3M-9Q2X");

    private static async Task AssertPictureAsync(string name, SheetData data, string sheet)
    {
        using var pdf = Print(data, sheet);
        await pdf.AssertLooksLikeAsync(name);
    }

    private static PdfTools Print(SheetData data, string sheet)
    {
        var pages = SheetLayout.Draw([Pack.FindSheet(sheet)!], data, PrintedFonts.Set.WidthOf);
        return new(
            PrintedFonts.Printer.Print(
                pages,
                new PdfInfo(Title.In(data.Language), data.Language == Language.En ? "en" : "zh-CN", DateTimeOffset.UnixEpoch)
            )
        );
    }

    private static SheetData Data(AnswerSet answers, SheetCopy copy) =>
        new(Title, Pack.Form, answers, copy, Language.Zh)
        {
            Facts =
                copy == SheetCopy.Blank
                    ? new Dictionary<string, string>()
                    : new Dictionary<string, string>
                    {
                        [SheetFacts.FilingNumber] = "1000000000000001",
                        [SheetFacts.FilingAuthority] = "示范市商务局",
                    },
        };
}
