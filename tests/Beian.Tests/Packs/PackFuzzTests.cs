using System.Diagnostics;
using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Packs;

/// <summary>
/// Changes the texts of a real pack at random and reads it: what comes out is a pack or faults, never an exception, a hang or a
/// crash. A few seconds in bin/test; <c>BEIAN_TEST_FUZZ=600</c> goes on for ten minutes from another beginning each time.
/// </summary>
public sealed class PackFuzzTests
{
    private static readonly string[] _files = ["service.yaml", "form.yaml", "lifecycle.yaml", "register.yaml", "en.yaml"];

    [Fact]
    public async Task Read_PackChangedAtRandom_IsAPackOrFaults()
    {
        using var pack = new PackCopy();
        var files = Directory
            .EnumerateFiles(pack.Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(pack.Folder, f))
            .Order(StringComparer.Ordinal)
            .ToList();
        var sound = files.ToDictionary(f => f, pack.Read);
        var seed = TestSettings.FuzzSeconds is null ? 20261122 : Random.Shared.Next();
        var clock = Stopwatch.StartNew();
        var (broken, rounds) = (0, 0);
        for (; TestSettings.FuzzSeconds is { } limit ? clock.Elapsed.TotalSeconds < limit : rounds < 200; rounds++)
        {
            var random = new Random(seed + rounds);
            // The definition more often than laws and cases.
            var file = random.Next(4) == 0 ? files[random.Next(files.Count)] : _files[random.Next(_files.Length)];
            pack.Write(file, PackMutation.Change(sound[file], random, random.Next(1, 4)));
            broken += await ReadAsync(pack, $"seed {seed + rounds}, {file}") > 0 ? 1 : 0;
            pack.Write(file, sound[file]);
        }
        // Random changes break most packs; if not, they do not reach the reader.
        Assert.InRange(broken, rounds / 2, rounds);
    }

    private static async Task<int> ReadAsync(PackCopy pack, string what)
    {
        List<Fault> faults;
        try
        {
            faults = await Task.Run(() => Read(pack)).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            Assert.Fail($"{what}: {thrown}");
            return 0;
        }
        Assert.All(
            faults,
            f =>
            {
                Assert.True(f is { Line: > 0, Column: > 0 } && f.File.Length > 0, $"{what}: {f.In(Language.En)}");
                Assert.True(f.Message.Zh.Length > 0 && f.Message.En.Length > 0, what);
            }
        );
        return faults.Count;
    }

    private static List<Fault> Read(PackCopy pack)
    {
        var read = PackReader.Read(pack.Folder);
        var (_, failing) = PackCases.Check(pack.Folder, read.Pack);
        if (read.Pack is { } sound)
            Assert.Equal(sound.Sha256, PackReader.FromJson(sound.Json).Sha256);
        else
            Assert.NotEmpty(read.Faults);
        return [.. read.Faults, .. failing];
    }
}
