using System.Globalization;
using Beian.Definitions.Fields;
using Beian.Definitions.Packs.Describing;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>
/// Reads one map of a pack key by key. What is missing or of the wrong kind becomes a fault and a harmless value, so that
/// reading goes on and finds the next one; <see cref="Finish"/> reports the keys nobody asked for.
/// </summary>
/// <param name="path">What kind of map it is; see <see cref="Shapes"/>.</param>
internal sealed class MapReader(Compilation compilation, string file, MapNode map, string path)
{
    private const int MostItems = 2000;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>The map itself.</summary>
    public MapNode Node => map;

    /// <summary>The file it stands in.</summary>
    public string File => file;

    /// <summary>The reading it belongs to.</summary>
    public Compilation Compilation => compilation;

    /// <summary>The same map, read on as a field of a type.</summary>
    public MapReader As(string type)
    {
        var field = new MapReader(compilation, file, map, Shapes.OfType(type));
        foreach (var key in _asked)
            field.Ask(key);
        return field;
    }

    /// <summary>Notes what a key may hold.</summary>
    public void Note(string key, ValueShape value) => compilation.Shapes?.Note(path, key, k => k with { Value = value });

    /// <summary>Notes that a key holds one of some words.</summary>
    public void Note(string key, IEnumerable<string> words) =>
        compilation.Shapes?.Note(path, key, k => k with { Value = ValueShape.Word, Words = [.. words] });

    /// <summary>Notes that a scalar is a text for people whose English stands beside it.</summary>
    public void MarkText(ScalarNode text) => compilation.English.Mark(text);

    /// <summary>Whether a key is there.</summary>
    public bool Has(string key) => Ask(key) is not null;

    /// <summary>A text under a key; null where there is none.</summary>
    public ScalarNode? Scalar(string key)
    {
        var node = Ask(key);
        if (node is null or ScalarNode)
            return node as ScalarNode;
        Expected(node, key, new("文本", "a text"));
        return null;
    }

    /// <summary>A text that must be there.</summary>
    /// <param name="always">Whether it must be there in every such map, and not only in this one.</param>
    public ScalarNode RequiredScalar(string key, bool always = true)
    {
        if (always)
            compilation.Shapes?.Note(path, key, k => k with { IsRequired = true });
        if (Scalar(key) is { } scalar && !string.IsNullOrWhiteSpace(scalar.Text))
            return scalar;
        if (map[key] is null or ScalarNode)
            Add(map[key] ?? map, new($"缺少 {key}。", $"“{key}” is missing."));
        return new(map.Line, map.Column, "");
    }

    /// <summary>A text for people with its English; null where there is none.</summary>
    public LocalizedText? Text(string key, string english)
    {
        Note(key, ValueShape.Text);
        return Scalar(key) is { } scalar && !string.IsNullOrWhiteSpace(scalar.Text)
            ? compilation.English.Translate(file, scalar, $"{english}.{key}")
            : null;
    }

    /// <summary>A text for people that must be there.</summary>
    public LocalizedText RequiredText(string key, string english)
    {
        if (Text(key, english) is { } text)
            return text;
        RequiredScalar(key);
        return new("?", "?");
    }

    /// <summary>A code: what names something in the pack.</summary>
    public ScalarNode Code(string key = "code")
    {
        Note(key, ValueShape.Code);
        var code = RequiredScalar(key);
        if (code.Text.Length > 0 && !IsCode(code.Text))
            Add(
                code,
                new(
                    $"代码“{code.Text}”应以英文字母开头，只含字母、数字和连字符，最多 40 个字符。",
                    $"The code “{code.Text}” must begin with a letter and hold only letters, digits and hyphens, at most 40."
                )
            );
        return code;
    }

    /// <summary>True or false; <paramref name="otherwise"/> where nothing is said.</summary>
    public bool Boolean(string key, bool otherwise = false)
    {
        Note(key, ValueShape.Boolean);
        return Parse<bool>(key, new("true 或 false", "true or false"), s => s is "true" or "false" ? s == "true" : null) ?? otherwise;
    }

    /// <summary>A whole number between two bounds.</summary>
    public int? Integer(string key, int min, int max)
    {
        compilation.Shapes?.Note(path, key, k => k with { Value = ValueShape.Integer, Bounds = (min, max) });
        return Parse<int>(
            key,
            new($" {min} 到 {max} 之间的整数", $"a whole number from {min} to {max}"),
            s => int.TryParse(s, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : null
        );
    }

    /// <summary>A number.</summary>
    public decimal? Number(string key)
    {
        Note(key, ValueShape.Number);
        return Parse<decimal>(key, new("数字", "a number"), s => NumberText.TryRead(s, out var number) ? number : null);
    }

    /// <summary>A day.</summary>
    public DateOnly? Date(string key)
    {
        Note(key, ValueShape.Date);
        return Parse<DateOnly>(key, new("日期（2020-01-05）", "a day (2020-01-05)"), DateText.ReadDate);
    }

    /// <summary>One of some words.</summary>
    public T Word<T>(string key, T otherwise, params (string Word, T Value)[] words)
        where T : struct
    {
        Note(key, words.Select(w => w.Word));
        var list = string.Join(" | ", words.Select(w => w.Word));
        return Parse<T>(key, new($" {list} ", list), s => words.FirstOrDefault(w => w.Word == s) is { Word: not null } w ? w.Value : null)
            ?? otherwise;
    }

    /// <summary>The maps of a list.</summary>
    public IReadOnlyList<MapReader> Maps(string key)
    {
        Note(key, ValueShape.Maps);
        var maps = new List<MapReader>();
        foreach (var item in List(key))
            if (item is MapNode inner)
                maps.Add(new(compilation, file, inner, Shapes.Below(path, key)));
            else
                Expected(item, key, new("键值表", "a map"));
        return maps;
    }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<ScalarNode> Scalars(string key)
    {
        Note(key, ValueShape.Scalars);
        var scalars = new List<ScalarNode>();
        foreach (var item in List(key))
            if (item is ScalarNode scalar)
                scalars.Add(scalar);
            else
                Expected(item, key, new("文本", "a text"));
        return scalars;
    }

    /// <summary>The map under a key; null where there is none.</summary>
    public MapReader? Map(string key)
    {
        Note(key, ValueShape.Map);
        var node = Ask(key);
        if (node is MapNode inner)
            return new(compilation, file, inner, Shapes.Below(path, key));
        if (node is not null)
            Expected(node, key, new("键值表", "a map"));
        return null;
    }

    /// <summary>Takes every key as known: where the kind of thing is unknown, so are its keys.</summary>
    public void AcceptAll() => _asked.UnionWith(map.Entries.Select(e => e.Key.Text));

    /// <summary>Notes a fault at a node of this file.</summary>
    public void Add(Node at, LocalizedText message) => compilation.Add(file, at, message);

    /// <summary>Reports the keys nobody asked for.</summary>
    public void Finish()
    {
        compilation.StopIfTooMany();
        foreach (var (key, _) in map.Entries.Where(e => !_asked.Contains(e.Key.Text)))
        {
            var known = string.Join(", ", _asked.Order(StringComparer.Ordinal));
            var nearest = Nearest.To(key.Text, _asked);
            Add(
                key,
                nearest is null
                    ? new($"不认识的键“{key.Text}”；这里可以写：{known}。", $"Unknown key “{key.Text}”; known here: {known}.")
                    : new($"不认识的键“{key.Text}”；是不是 {nearest} ？", $"Unknown key “{key.Text}”. Did you mean {nearest}?")
            );
        }
    }

    private static bool IsCode(string text) =>
        text.Length <= 40 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private Node? Ask(string key)
    {
        _asked.Add(key);
        compilation.Shapes?.Note(path, key, k => k);
        return map[key];
    }

    private IReadOnlyList<Node> List(string key)
    {
        var node = Ask(key);
        if (node is ListNode { Items.Count: > MostItems })
            Add(node, new($"{key} 最多 {MostItems} 项。", $"“{key}” may have {MostItems} items at most."));
        else if (node is null or ListNode)
            return (node as ListNode)?.Items ?? [];
        else
            Expected(node, key, new("列表", "a list"));
        return [];
    }

    private T? Parse<T>(string key, LocalizedText expected, Func<string, T?> read)
        where T : struct
    {
        if (Scalar(key) is not { } scalar)
            return null;
        var value = read(scalar.Text);
        if (value is null)
            Add(scalar, new($"{key} 应为{expected.Zh}，而不是“{scalar.Text}”。", $"“{key}” must be {expected.En}, not “{scalar.Text}”."));
        return value;
    }

    private void Expected(Node at, string key, LocalizedText kind) =>
        Add(at, new($"{key} 应为{kind.Zh}，而不是{at.Kind.Zh}。", $"“{key}” must be {kind.En}, not {at.Kind.En}."));
}
