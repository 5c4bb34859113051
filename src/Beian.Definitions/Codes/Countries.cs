namespace Beian.Definitions.Codes;

/// <summary>The countries and regions; China first.</summary>
public static class Countries
{
    private static readonly Dictionary<string, Country> _byCode = EmbeddedTable
        .Read("countries")
        .Select(r => new Country(r[0], new(r[3], r[4])))
        .ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>All of them, in the order they are offered.</summary>
    public static IReadOnlyList<Country> All { get; } = [.. _byCode.Values];

    /// <summary>A country by its two letters; null where there is none.</summary>
    public static Country? Find(string code) => _byCode.GetValueOrDefault(code);
}
