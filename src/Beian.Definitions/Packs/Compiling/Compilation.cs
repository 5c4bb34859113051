using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>One reading of a pack: its files as nodes, the English texts, and every fault found so far.</summary>
internal sealed class Compilation(IReadOnlyDictionary<string, Node> files, List<Fault> faults)
{
    /// <summary>The files that could be read, by their path in the pack.</summary>
    public IReadOnlyDictionary<string, Node> Files => files;

    private EnglishTexts? _english;

    /// <summary>The English texts (en.yaml), read when the first is asked for.</summary>
    public EnglishTexts English => _english ??= new(files.GetValueOrDefault(EnglishTexts.File), faults);

    /// <summary>The faults, in the order they were found.</summary>
    public List<Fault> Faults => faults;

    /// <summary>A file whose root is a map; null, with a fault, where it is missing or something else.</summary>
    public MapReader? Open(string file)
    {
        switch (files.GetValueOrDefault(file))
        {
            case MapNode map:
                return new(this, file, map);
            case { } other:
                Add(file, other, new($"应为键值表，而不是{other.Kind.Zh}。", $"A map is expected, not {other.Kind.En}."));
                return null;
            default:
                if (!faults.Exists(f => f.File == file))
                    faults.Add(new(file, 1, 1, new("缺少这个文件。", "This file is missing.")));
                return null;
        }
    }

    /// <summary>Notes a fault at a node.</summary>
    public void Add(string file, Node at, LocalizedText message) => faults.Add(new(file, at.Line, at.Column, message));
}
