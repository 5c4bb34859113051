using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>Reads applications.yaml, which stands beside the packs' folders. Its titles carry their English with them.</summary>
public static class ApplicationsReader
{
    /// <summary>The file's name.</summary>
    internal const string File = "applications.yaml";

    /// <summary>Reads the file in the folder of all packs. Never throws for what it says.</summary>
    public static PortalReading Read(string packs)
    {
        var faults = new List<Fault>();
        var files = new Dictionary<string, Node>(StringComparer.Ordinal);
        var path = Path.Combine(packs, File);
        if (
            System.IO.File.Exists(path)
            && PackFiles.ReadText(packs, File, faults) is { } text
            && YamlNodes.Read(File, text, faults) is { } node
        )
            files[File] = node;
        var portal = Compile(new Compilation(files, faults), packs);
        return new(faults.Count == 0 ? portal : null, [.. faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]);
    }

    /// <summary>What the portal offers.</summary>
    internal static Portal Compile(Compilation compilation, string packs)
    {
        if (compilation.Open(File) is not { } root)
            return new([]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sections = root.Maps("sections").Select(s => CompileSection(s, seen, packs)).ToList();
        if (sections.Count == 0)
            root.Add(root.Node, new("sections 至少要有一项。", "“sections” needs at least one section."));
        root.Finish();
        return new(sections);
    }

    private static PortalSection CompileSection(MapReader map, HashSet<string> seen, string packs)
    {
        var section = new PortalSection(
            ReadCode(map, seen),
            ReadTitle(map),
            [.. map.Maps("tiles").Select(t => CompileTile(t, seen, packs))]
        );
        map.Finish();
        return section;
    }

    private static Tile CompileTile(MapReader map, HashSet<string> seen, string packs)
    {
        var service = map.Scalar("service");
        if (service is not null && !Directory.Exists(Path.Combine(packs, service.Text)))
            map.Add(service, new($"没有服务“{service.Text}”的文件夹。", $"There is no folder for the service “{service.Text}”."));
        var tile = new Tile(ReadCode(map, seen), ReadTitle(map), service?.Text);
        map.Finish();
        return tile;
    }

    private static string ReadCode(MapReader map, HashSet<string> seen)
    {
        var code = map.Code();
        if (code.Text.Length > 0 && !seen.Add(code.Text))
            map.Add(code, new($"代码“{code.Text}”重复。", $"The code “{code.Text}” is used twice."));
        return code.Text;
    }

    private static LocalizedText ReadTitle(MapReader map)
    {
        if (map.Map("title") is not { } title)
        {
            map.RequiredScalar("title");
            return new("?", "?");
        }
        var text = new LocalizedText(title.RequiredScalar("zh").Text, title.RequiredScalar("en").Text);
        title.Finish();
        return text;
    }
}
