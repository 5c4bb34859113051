using System.Diagnostics.CodeAnalysis;

namespace Beian.Definitions.Packs.Describing;

/// <summary>What the compiler asked for while it read: the format of packs, from the compiler's own mouth.</summary>
internal sealed class Shapes
{
    /// <summary>What all fields are, in a form and in a table.</summary>
    public const string Field = "field";

    /// <summary>The list fields stand in.</summary>
    public const string Fields = "fields";

    private readonly Dictionary<string, MapShape> _shapes = new(StringComparer.Ordinal);

    /// <summary>All kinds of maps, by their path.</summary>
    public IReadOnlyDictionary<string, MapShape> All => _shapes;

    /// <summary>The field types, each with a shape of its own: <c>field#text</c>.</summary>
    public static string OfType(string type) => $"{Field}#{type}";

    /// <summary>The path of what stands under a key.</summary>
    public static string Below(string path, string key) =>
        key == Fields ? Field
        // What holds things of its own kind (industries below industries).
        : path.EndsWith("/" + key, StringComparison.Ordinal) ? path
        : $"{WithoutType(path)}/{key}";

    /// <summary>The path of a file: those of a folder are all alike.</summary>
    public static string OfFile(string file) =>
        file.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? $"{file[..slash]}/*{Path.GetExtension(file)}" : file;

    /// <summary>Notes that a key of a kind of map was asked for.</summary>
    public void Note(string path, string key, Func<KeyShape, KeyShape> more)
    {
        if (!_shapes.TryGetValue(path, out var shape))
            _shapes[path] = shape = new(path);
        shape.Note(key, more);
    }

    /// <summary>A kind of map by its path.</summary>
    public bool TryGet(string path, [NotNullWhen(true)] out MapShape? shape) => _shapes.TryGetValue(path, out shape);

    // What stands in a field is the same whatever its type (its choices, its number series).
    private static string WithoutType(string path) => path.StartsWith(Field + "#", StringComparison.Ordinal) ? Field : path;
}
