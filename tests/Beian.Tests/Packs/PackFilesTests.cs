using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>Packs in a folder: files that are no text, too large, unknown or half a law, and the portal beside them.</summary>
public sealed class PackFilesTests : IDisposable
{
    private readonly string _packs = Directory.CreateTempSubdirectory("packs-").FullName;
    private readonly string _pack;

    public PackFilesTests()
    {
        var source = Path.Combine(Repository.Packs, "foreign-trade-operator");
        _pack = Path.Combine(_packs, "foreign-trade-operator");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_pack, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(_packs, recursive: true);

    [Fact]
    public void Read_CopyOfAPack_IsTheSame() =>
        Assert.Equal(
            PackReader.Read(Path.Combine(Repository.Packs, "foreign-trade-operator")).Pack!.Sha256,
            PackReader.Read(_pack).Pack!.Sha256
        );

    [Fact]
    public void Read_FileLargerThanAMegabyte_IsAFault()
    {
        File.AppendAllText(Path.Combine(_pack, "form.yaml"), new string('#', 1024 * 1024));

        Assert.Contains("form.yaml:1:1: 文件大于 1 MB。", Faults());
    }

    [Fact]
    public void Read_FileThatIsNotUtf8_IsAFault()
    {
        File.WriteAllBytes(Path.Combine(_pack, "register.yaml"), [0xB1, 0xB8, 0xB0, 0xB8]);

        Assert.Contains("register.yaml:1:1: 文件不是 UTF-8 编码。", Faults());
    }

    [Fact]
    public void Read_WindowsLineEndsAndByteOrderMark_ChangeNothing()
    {
        var before = PackReader.Read(_pack).Pack!.Sha256;
        var form = Path.Combine(_pack, "form.yaml");
        File.WriteAllText(form, "\uFEFF" + File.ReadAllText(form).ReplaceLineEndings("\r\n"));

        Assert.Equal(before, PackReader.Read(_pack).Pack!.Sha256);
    }

    [Fact]
    public void Read_UnknownFile_IsAFault()
    {
        File.WriteAllText(Path.Combine(_pack, "forms.yaml"), "sections: []");

        Assert.Contains(Faults(), f => f.StartsWith("forms.yaml:1:1: 不认识的文件", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SecondSignedSheet_IsAFault()
    {
        var service = Path.Combine(_pack, "service.yaml");
        File.WriteAllText(
            service,
            File.ReadAllText(service)
                .Replace("  - code: fLicence\n", "  - code: fLicence\n    signed-sheet: true\n", StringComparison.Ordinal)
        );

        Assert.Contains(Faults(), f => f.Contains("签字盖章的表只能有一个附件。", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("没有开头", "laws/new.md:1:1: 文件应以两行“---”之间的标题和日期开头。")]
    [InlineData(
        "---\ntitle: 新法\neffective-from: 2026-13-01\ntitle-en: New\n---\n正文",
        "laws/new.md:3:17: effective-from 应为日期（2020-01-05），而不是“2026-13-01”。"
    )]
    [InlineData("---\ntitle: 新法\neffective-from: 2026-01-01\n---\n正文", "laws/new.md:2:1: 缺少 title-en。")]
    public void Read_LawThatIsIncomplete_IsAFault(string text, string expected)
    {
        File.WriteAllText(Path.Combine(_pack, "laws", "new.md"), text);

        Assert.Contains(expected, Faults());
    }

    [Fact]
    public void Check_CaseThatFails_IsToldWithItsPlace()
    {
        File.WriteAllText(
            Path.Combine(_pack, "cases", "routes.yaml"),
            "cases:\n  - name: 空\n    today: 2026-11-21\n    route: other\n    answers: { fax: 010 60000000 }\n    problems: [fax/phone-form]\n    values: { fax: 010-1 }\n"
        );

        var faults = PackCases.Check(_pack, PackReader.Read(_pack).Pack!).Faults.Select(f => f.In(Language.En)).ToList();

        Assert.Equal(2, faults.Count);
        Assert.StartsWith(
            "cases/routes.yaml:2:5: Case “空”: expected the problems [fax/phone-form], found [nameZh/required",
            faults[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith("cases/routes.yaml:7:20: Case “空”: fax should be “010-1”", faults[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sections: [{ code: a, title: { zh: 甲 } }]", "applications.yaml:1:30: “en” is missing.")]
    [InlineData(
        "sections: [{ code: a, title: { zh: 甲, en: A }, tiles: [{ code: a, title: { zh: 甲, en: A } }] }]",
        "applications.yaml:1:64: The code “a” is used twice."
    )]
    [InlineData(
        "sections: [{ code: a, title: { zh: 甲, en: A }, tiles: [{ code: b, title: { zh: 甲, en: A }, service: nobody }] }]",
        "applications.yaml:1:101: There is no folder for the service “nobody”."
    )]
    [InlineData("sections: []", "applications.yaml:1:1: “sections” needs at least one section.")]
    [InlineData(OneSection + "quick: [tille]", "applications.yaml:2:9: There is no tile “tille”. Did you mean tile?")]
    [InlineData(OneSection + "quick: [tile, tile]", "applications.yaml:2:15: “tile” stands here twice.")]
    [InlineData(
        OneSection + "applications:\n  - { code: tile, section: trade, menu: [] }",
        "applications.yaml:3:5: “title” is missing.",
        "applications.yaml:3:5: “summary” is missing.",
        "applications.yaml:3:5: “menu” needs at least one entry.",
        "applications.yaml:3:13: The code “tile” is used twice."
    )]
    [InlineData(
        OneSection
            + "applications:\n  - { code: shop, section: trad, menu: [{ code: a, service: nobody, user-types: [firm] }, { code: a, extra: 1 }] }",
        "applications.yaml:3:28: There is no section with applications “trad”. Did you mean trade?",
        "applications.yaml:3:61: There is no folder for the service “nobody”.",
        "applications.yaml:3:82: There is no user type “firm”.",
        "applications.yaml:3:99: The code “a” is used twice.",
        "applications.yaml:3:102: Unknown key “extra”; known here: code, confirmed-profile, service, title, user-types."
    )]
    [InlineData(
        OneSection
            + "applications:\n  - { code: shop, section: closed, user-types: [{ code: firm, profile: nobody }], support: [{ audience: all, label: x }] }",
        "applications.yaml:3:28: There is no section with applications “closed”.",
        "applications.yaml:3:72: There is no folder for the service “nobody”.",
        "applications.yaml:3:105: “audience” must be enterprises | authorities, not “all”.",
        "applications.yaml:3:117: “label” must be a map, not a text.",
        "applications.yaml:3:93: “value” is missing."
    )]
    public void Read_FaultInThePortal_IsToldWithItsPlace(string text, params string[] expected)
    {
        File.WriteAllText(Path.Combine(_packs, "applications.yaml"), text);

        var faults = ApplicationsReader.Read(_packs).Faults.Select(f => f.In(Language.En)).ToList();

        Assert.Empty(expected.Except(faults));
    }

    [Fact]
    public void Read_ApplicationWithUserTypes_SaysWhoHasWhat()
    {
        File.WriteAllText(
            Path.Combine(_packs, "applications.yaml"),
            OneSection
                + """
                applications:
                  - code: shop
                    title: { zh: 店, en: Shop }
                    section: trade
                    summary: { zh: 店。, en: A shop. }
                    user-types:
                      - { code: firm, title: { zh: 企业, en: Firm }, text: { zh: 报, en: Reports } }
                      - { code: base, title: { zh: 基地, en: Base }, text: { zh: 报, en: Reports } }
                    menu:
                      - { code: month, title: { zh: 月报, en: Month }, user-types: [firm] }
                      - { code: news, title: { zh: 通知, en: News } }
                """
        );

        var shop = ApplicationsReader.Read(_packs).Portal!.FindApplication("shop")!;

        Assert.False(shop.IsOpen); // neither a service nor a profile yet
        Assert.Equal([true, false, false], new[] { "firm", "base", null }.Select(shop.Menu[0].IsFor));
        Assert.Equal([true, true, true], new[] { "firm", "base", null }.Select(shop.Menu[1].IsFor));
        Assert.True((shop with { UserTypes = [shop.UserTypes[0] with { Profile = "firm-profile" }] }).IsOpen);
    }

    [Fact]
    public void Read_NoPortal_IsAFault() => Assert.NotEmpty(ApplicationsReader.Read(_packs).Faults);

    private const string OneSection =
        "sections: [{ code: trade, title: { zh: 甲, en: A }, tiles: [{ code: tile, title: { zh: 甲, en: A } }] }, { code: closed, title: { zh: 乙, en: B }, applications: false }]\n";

    private IEnumerable<string> Faults() => PackReader.Read(_pack).Faults.Select(f => f.In(Language.Zh));
}
