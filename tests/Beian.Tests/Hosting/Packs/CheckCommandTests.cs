using Beian.Tests.Architecture;
using Beian.Web.Hosting.Packs;
using Xunit;

namespace Beian.Tests.Hosting.Packs;

public sealed class CheckCommandTests : IDisposable
{
    private readonly DirectoryInfo _packs = Directory.CreateTempSubdirectory("beian-packs");

    [Fact]
    public void Check_OwnPacks_FindsNothingAndCountsCases()
    {
        var (code, output) = Run("check", "--packs", Path.Combine(Repository.Root, "packs"));

        Assert.Equal(0, code);
        Assert.Matches(@"foreign-trade-operator \d+\.\d+：没有问题，\d\d+ 个用例通过。", output);
    }

    [Fact]
    public void Check_FaultyPack_NamesFileLineAndColumnInBothLanguages()
    {
        CopyPack();
        var form = Path.Combine(_packs.FullName, "foreign-trade-operator", "form.yaml");
        var lines = File.ReadAllLines(form).ToList();
        var at = lines.FindIndex(l => l.Contains("type: uscc", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("type: uscc", "type: usc", StringComparison.Ordinal);
        File.WriteAllLines(form, lines);

        var (code, zh) = Run("check", "foreign-trade-operator", "--packs", _packs.FullName);
        var (_, en) = Run("check", "foreign-trade-operator", "--english", "--packs", _packs.FullName);

        Assert.Equal(1, code);
        Assert.Contains(
            $"foreign-trade-operator/form.yaml:{at + 1}:{lines[at].IndexOf("usc", StringComparison.Ordinal) + 1}: ",
            zh,
            StringComparison.Ordinal
        );
        Assert.Contains("uscc", en, StringComparison.Ordinal); // the nearest known type
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}{3}", en);
    }

    [Fact]
    public void Check_UnknownService_SaysSo()
    {
        var (code, output) = Run("check", "no-such-service", "--packs", _packs.FullName);

        Assert.Equal(1, code);
        Assert.Contains("没有这个文件夹", output, StringComparison.Ordinal);
    }

    public void Dispose() => _packs.Delete(recursive: true);

    private void CopyPack()
    {
        var source = Path.Combine(Repository.Root, "packs", "foreign-trade-operator");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_packs.FullName, "foreign-trade-operator", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static (int Code, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = PacksCommand.Create().Parse(arguments).Invoke(new() { Output = output });
        return (code, output.ToString());
    }
}
