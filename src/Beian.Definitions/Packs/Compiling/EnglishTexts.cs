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
    private readonly HashSet<ScalarNode> _translated = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults;
    private readonly bool _isThere;

    public EnglishTexts(Node? root, List<Fault> faults)
    {
        _faults = faults;
        _isThere = root is MapNode;
        if (root is MapNode map)
            Collect("", map);
        else if (root is not null)
            Add(root, new("应为键值表。", "A map is expected."));
        else if (!faults.Exists(f => f.File == File))
            faults.Add(new(File, 1, 1, new("缺少这个文件：每段文字都要有英文。", "This file is missing: every text needs its English.")));
    }

    /// <summary>The Chinese texts asked for so far, told apart as objects.</summary>
    public IReadOnlySet<ScalarNode> Translated => _translated;

    /// <summary>The English of a Chinese text; where there is none the Chinese one, with a fault at the Chinese text.</summary>
    public LocalizedText Translate(string file, ScalarNode chinese, string path)
    {
        _used.Add(path);
        _translated.Add(chinese);
        if (_texts.TryGetValue(path, out var english))
            return new(chinese.Text, english.Text);
        // Where the whole file is missing or cannot be read, that is said once.
        if (_isThere)
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

    /// <summary>Notes a text whose English stands elsewhere.</summary>
    public void Mark(ScalarNode text) => _translated.Add(text);

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
