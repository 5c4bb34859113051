using System.Text.Json;
using Beian.Definitions.Packs.Compiling;
using Beian.Definitions.Packs.Nodes;

namespace Beian.Definitions.Packs;

/// <summary>Reads a pack from its text files, or from the canonical JSON of a published version.</summary>
public static class PackReader
{
    /// <summary>The format of the canonical JSON written now. Every format ever published stays readable.</summary>
    public const int Format = PackCompiler.Format;

    /// <summary>Reads the folder of a pack. Never throws for what the files say.</summary>
    public static PackReading Read(string folder)
    {
        var faults = new List<Fault>();
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (PackFiles.Read(path, faults) is not { } files)
            return new(null, faults);
        var reading = PackCompiler.Compile(Path.GetFileName(path), files, faults);
        if (reading.Pack is not { Service.Profile: not null } pack)
            return reading;
        List<Fault> beside = [.. ProfileCheck.Check(Path.GetDirectoryName(path)!, pack)];
        return beside.Count == 0 ? reading : new(null, beside);
    }

    /// <summary>Reads what <see cref="Pack.Json"/> holds. JSON that no reader here wrote is refused with <see cref="InvalidDataException"/>.</summary>
    public static Pack FromJson(string json)
    {
        var (code, files) = ReadFiles(json);
        var reading = PackCompiler.Compile(code, files, [], strict: false);
        return reading.Pack ?? throw new InvalidDataException(string.Join('\n', reading.Faults.Select(f => f.In(Language.En))));
    }

    private static (string Code, Dictionary<string, Node> Files) ReadFiles(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var format = root.GetProperty("format").GetInt32();
            // A later format gets its own reading here, which brings its files to what the compiler expects; none is ever taken away.
            if (format != Format)
                throw new InvalidDataException($"The pack has format {format}; this program reads format {Format}.");
            var files = root.GetProperty("files").EnumerateObject();
            return (
                root.GetProperty("code").GetString()!,
                files.ToDictionary(f => f.Name, f => JsonNodes.Read(f.Value), StringComparer.Ordinal)
            );
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("This is not the canonical JSON of a pack.", e);
        }
    }
}
