namespace Beian.Definitions.Packs.Compiling;

/// <summary>Compiles laws/*.md. Their English is a title only and stands in the file itself.</summary>
internal static class LawsCompiler
{
    /// <summary>The folder they stand in, with the slash.</summary>
    public const string Folder = "laws/";

    /// <summary>The key under which a file's text stands beside its front matter.</summary>
    public const string Body = "body";

    /// <summary>The laws and guides, newest first.</summary>
    public static IReadOnlyList<Law> Compile(Compilation compilation) =>
        [
            .. compilation
                .Files.Keys.Where(f => f.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(f => Compile(compilation, f))
                .OfType<Law>()
                .OrderByDescending(l => l.EffectiveFrom)
                .ThenBy(l => l.Code, StringComparer.Ordinal),
        ];

    private static Law? Compile(Compilation compilation, string file)
    {
        if (compilation.Open(file) is not { } map)
            return null;
        var from = map.Date("effective-from");
        if (from is null)
            map.RequiredScalar("effective-from");
        var law = new Law(
            Path.GetFileNameWithoutExtension(file),
            new(map.RequiredScalar("title").Text, map.RequiredScalar("title-en").Text),
            from ?? default,
            map.Date("effective-to"),
            map.RequiredScalar(Body).Text
        );
        map.Finish();
        return law;
    }
}
