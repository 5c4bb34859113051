using Beian.Definitions.Packs;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Tests.Packs;

/// <summary>A small sound pack, of which a test replaces the files it is about.</summary>
internal sealed class TestPack
{
    private readonly Dictionary<string, string> _files = new()
    {
        ["service.yaml"] = """
            code: sample
            version: "1.0"
            title: 样例
            tile-title: 样例
            summary: 一个样例。
            subject-codes: [name]
            name-field: name
            routes:
              - { code: only, label: 唯一 }
            attachments:
              - { code: proof, label: 证明, required: "amount > 100" }
            """,
        ["form.yaml"] = """
            sections:
              - code: main
                fields:
                  - { code: name, type: text, label: 名称, required: "true" }
                  - { code: amount, type: decimal, label: 数量 }
            """,
        ["lifecycle.yaml"] = """
            kinds:
              - { code: initial, label: 办理, decision-days: 5 }
            """,
        ["register.yaml"] = """
            number-field: name
            code-field: name
            names: [name]
            codes: [name]
            list: [name]
            entry: [name]
            """,
        ["en.yaml"] = """
            service:
              title: Sample
              tile-title: Sample
              summary: A sample.
              routes: { only: { label: Only } }
              attachments: { proof: { label: Proof } }
            lifecycle: { kinds: { initial: { label: Filing } } }
            form:
              fields:
                name: { label: Name }
                amount: { label: Amount }
            """,
    };

    /// <summary>The same pack with one file replaced; null takes it away.</summary>
    public TestPack With(string file, string? text)
    {
        if (text is null)
            _files.Remove(file);
        else
            _files[file] = text;
        return this;
    }

    /// <summary>The same pack with more lines at the end of en.yaml (form.fields).</summary>
    public TestPack WithForm(string form, string english) => With("form.yaml", form).With("en.yaml", _files["en.yaml"] + "\n" + english);

    /// <summary>The same pack with a first line of register.yaml, and its English.</summary>
    public TestPack Named(string line, string english) =>
        With("register.yaml", line + _files["register.yaml"]).With("en.yaml", english + _files["en.yaml"]);

    /// <summary>What reading it says.</summary>
    public PackReading Read()
    {
        var faults = new List<Fault>();
        var nodes = new Dictionary<string, Node>();
        foreach (var (file, text) in _files)
            if (YamlNodes.Read(file, text, faults) is { } node)
                nodes[file] = node;
        return PackCompiler.Compile("sample", nodes, faults);
    }

    /// <summary>The pack; a fault fails the test.</summary>
    public Pack Compile()
    {
        var reading = Read();
        return reading.Pack
            ?? throw new InvalidOperationException(string.Join('\n', reading.Faults.Select(f => f.In(Definitions.Language.En))));
    }
}
