using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>Reads applications.yaml, which stands beside the packs' folders. Its texts carry their English with them.</summary>
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
            return new([], [], []);
        var compiler = new PortalCompiler(packs);
        var sections = root.Maps("sections").Select(compiler.CompileSection).ToList();
        if (sections.Count == 0)
            root.Add(root.Node, new("sections 至少要有一项。", "“sections” needs at least one section."));
        var quick = PortalCompiler.CompileQuick(root, sections);
        var applications = root.Maps("applications").Select(m => compiler.CompileApplication(m, sections)).ToList();
        root.Finish();
        return new(sections, quick, applications);
    }
}
