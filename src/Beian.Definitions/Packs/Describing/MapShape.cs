namespace Beian.Definitions.Packs.Describing;

/// <summary>The keys of one kind of map, as the compiler asks for them.</summary>
/// <param name="Path">Where such maps stand: <c>service.yaml/routes</c>; a field everywhere is <c>field</c>.</param>
internal sealed record MapShape(string Path)
{
    private readonly Dictionary<string, KeyShape> _keys = new(StringComparer.Ordinal);

    /// <summary>The keys, in the order they are asked for.</summary>
    public IReadOnlyCollection<KeyShape> Keys => _keys.Values;

    /// <summary>Notes that a key was asked for; what was known of it stays.</summary>
    public void Note(string key, Func<KeyShape, KeyShape> more) => _keys[key] = more(_keys.GetValueOrDefault(key) ?? new(key));
}
