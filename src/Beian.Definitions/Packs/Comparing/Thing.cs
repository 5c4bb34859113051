namespace Beian.Definitions.Packs.Comparing;

/// <summary>Something in a pack that has a name of its own (a file, a field, a choice, a rule), with what is said of it.</summary>
/// <param name="Path">Where it stands, by names: <c>form.yaml/fields/kind/choices/foreign</c>.</param>
internal sealed record Thing(string Path)
{
    /// <summary>What is said of it: key → text and whether the text is for people.</summary>
    public Dictionary<string, (string Text, bool IsForPeople)> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>Lists of plain words: key → words.</summary>
    public Dictionary<string, IReadOnlyList<string>> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>The order of what it lists: key → codes.</summary>
    public Dictionary<string, List<string>> Orders { get; } = new(StringComparer.Ordinal);

    /// <summary>Its own name.</summary>
    public string Code => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Its path in parts; a file below a folder is one part.</summary>
    public IReadOnlyList<string> Parts { get; } = Split(Path);

    private static string[] Split(string path)
    {
        var parts = path.Split('/');
        return parts[0].Contains('.', StringComparison.Ordinal) || parts.Length == 1 ? parts : [$"{parts[0]}/{parts[1]}", .. parts[2..]];
    }
}
