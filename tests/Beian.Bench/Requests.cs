using Beian.Web.Features.Register.Search;

namespace Beian.Bench;

/// <summary>What is asked, drawn from all names at random; the same in every run.</summary>
internal sealed class Requests(int entries)
{
    private const int Count = 2000;
    private const string Register = "/register/foreign-trade-operator";

    /// <summary>The brand, four characters of it.</summary>
    public IReadOnlyList<string> Brands { get; } = Draw(entries, 1, (e, _) => e.Brand.Length == 4 ? Name(e.Brand) : null);

    /// <summary>Any four characters of the Chinese name, frequent ones too.</summary>
    public IReadOnlyList<string> Windows { get; } = Draw(entries, 2, (e, random) => Name(Piece(e.Name, 4, random)));

    /// <summary>Two characters of the Chinese name, or one.</summary>
    public IReadOnlyList<string> Shorts { get; } = Draw(entries, 3, (e, random) => Name(Piece(e.Name, random.Next(1, 3), random)));

    /// <summary>One to eight characters of either name, one to three pieces: what the slowest query is looked for among.</summary>
    public IReadOnlyList<string> Mixed { get; } = DrawMixed(entries, 4);

    /// <summary>Others of the same kind, so that the slowest one is not the first one.</summary>
    public IReadOnlyList<string> WarmUp { get; } = DrawMixed(entries, 6);

    /// <summary>A whole code: 13 digits, social credit or number of the entry.</summary>
    public IReadOnlyList<string> Codes { get; } =
        Draw(entries, 5, (e, random) => $"{Register}?code={new[] { e.Code, e.Uscc, e.Number }[random.Next(3)]}&name=");

    /// <summary>The first page of a word that half of the names have.</summary>
    public IReadOnlyList<string> FirstPages { get; } = [Name("有限")];

    /// <summary>Pages deep in the same list.</summary>
    public IReadOnlyList<string> DeepPages { get; } =
    [.. Enumerable.Range(0, Count).Select(i => $"{Name("有限")}&before={1 + i * 7919L % (entries / 2)}")];

    private static List<string> DrawMixed(int entries, int seed) =>
        Draw(
            entries,
            seed,
            (e, random) =>
                Name(
                    string.Join(
                        ' ',
                        Enumerable
                            .Range(0, random.Next(3) == 0 ? random.Next(2, 4) : 1)
                            .Select(_ => Piece(random.Next(4) == 0 ? e.NameEn : e.Name, random.Next(1, 9), random))
                    )
                )
        );

    private static string Name(string text) => $"{Register}?code=&name={Uri.EscapeDataString(text)}";

    private static List<string> Draw(int entries, int seed, Func<SyntheticEntry, Random, string?> path)
    {
        var random = new Random(seed);
        var paths = new List<string>(Count);
        while (paths.Count < Count)
            if (path(SyntheticEntry.At(random.Next(entries)), random) is { } drawn)
                paths.Add(drawn);
        return paths;
    }

    private static string Piece(string text, int length, Random random)
    {
        var start = random.Next(Math.Max(1, text.Length - length + 1));
        var piece = text.Substring(start, Math.Min(length, text.Length - start));
        return SearchText.Terms(piece).Count == 0 ? "有限" : piece;
    }
}
