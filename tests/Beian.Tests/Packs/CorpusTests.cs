using System.Runtime.CompilerServices;
using Beian.Definitions.Packs;
using Beian.Tests.Architecture;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>
/// Every format ever published stays readable: Corpus/ holds packs as they were published, and none is ever changed or taken away.
/// <c>BEIAN_TEST_CORPUS=1</c> adds the packs of the repository, which is done with each release.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string _folder = Path.Combine(Path.GetDirectoryName(Here())!, "Corpus");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(_folder, "*.json").Select(f => Path.GetFileName(f))];

    [Theory, MemberData(nameof(Files))]
    public void FromJson_PackOnceExported_IsTheSamePack(string file)
    {
        var json = File.ReadAllText(Path.Combine(_folder, file)).TrimEnd('\n');

        var pack = PackReader.FromJson(json);

        // format-service-version-sha256.json
        Assert.Equal($"{PackReader.Format}-{pack.Code}-{pack.Version}-{pack.Sha256[..12]}.json", file);
        Assert.Equal(json, pack.Json);
    }

    [Fact]
    public void Corpus_Renewed_HoldsTheFormatOfToday()
    {
        if (TestSettings.RenewCorpus)
            foreach (var folder in Directory.EnumerateDirectories(Repository.Packs))
            {
                var pack = PackReader.Read(folder).Pack!;
                var path = Path.Combine(_folder, $"{PackReader.Format}-{pack.Code}-{pack.Version}-{pack.Sha256[..12]}.json");
                if (!File.Exists(path))
                    File.WriteAllText(path, pack.Json + "\n");
            }

        Assert.Contains(Files, f => f.Data.StartsWith($"{PackReader.Format}-", StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
