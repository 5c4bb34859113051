namespace Beian.Definitions.Sheets;

/// <summary>What a sheet may print besides answers.</summary>
public static class SheetFacts
{
    /// <summary>系统编号.</summary>
    public const string FilingNumber = "filing.number";

    /// <summary>The name of the authority that decides.</summary>
    public const string FilingAuthority = "filing.authority";

    /// <summary>The kind of filing (备案登记, 变更).</summary>
    public const string FilingKind = "filing.kind";

    /// <summary>The way of filing chosen at the start.</summary>
    public const string FilingRoute = "filing.route";

    /// <summary>The date of the approval.</summary>
    public const string ApprovedOn = "entry.approved-on";

    /// <summary>All of them.</summary>
    public static IReadOnlySet<string> Names { get; } =
        new HashSet<string>(StringComparer.Ordinal) { FilingNumber, FilingAuthority, FilingKind, FilingRoute, ApprovedOn };
}
