namespace Beian.Definitions.Codes;

/// <summary>The administrative divisions of China, three levels.</summary>
public static class Divisions
{
    private static readonly Dictionary<string, Division> _byCode = EmbeddedTable
        .Read("divisions")
        .Select(r => new Division(r[0], r[1], r[2][0] - '0', r[3].Length == 0 ? null : r[3]))
        .ToDictionary(d => d.Code, StringComparer.Ordinal);

    private static readonly ILookup<string, Division> _byParent = _byCode.Values.ToLookup(d => d.Parent ?? "", StringComparer.Ordinal);

    /// <summary>The provinces and what is on their level.</summary>
    public static IReadOnlyList<Division> Provinces { get; } = [.. _byParent[""]];

    /// <summary>A division by its code; null where the table has none.</summary>
    public static Division? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The divisions directly below one.</summary>
    public static IEnumerable<Division> Children(string code) => _byParent[code];

    /// <summary>A division's code after those above it, from the province down; empty where the table has none.</summary>
    public static IReadOnlyList<string> PathOf(string code) =>
        Find(code) is not { } division ? []
        : division.Parent is null ? [code]
        : [.. PathOf(division.Parent), code];

    /// <summary>A division's name with those above it (北京市海淀区); the levels that only fill the scheme (市辖区, 县) are left out.</summary>
    public static string FullName(string code)
    {
        var division = Find(code);
        if (division is null)
            return "";
        var name = division.Level == 2 && IsFiller(division.Name) && Children(code).Any() ? "" : division.Name;
        return division.Parent is null ? name : FullName(division.Parent) + name;
    }

    private static bool IsFiller(string name) => name is "市辖区" or "县" or "自治区直辖县级行政区划" or "省直辖县级行政区划";
}
