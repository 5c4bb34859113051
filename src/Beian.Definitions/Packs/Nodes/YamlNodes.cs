using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Beian.Definitions.Packs.Nodes;

/// <summary>
/// Reads YAML into nodes: one document, maps with unique text keys, lists, texts. Aliases, anchors and tags are refused
/// and depth is bounded, so that a small file cannot become a large tree.
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
        // For broken text the parser throws what it throws; not only YamlException.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var at = (e as YamlException)?.Start ?? nodes._parser.Current?.Start ?? new Mark(0, 1, 1);
            faults.Add(
                new(
                    file,
                    Math.Max(1, (int)at.Line),
                    Math.Max(1, (int)at.Column),
                    new($"不是有效的 YAML：{e.Message}", $"This is not valid YAML: {e.Message}")
                )
            );
            return null;
        }
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
            throw new YamlException(current.Start, current.End, $"more than {MaxDepth} levels / 超过 {MaxDepth} 层");
        if (current is NodeEvent node)
        {
            if (!node.Anchor.IsEmpty)
                Add(current, new("不能使用锚点（&）。", "Anchors (&) are not allowed."));
            if (!node.Tag.IsEmpty)
                Add(current, new("不能使用标签（!）。", "Tags (!) are not allowed."));
        }
        return current switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => ReadAlias(current),
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

    private ScalarNode ReadAlias(ParsingEvent current)
    {
        Add(current, new("不能使用别名（*）。", "Aliases (*) are not allowed."));
        _parser.MoveNext();
        var (line, column) = Place(current);
        return new(line, column, "");
    }

    private void Add(ParsingEvent at, LocalizedText message)
    {
        var (line, column) = Place(at);
        _faults.Add(new(_file, line, column, message));
    }

    private static (int Line, int Column) Place(ParsingEvent at) => ((int)at.Start.Line, (int)at.Start.Column);
}
