using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>The files a pack was compiled from.</summary>
/// <param name="Files">Their contents by their path in the pack.</param>
/// <param name="Texts">Those scalars that are texts for people, told apart as objects and not by what they say.</param>
internal sealed record PackContent(IReadOnlyDictionary<string, Node> Files, IReadOnlySet<ScalarNode> Texts)
{
    /// <summary>No files.</summary>
    public static PackContent Empty { get; } = new(new Dictionary<string, Node>(), new HashSet<ScalarNode>());
}
