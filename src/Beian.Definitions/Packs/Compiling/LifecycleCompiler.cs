namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles lifecycle.yaml.</summary>
internal static class LifecycleCompiler
{
    /// <summary>The file's name.</summary>
    public const string File = "lifecycle.yaml";

    /// <summary>What can happen to a filing.</summary>
    public static LifecycleDefinition Compile(Compilation compilation)
    {
        if (compilation.Open(File) is not { } root)
            return new([]);
        var kinds = new List<FilingKind>();
        foreach (var map in root.Maps("kinds"))
        {
            var code = map.Code();
            var path = $"lifecycle.kinds.{code.Text}";
            if (kinds.Exists(k => k.Code == code.Text))
                map.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
            var days = map.Integer("decision-days", 1, 365);
            if (days is null)
                map.RequiredScalar("decision-days");
            kinds.Add(new(code.Text, map.RequiredText("label", path), days ?? 1, map.Text("legal-note", path)));
            map.Finish();
        }
        if (kinds.Count == 0)
            root.Add(root.Node, new("kinds 至少要有一项。", "“kinds” needs at least one kind of filing."));
        root.Finish();
        return new(kinds);
    }
}
