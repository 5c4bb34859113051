using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>One reading of a pack: its files as nodes, the English texts, and every fault found so far.</summary>
/// <param name="files">The files that could be read, by their path in the pack.</param>
/// <param name="faults">The faults so far; those found go there too.</param>
/// <param name="strict">
/// Whether to look for what makes no sense beside what cannot be read. A version once published is read without:
/// a check added later must not make it unreadable.
/// </param>
internal sealed class Compilation(IReadOnlyDictionary<string, Node> files, List<Fault> faults, bool strict = true)
{
    /// <summary>Beyond this many faults reading gives up: nobody reads more, and suggestions for each take their time.</summary>
    public const int MostFaults = 200;

    /// <summary>Where to note what is asked for; null in ordinary reading.</summary>
    public Describing.Shapes? Shapes { get; init; }

    /// <summary>Whether to look for what makes no sense.</summary>
    public bool IsStrict => strict;

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
                return new(this, file, map, Describing.Shapes.OfFile(file));
            case { } other:
                Add(file, other, new($"应为键值表，而不是{other.Kind.Zh}。", $"A map is expected, not {other.Kind.En}."));
                return null;
            default:
                if (!faults.Exists(f => f.File == file))
                    faults.Add(new(file, 1, 1, new("缺少这个文件。", "This file is missing.")));
                return null;
        }
    }

    /// <summary>Whether a file could be read and holds a map. Where it could not, nothing is said of what names its contents.</summary>
    public bool Knows(string file) => files.GetValueOrDefault(file) is MapNode;

    /// <summary>The codes of a list of a file, as they are written, for those that must know them before the list is compiled.</summary>
    public IReadOnlyList<string> CodesOf(string file, string list) =>
        (files.GetValueOrDefault(file) as MapNode)?[list] is ListNode items
            ? [.. items.Items.OfType<MapNode>().Select(m => m["code"]).OfType<ScalarNode>().Select(s => s.Text)]
            : [];

    /// <summary>Ends the reading where too much is wrong.</summary>
    /// <exception cref="TooManyFaults">There are more than <see cref="MostFaults"/>.</exception>
    public void StopIfTooMany()
    {
        if (faults.Count > MostFaults && Shapes is null)
            throw new TooManyFaults();
    }

    /// <summary>Notes a fault at a node.</summary>
    public void Add(string file, Node at, LocalizedText message) => faults.Add(new(file, at.Line, at.Column, message));
}
