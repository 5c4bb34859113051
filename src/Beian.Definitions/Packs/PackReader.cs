using System.Text.Json;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>Reads a pack from its text files, or from the canonical JSON of a published version.</summary>
public static class PackReader
{
    /// <summary>Reads the folder of a pack. Never throws for what the files say.</summary>
    public static PackReading Read(string folder)
    {
        var faults = new List<Fault>();
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var files = PackFiles.Read(path, faults);
        return PackCompiler.Compile(Path.GetFileName(path), files, faults);
    }

    /// <summary>Reads what <see cref="Pack.Json"/> holds. JSON that no reader here wrote is refused with <see cref="InvalidDataException"/>.</summary>
    public static Pack FromJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var format = root.GetProperty("format").GetInt32();
        if (format != PackCompiler.Format)
            throw new InvalidDataException($"The pack has format {format}; this program reads format {PackCompiler.Format}.");
        var files = root.GetProperty("files")
            .EnumerateObject()
            .ToDictionary(f => f.Name, f => JsonNodes.Read(f.Value), StringComparer.Ordinal);
        var reading = PackCompiler.Compile(root.GetProperty("code").GetString()!, files, []);
        return reading.Pack ?? throw new InvalidDataException(string.Join('\n', reading.Faults.Select(f => f.In(Language.En))));
    }
}
