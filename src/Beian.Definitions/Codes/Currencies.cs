namespace Beian.Definitions.Codes;

/// <summary>The currencies in use; those met most often first.</summary>
public static class Currencies
{
    private static readonly Dictionary<string, Currency> _byCode = EmbeddedTable
        .Read("currencies")
        .Select(r => new Currency(r[0], new(r[1], r[2])))
        .ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>All of them, in the order they are offered.</summary>
    public static IReadOnlyList<Currency> All { get; } = [.. _byCode.Values];

    /// <summary>A currency by its three letters; null where there is none.</summary>
    public static Currency? Find(string code) => _byCode.GetValueOrDefault(code);
}
