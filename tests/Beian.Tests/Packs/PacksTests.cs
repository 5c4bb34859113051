using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>Every pack of the repository is sound, and so is the portal.</summary>
public sealed class PacksTests
{
    public static TheoryData<string> All { get; } = [.. Directory.GetDirectories(Repository.Packs).Select(d => Path.GetFileName(d))];

    [Theory, MemberData(nameof(All))]
    public void Read_PackOfTheRepository_HasNoFaults(string pack)
    {
        var reading = PackReader.Read(Path.Combine(Repository.Packs, pack));

        Assert.True(reading.Faults.Count == 0, string.Join("\n", reading.Faults.Select(f => f.In(Language.En))));
        Assert.Equal(pack, reading.Pack!.Code);
    }

    [Theory, MemberData(nameof(All))]
    public void FromJson_JsonOfAPack_IsTheSamePack(string pack)
    {
        var read = PackReader.Read(Path.Combine(Repository.Packs, pack)).Pack!;

        var again = PackReader.FromJson(read.Json);

        Assert.Equal(read.Sha256, again.Sha256);
        Assert.Equal(read.Json, again.Json);
        Assert.Equal(read.Form.Fields.Select(f => f.Label), again.Form.Fields.Select(f => f.Label));
    }

    [Theory, MemberData(nameof(All))]
    public void Check_CasesOfAPack_ComeOutAsWritten(string pack)
    {
        var folder = Path.Combine(Repository.Packs, pack);

        var (count, faults) = PackCases.Check(folder, PackReader.Read(folder).Pack!);

        Assert.True(faults.Count == 0, string.Join("\n", faults.Select(f => f.In(Language.En))));
        Assert.True(count > 0, "A pack has cases.");
    }

    [Fact]
    public void Read_PortalOfTheRepository_HasNoFaults()
    {
        var reading = ApplicationsReader.Read(Repository.Packs);

        Assert.True(reading.Faults.Count == 0, string.Join("\n", reading.Faults.Select(f => f.In(Language.En))));
        Assert.Equal(
            ["国内贸易", "对外贸易", "外商投资", "服务贸易", "经济合作", "综合业务"],
            reading.Portal!.Sections.Select(s => s.Title.Zh)
        );
        Assert.Contains(reading.Portal.Sections.SelectMany(s => s.Tiles), t => t.Service == "foreign-trade-operator");
        // Whatever can be filed belongs to an application, so that it is found again on the workbench.
        var inApplications = reading.Portal.Applications.SelectMany(a => a.Services).ToHashSet();
        Assert.All(
            reading.Portal.Sections.SelectMany(s => s.Tiles),
            t => Assert.True(t.Service is null || inApplications.Contains(t.Service), t.Code)
        );
    }
}
