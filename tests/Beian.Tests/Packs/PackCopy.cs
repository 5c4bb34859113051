using System.Text;
using Beian.Tests.Architecture;

namespace Beian.Tests.Packs;

/// <summary>A pack of the repository in a folder of its own, to be broken by a test.</summary>
internal sealed class PackCopy : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("beian-pack-");

    public PackCopy(string pack = "foreign-trade-operator")
    {
        Folder = Path.Combine(_root.FullName, pack);
        var source = Path.Combine(Repository.Packs, pack);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>The folder of all packs.</summary>
    public string Packs => _root.FullName;

    /// <summary>The pack's folder.</summary>
    public string Folder { get; }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new UTF8Encoding(false).GetBytes(text)); // what is no character becomes one
    }

    /// <summary>Replaces the first occurrence of a text, which must be there.</summary>
    public void Replace(string file, string old, string with)
    {
        var text = Read(file);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
            throw new InvalidOperationException($"{file} has no “{old}”.");
        Write(file, text[..at] + with + text[(at + old.Length)..]);
    }

    public void Dispose() => _root.Delete(recursive: true);
}
