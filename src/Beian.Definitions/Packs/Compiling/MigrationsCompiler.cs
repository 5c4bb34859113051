using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles migrations/*.yaml: what leads to this version must name fields of this version.</summary>
internal static class MigrationsCompiler
{
    /// <summary>The folder they stand in, with the slash.</summary>
    public const string Folder = "migrations/";

    private const int MostMajor = 9999;

    /// <summary>The migrations, by the version they begin with.</summary>
    /// <param name="version">The pack's version; null where it could not be read.</param>
    public static IReadOnlyList<DraftMigration> Compile(Compilation compilation, PackVersion? version, FormDefinition form) =>
        [
            .. compilation
                .Files.Keys.Where(f => f.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(f => Compile(compilation, f, version, form))
                .OfType<DraftMigration>()
                .OrderBy(m => m.From),
        ];

    private static DraftMigration? Compile(Compilation compilation, string file, PackVersion? version, FormDefinition form)
    {
        if (compilation.Open(file) is not { } root)
            return null;
        var (from, to) = (root.Integer("from", 1, MostMajor), root.Integer("to", 1, MostMajor));
        if (from is null)
            root.RequiredScalar("from");
        if (to is null)
            root.RequiredScalar("to");
        if (from is { } first && to is { } last)
            CheckVersions(root, file, first, last, version);
        var migration = new DraftMigration(
            from ?? 1,
            [.. root.Maps("rename").Select(m => ReadRename(m, form))],
            [.. root.Maps("split").Select(m => ReadSplit(m, form))],
            [.. root.Maps("drop").Select(ReadDrop)],
            [.. root.Maps("default").Select(m => ReadDefault(m, form))]
        );
        root.Finish();
        return migration;
    }

    private static void CheckVersions(MapReader root, string file, int from, int to, PackVersion? version)
    {
        var name = $"{from}-to-{to}.yaml";
        if (Path.GetFileName(file) != name)
            root.Add(root.Node, new($"文件名应为 {name}。", $"The file's name must be {name}."));
        if (from >= to)
            root.Add(root.Node["from"]!, new("from 应小于 to。", "“from” must be less than “to”."));
        if (version is { } own && to != own.Major)
            root.Add(
                root.Node["to"]!,
                new(
                    $"to 应为本版本 {own.Major}；通往旧版本的迁移已随旧版本发布，可以删去。",
                    $"“to” must be this version, {own.Major}; migrations to older versions are published with those and can go."
                )
            );
    }

    private static FieldRename ReadRename(MapReader map, FormDefinition form)
    {
        var rename = new FieldRename(map.Code("from").Text, map.Code("to").Text);
        if (rename.To.Length > 0 && map.Compilation.Knows(FormCompiler.File) && form.Find(rename.To) is null)
            map.Add(map.Scalar("to")!, NoField(rename.To));
        map.Finish();
        return rename;
    }

    private static AnswerSplit ReadSplit(MapReader map, FormDefinition form)
    {
        var into = map.Scalars("into");
        if (into.Count < 2)
            map.Add(map.Node["into"] ?? map.Node, new("into 至少要有两项。", "“into” needs at least two items."));
        foreach (var control in into)
            CheckControl(map, control, form);
        var by = map.Scalar("by");
        if (by is null || by.Text.Length == 0)
            map.Add(by ?? (Node)map.Node, new("缺少 by：两部分之间的分隔文字。", "“by” is missing: what stands between the pieces."));
        var split = new AnswerSplit(map.RequiredScalar("field").Text, by?.Text ?? " ", [.. into.Select(i => i.Text)]);
        map.Finish();
        return split;
    }

    private static string ReadDrop(MapReader map)
    {
        var field = map.Code("field").Text;
        map.Finish();
        return field;
    }

    private static AnswerDefault ReadDefault(MapReader map, FormDefinition form)
    {
        var control = map.RequiredScalar("field");
        CheckControl(map, control, form);
        var result = new AnswerDefault(control.Text, map.RequiredScalar("value").Text);
        map.Finish();
        return result;
    }

    private static void CheckControl(MapReader map, ScalarNode control, FormDefinition form)
    {
        if (control.Text.Length > 0 && map.Compilation.Knows(FormCompiler.File) && form.FindByControl(control.Text) is null)
            map.Add(control, NoField(control.Text));
    }

    private static LocalizedText NoField(string code) => new($"表单中没有字段“{code}”。", $"The form has no field “{code}”.");
}
