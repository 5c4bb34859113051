namespace Beian.Definitions.Packs.Nodes;

/// <summary>A piece of a pack's file with its place: a scalar, a list or a map. Nothing else survives reading.</summary>
/// <param name="Line">Line, from 1; 0 where it comes from canonical JSON.</param>
/// <param name="Column">Column, from 1; 0 where it comes from canonical JSON.</param>
internal abstract record Node(int Line, int Column)
{
    /// <summary>What it is called in a fault.</summary>
    public abstract LocalizedText Kind { get; }
}

/// <summary>A text. YAML's own guesses (numbers, booleans, dates) are not made: the compiler knows what it expects.</summary>
/// <param name="Text">The text.</param>
/// <param name="Inline">Whether it stands on one line as written, so that an offset in it is a column.</param>
/// <param name="Indent">How far the first character of the text is from <see cref="Node.Column"/> (1 after a quote).</param>
internal sealed record ScalarNode(int Line, int Column, string Text, bool Inline = false, int Indent = 0) : Node(Line, Column)
{
    /// <inheritdoc/>
    public override LocalizedText Kind => new("文本", "a text");

    /// <summary>Where the character at an offset of the text stands; the text's own place where that cannot be told.</summary>
    public (int Line, int Column) At(int offset) => Inline ? (Line, Column + Indent + offset) : (Line, Column);
}

/// <summary>A list.</summary>
internal sealed record ListNode(int Line, int Column, IReadOnlyList<Node> Items) : Node(Line, Column)
{
    /// <inheritdoc/>
    public override LocalizedText Kind => new("列表", "a list");
}

/// <summary>A map; its keys are unique.</summary>
internal sealed record MapNode(int Line, int Column, IReadOnlyList<KeyValuePair<ScalarNode, Node>> Entries) : Node(Line, Column)
{
    /// <inheritdoc/>
    public override LocalizedText Kind => new("键值表", "a map");

    /// <summary>The value under a key; null where the key is not there.</summary>
    public Node? this[string key] => Entries.FirstOrDefault(e => e.Key.Text == key).Value;
}
