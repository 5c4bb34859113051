namespace Beian.Definitions.Packs.Describing;

/// <summary>What each key means, for schema and documentation; a part a file. A test holds them against what the compiler asks for.</summary>
internal static partial class KeyTexts
{
    // What all parts and cells of a sheet have in common is described once.
    private const string Cell = "sheets/*.yaml/cell/";

    private static readonly Dictionary<string, LocalizedText> _texts = new(
        OfService().Concat(OfForm()).Concat(OfLife()).Concat(OfSheets()).Concat(OfAround()),
        StringComparer.Ordinal
    );

    /// <summary>The paths that are described.</summary>
    public static IReadOnlyCollection<string> Paths => _texts.Keys;

    /// <summary>What a key or a file means; empty where nobody wrote it down.</summary>
    public static LocalizedText Of(string path) => _texts.GetValueOrDefault(path) ?? new("", "");

    /// <summary>Where the meaning of a key stands: settings of field types are described once.</summary>
    public static string PathOf(string map, string key) =>
        map.StartsWith(Shapes.Field + "#", StringComparison.Ordinal) ? $"{Shapes.Field}/{key}"
        : _texts.ContainsKey($"{map}/{key}") || !_texts.ContainsKey(Cell + key) || !map.StartsWith("sheets/", StringComparison.Ordinal)
            ? $"{map}/{key}"
        : Cell + key;
}
