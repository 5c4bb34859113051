using System.Text;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>Reads the files of a pack's folder into nodes.</summary>
internal static class PackFiles
{
    private const long MaxBytes = 1024 * 1024;
    private const long MaxAllBytes = 4 * MaxBytes;

    private static readonly string[] _known = ["service.yaml", "form.yaml", "lifecycle.yaml", "register.yaml", EnglishTexts.File];
    private static readonly string[] _knownFolders =
    [
        LawsCompiler.Folder,
        SheetsCompiler.Folder,
        MigrationsCompiler.Folder,
        PackCases.Folder,
    ];
    private static readonly EnumerationOptions _everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 3,
        AttributesToSkip = FileAttributes.ReparsePoint, // a link could lead in a circle
    };
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The files that make the pack's definition; a missing one is the compiler's business. Null, with a fault, where the folder
    /// itself is not to be read.
    /// </summary>
    public static Dictionary<string, Node>? Read(string folder, List<Fault> faults)
    {
        if (!Directory.Exists(folder))
        {
            faults.Add(new(Path.GetFileName(folder), 1, 1, new("没有这个文件夹。", "There is no such folder.")));
            return null;
        }
        var all = new DirectoryInfo(folder).EnumerateFiles("*", _everything).Sum(f => f.Length);
        if (all > MaxAllBytes)
        {
            faults.Add(
                new(
                    "service.yaml",
                    1,
                    1,
                    new(
                        $"整个文件夹大于 {MaxAllBytes / MaxBytes} MB。",
                        $"The folder is larger than {MaxAllBytes / MaxBytes} MB altogether."
                    )
                )
            );
            return null;
        }
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var file in _known.Where(f => File.Exists(Path.Combine(folder, f))))
            if (ReadText(folder, file, faults) is { } text && YamlNodes.Read(file, text, faults) is { } node)
                nodes[file] = node;
        foreach (var file in Below(folder, LawsCompiler.Folder, "*.md"))
            if (ReadText(folder, file, faults) is { } text && ReadLaw(file, text, faults) is { } node)
                nodes[file] = node;
        foreach (var (file, node) in ReadYaml(folder, SheetsCompiler.Folder, faults))
            nodes[file] = node;
        foreach (var (file, node) in ReadYaml(folder, MigrationsCompiler.Folder, faults))
            nodes[file] = node;
        foreach (var file in Below(folder, "", "*.y*ml").Except(_known, StringComparer.Ordinal))
            faults.Add(
                new(
                    file,
                    1,
                    1,
                    new($"不认识的文件；这里有：{string.Join(", ", _known)}。", $"Unknown file; known: {string.Join(", ", _known)}.")
                )
            );
        foreach (var inner in Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d) + "/").Order(StringComparer.Ordinal))
            if (!_knownFolders.Contains(inner, StringComparer.Ordinal))
                faults.Add(
                    new(
                        inner,
                        1,
                        1,
                        new(
                            $"不认识的文件夹；这里有：{string.Join(", ", _knownFolders)}。",
                            $"Unknown folder; known: {string.Join(", ", _knownFolders)}."
                        )
                    )
                );
        return nodes;
    }

    /// <summary>The YAML files of a folder inside the pack's.</summary>
    public static Dictionary<string, Node> ReadYaml(string folder, string inner, List<Fault> faults)
    {
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var file in Below(folder, inner, "*.yaml"))
            if (ReadText(folder, file, faults) is { } text && YamlNodes.Read(file, text, faults) is { } node)
                nodes[file] = node;
        return nodes;
    }

    /// <summary>A file's text; null, with a fault, where it is too large, unreadable or not UTF-8.</summary>
    public static string? ReadText(string folder, string file, List<Fault> faults)
    {
        try
        {
            var path = Path.Combine(folder, file);
            if (new FileInfo(path).Length > MaxBytes)
            {
                faults.Add(new(file, 1, 1, new("文件大于 1 MB。", "The file is larger than 1 MB.")));
                return null;
            }
            return _utf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new(file, 1, 1, new("文件不是 UTF-8 编码。", "The file is not UTF-8.")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(file, 1, 1, new("文件读不出来。", "The file cannot be read.")));
        }
        return null;
    }

    private static MapNode? ReadLaw(string file, string text, List<Fault> faults)
    {
        var end = text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---\n", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            faults.Add(
                new(
                    file,
                    1,
                    1,
                    new("文件应以两行“---”之间的标题和日期开头。", "The file must begin with its title and dates between two lines “---”.")
                )
            );
            return null;
        }
        // A comment instead of the first line keeps the lines of the front matter where they are.
        if (YamlNodes.Read(file, "#" + text[3..(end + 1)], faults) is not MapNode front)
            return null;
        var line = text[..(end + 5)].Count(c => c == '\n') + 1;
        var body = new ScalarNode(line, 1, text[(end + 5)..].Trim());
        return front with { Entries = [.. front.Entries, new(new ScalarNode(line, 1, LawsCompiler.Body), body)] };
    }

    private static IEnumerable<string> Below(string folder, string inner, string pattern)
    {
        var path = Path.Combine(folder, inner);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern).Select(f => inner + Path.GetFileName(f)).Order(StringComparer.Ordinal)
            : [];
    }
}
