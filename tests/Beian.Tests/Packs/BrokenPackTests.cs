using Beian.Definitions;
using Beian.Definitions.Packs;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>What is wrong with a pack is told at its line and column, in both languages, and little else.</summary>
public sealed class BrokenPackTests
{
    public static TheoryData<string> Names => [.. BrokenPack.All.Select(b => b.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Check_BrokenPack_NamesTheFaultAtItsPlace(string name)
    {
        var broken = BrokenPack.All.Single(b => b.Name == name);
        using var pack = new PackCopy();
        pack.Replace(broken.File, broken.Old, broken.New);

        var faults = FaultsOf(pack);

        var (line, column) = PlaceOf(broken, pack);
        var all = string.Join('\n', faults.Select(f => f.In(Language.Zh)));
        var found = faults.Where(f => f.Message.Zh == broken.Zh).ToList();
        Assert.True(found.Count == 1, $"{broken.Zh}\nnot among:\n{all}");
        Assert.Equal($"{broken.FaultFile}:{line}:{column}: {broken.En}", found[0].In(Language.En));
        if (broken.Faults > 0)
            Assert.True(faults.Count == broken.Faults, all);
    }

    [Fact]
    public async Task Check_PackOfFiveMegabytes_IsOneFaultQuickly()
    {
        using var pack = new PackCopy();
        pack.Write("form.yaml", pack.Read("form.yaml") + new string('#', 5 * 1024 * 1024));

        var fault = Assert.Single(await QuicklyAsync(pack));

        Assert.Equal("service.yaml:1:1: The folder is larger than 4 MB altogether.", fault.In(Language.En));
    }

    [Fact]
    public async Task Check_FileOfTwoMegabytes_IsOneFaultQuickly()
    {
        using var pack = new PackCopy();
        pack.Write("form.yaml", pack.Read("form.yaml") + new string('#', 2 * 1024 * 1024));

        var fault = Assert.Single(await QuicklyAsync(pack));

        Assert.Equal("form.yaml:1:1: The file is larger than 1 MB.", fault.In(Language.En));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public async Task Check_NestedTwoHundredDeep_IsOneFaultQuickly(string level)
    {
        using var pack = new PackCopy();
        pack.Write("form.yaml", "sections: \n  " + string.Concat(Enumerable.Repeat(level, 200)));

        var fault = Assert.Single(await QuicklyAsync(pack));

        Assert.Equal("form.yaml", fault.File);
        Assert.Equal(("套得太深，最多 32 层。", "Nested too deeply; 32 levels at most."), (fault.Message.Zh, fault.Message.En));
    }

    [Fact]
    public async Task Check_AliasBomb_IsOneFaultQuickly()
    {
        using var pack = new PackCopy();
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (var i = 1; i < 20; i++)
            bomb += $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n";
        pack.Write("form.yaml", bomb + "sections: *a19\n");

        var fault = Assert.Single(await QuicklyAsync(pack));

        Assert.Equal("form.yaml:1:5: Anchors (&) and aliases (*) are not allowed; write it out.", fault.In(Language.En));
    }

    [Fact]
    public async Task Check_ThousandsOfFieldsThatNameEachOtherWrongly_GivesUpQuickly()
    {
        using var pack = new PackCopy();
        var fields = Enumerable
            .Range(0, 8000)
            .Select(i => $"      - {{ code: field{i}, type: text, label: 字, relevant: feild{i} = 'x' }}\n");
        pack.Write("form.yaml", "sections:\n  - code: main\n    fields:\n" + string.Concat(fields.Take(900)));
        var faults = await QuicklyAsync(pack);
        Assert.Equal(201, faults.Count);
        Assert.Contains("these are the first 200", faults[^1].Message.En, StringComparison.Ordinal);

        pack.Write("form.yaml", "sections:\n  - code: main\n    fields:\n" + string.Concat(fields));
        Assert.Contains(await QuicklyAsync(pack), f => f.Message.En.StartsWith("“fields” may have 2000 items", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_LongExpression_IsAFaultAndNoCrash()
    {
        using var pack = new PackCopy();
        pack.Replace("form.yaml", "relevant: route = 'uscc'", $"relevant: {string.Concat(Enumerable.Repeat("not ", 100_000))}true");

        Assert.NotEmpty(await QuicklyAsync(pack));
    }

    [Fact]
    public void Read_FileThatCannotBeRead_SaysNothingOfWhatNamesItsContents()
    {
        using var pack = new PackCopy();
        pack.Write("form.yaml", "sections: [");

        Assert.Equal("form.yaml", Assert.Single(FaultsOf(pack)).File);
    }

    [Fact]
    public void Read_UnknownFolder_IsAFault()
    {
        using var pack = new PackCopy();
        pack.Write("case/one.yaml", "cases: []");

        Assert.StartsWith("case/:1:1: 不认识的文件夹", Assert.Single(FaultsOf(pack)).In(Language.Zh), StringComparison.Ordinal);
    }

    private static List<Fault> FaultsOf(PackCopy pack)
    {
        var reading = PackReader.Read(pack.Folder);
        return [.. reading.Faults, .. PackCases.Check(pack.Folder, reading.Pack).Faults];
    }

    /// <exception cref="TimeoutException">Reading takes too long.</exception>
    private static Task<List<Fault>> QuicklyAsync(PackCopy pack) =>
        Task.Run(() => FaultsOf(pack)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private static (int Line, int Column) PlaceOf(BrokenPack broken, PackCopy pack)
    {
        var text = pack.Read(broken.FaultFile);
        var found = text.IndexOf(broken.At.Replace("^", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(found >= 0, $"{broken.FaultFile} has no “{broken.At}”.");
        var before = text[..(found + broken.At.IndexOf('^', StringComparison.Ordinal))];
        return (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
