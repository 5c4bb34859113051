using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Beian.Definitions.Packs.Nodes;

/// <summary>
/// Reads YAML into nodes: one document, maps with unique text keys, lists, texts. Aliases, anchors and tags are refused
/// and depth is bounded, so that a small file cannot become a large tree. What is refused ends the reading of the file: one
/// clear fault instead of all that would follow from it.
/// </summary>
internal sealed class YamlNodes
{
    private const int MaxDepth = 32;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly List<Fault> _faults;

    private YamlNodes(string file, string text, List<Fault> faults) =>
        (_file, _parser, _faults) = (file, new Parser(new StringReader(text)), faults);

    /// <summary>The root of a file; null where it cannot be read at all. What is wrong goes to <paramref name="faults"/>.</summary>
    public static Node? Read(string file, string text, List<Fault> faults)
    {
        var nodes = new YamlNodes(file, text, faults);
        try
        {
            return nodes.ReadDocument();
        }
        catch (Refusal refusal)
        {
            nodes.Add(refusal.At, refusal.Text);
            return null;
        }
        // For broken text the parser throws what it throws; not only YamlException.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (TabIn(text) is { } tab)
            {
                faults.Add(new(file, tab.Line, tab.Column, YamlMessages.Tab));
                return null;
            }
            var at = (e as YamlException)?.Start ?? NextAfter(text, nodes._parser.Current);
            faults.Add(new(file, Math.Max(1, (int)at.Line), Math.Max(1, (int)at.Column), YamlMessages.Of(e)));
            return null;
        }
    }

    /// <summary>Where something stands again behind the last that could be read.</summary>
    private static Mark NextAfter(string text, ParsingEvent? last)
    {
        var (index, line, column) = last is null ? (0, 1, 1) : ((int)last.End.Index, (int)last.End.Line, (int)last.End.Column);
        for (; index < text.Length && (char.IsWhiteSpace(text[index]) || text[index] is '}' or ']'); index++)
            (line, column) = text[index] == '\n' ? (line + 1, 1) : (line, column + 1);
        return new Mark(index, line, column);
    }

    /// <summary>The first tab that indents a line; null where there is none.</summary>
    private static (int Line, int Column)? TabIn(string text)
    {
        var line = 0;
        foreach (var one in text.AsSpan().EnumerateLines())
        {
            line++;
            var indent = one.IndexOfAnyExcept(' ');
            if (indent >= 0 && one[indent] == '\t')
                return (line, indent + 1);
        }
        return null;
    }

    private Node? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.TryConsume<StreamEnd>(out _))
        {
            _faults.Add(new(_file, 1, 1, new("文件是空的。", "The file is empty.")));
            return null;
        }
        _parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Current is DocumentStart second)
            Add(second, new("一个文件只能有一个 YAML 文档。", "A file holds one YAML document only."));
        return root;
    }

    private Node ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (depth > MaxDepth)
            throw new Refusal(current, new($"套得太深，最多 {MaxDepth} 层。", $"Nested too deeply; {MaxDepth} levels at most."));
        if (current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
            throw new Refusal(
                current,
                new("不能使用锚点（&）和别名（*），请把内容写出来。", "Anchors (&) and aliases (*) are not allowed; write it out.")
            );
        if (current is NodeEvent { Tag.IsEmpty: false })
            throw new Refusal(current, new("不能使用标签（!）。", "Tags (!) are not allowed."));
        return current switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => throw new Refusal(current, new("这里应有内容。", "Something is expected here.")),
        };
    }

    private ScalarNode ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        var (line, column) = Place(scalar);
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var written = scalar.End.Index - scalar.Start.Index - (quoted ? 2 : 0);
        var inline = scalar.Start.Line == scalar.End.Line && written == scalar.Value.Length;
        return new(line, column, scalar.Value, inline, quoted ? 1 : 0);
    }

    private ListNode ReadList(int depth)
    {
        var (line, column) = Place(_parser.Consume<SequenceStart>());
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new(line, column, items);
    }

    private MapNode ReadMap(int depth)
    {
        var (line, column) = Place(_parser.Consume<MappingStart>());
        var entries = new List<KeyValuePair<ScalarNode, Node>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not ScalarNode name)
                _faults.Add(new(_file, key.Line, key.Column, new("键必须是文本。", "A key must be a text.")));
            else if (!seen.Add(name.Text))
                _faults.Add(new(_file, name.Line, name.Column, new($"键“{name.Text}”重复。", $"The key “{name.Text}” is repeated.")));
            else
                entries.Add(new(name, value));
        }
        return new(line, column, entries);
    }

    private void Add(ParsingEvent at, LocalizedText message)
    {
        var (line, column) = Place(at);
        _faults.Add(new(_file, line, column, message));
    }

    private static (int Line, int Column) Place(ParsingEvent at) => ((int)at.Start.Line, (int)at.Start.Column);

    /// <summary>Sound YAML that a pack must not use.</summary>
    private sealed class Refusal(ParsingEvent at, LocalizedText text) : Exception
    {
        public ParsingEvent At => at;

        public LocalizedText Text => text;
    }
}
