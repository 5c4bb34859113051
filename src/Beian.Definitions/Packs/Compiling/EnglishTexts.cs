using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>
/// en.yaml: the English of every text, by its path (<c>form.fields.nameZh.label</c>), written as nested maps. A text
/// without English and an English text without its Chinese are both faults.
/// </summary>
internal sealed class EnglishTexts
{
    /// <summary>The file's name.</summary>
    public const string File = "en.yaml";

    private readonly Dictionary<string, ScalarNode> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults;

    public EnglishTexts(Node? root, List<Fault> faults)
    {
        _faults = faults;
        if (root is MapNode map)
            Collect("", map);
        else if (root is not null)
            Add(root, new("应为键值表。", "A map is expected."));
        else if (!faults.Exists(f => f.File == File))
            faults.Add(new(File, 1, 1, new("缺少这个文件：每段文字都要有英文。", "This file is missing: every text needs its English.")));
    }

    /// <summary>The English of a Chinese text; where there is none the Chinese one, with a fault at the Chinese text.</summary>
    public LocalizedText Translate(string file, ScalarNode chinese, string path)
    {
        _used.Add(path);
        if (_texts.TryGetValue(path, out var english))
            return new(chinese.Text, english.Text);
        _faults.Add(
            new(
                file,
                chinese.Line,
                chinese.Column,
                new($"缺少英文：请在 en.yaml 中写 {path}。", $"There is no English for it: write {path} in en.yaml.")
            )
        );
        return new(chinese.Text, chinese.Text);
    }

    /// <summary>Takes every text below a path as used: where a thing could not be read, neither could its texts.</summary>
    public void Accept(string path) => _used.UnionWith(_texts.Keys.Where(k => k.StartsWith(path + ".", StringComparison.Ordinal)));

    /// <summary>Reports the English texts that nothing asked for.</summary>
    public void ReportUnused()
    {
        foreach (var (path, node) in _texts.Where(t => !_used.Contains(t.Key)))
            Add(node, new($"没有与 {path} 对应的中文。", $"There is no Chinese text for {path}."));
    }

    private void Collect(string prefix, MapNode map)
    {
        foreach (var (key, value) in map.Entries)
        {
            var path = prefix.Length == 0 ? key.Text : $"{prefix}.{key.Text}";
            if (value is MapNode inner)
                Collect(path, inner);
            else if (value is ScalarNode text && !string.IsNullOrWhiteSpace(text.Text))
                _texts[path] = text;
            else
                Add(value, new($"{path} 应为文本。", $"{path} must be a text."));
        }
    }

    private void Add(Node at, LocalizedText message) => _faults.Add(new(File, at.Line, at.Column, message));
}
