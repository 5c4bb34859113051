namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles lifecycle.yaml. Its kinds name fields and attachments, so it waits for both.</summary>
internal static class LifecycleCompiler
{
    /// <summary>The file's name.</summary>
    public const string File = "lifecycle.yaml";

    /// <summary>What can happen to a filing.</summary>
    /// <param name="service">Null where service.yaml could not be read.</param>
    public static LifecycleDefinition Compile(Compilation compilation, FormDefinition form, ServiceDefinition? service)
    {
        if (compilation.Open(File) is not { } root)
            return new([]);
        var kinds = new List<FilingKind>();
        foreach (var map in root.Maps("kinds"))
        {
            var code = map.Code();
            if (kinds.Exists(k => k.Code == code.Text))
                map.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
            kinds.Add(new KindCompiler(map, form, service, isFirst: kinds.Count == 0).Compile(code.Text));
        }
        if (kinds.Count == 0)
            root.Add(root.Node, new("kinds 至少要有一项。", "“kinds” needs at least one kind of filing."));
        root.Finish();
        return new(kinds);
    }
}
