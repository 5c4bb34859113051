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
    public void Read_FaultInThePortal_IsToldWithItsPlace(string text, string expected)
    {
        File.WriteAllText(Path.Combine(_packs, "applications.yaml"), text);

        Assert.Contains(expected, ApplicationsReader.Read(_packs).Faults.Select(f => f.In(Language.En)));
    }

    [Fact]
    public void Read_NoPortal_IsAFault() => Assert.NotEmpty(ApplicationsReader.Read(_packs).Faults);

    private IEnumerable<string> Faults() => PackReader.Read(_pack).Faults.Select(f => f.In(Language.Zh));
}
