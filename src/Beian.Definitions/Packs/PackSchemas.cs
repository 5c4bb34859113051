using System.Text.Encodings.Web;
using System.Text.Json;
using Beian.Definitions.Packs.Describing;

namespace Beian.Definitions.Packs;

/// <summary>
/// JSON Schemas of the YAML files of packs, for editors: they know the keys, say what they mean and underline what is wrong while it is
/// typed. Made from what the compiler asks for, so that they cannot say anything else; what needs the whole pack only the compiler knows.
/// </summary>
public static class PackSchemas
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schemas by the name of their file, <c>form.schema.json</c>; texts end with a line break.</summary>
    public static IReadOnlyDictionary<string, string> All()
    {
        var shapes = ShapeProbe.Run();
        return shapes
            .All.Keys.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal))
            .ToDictionary(NameOf, p => new PackSchema(shapes).Of(p).ToJsonString(_readable) + "\n", StringComparer.Ordinal);
    }

    /// <summary>The schema's file for a path of files: <c>cases/*.yaml</c> has <c>cases.schema.json</c>.</summary>
    internal static string NameOf(string path) =>
        (
            path.Contains('/', StringComparison.Ordinal)
                ? path[..path.IndexOf('/', StringComparison.Ordinal)]
                : Path.GetFileNameWithoutExtension(path)
        ) + ".schema.json";
}
