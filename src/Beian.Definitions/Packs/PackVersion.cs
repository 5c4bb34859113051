using System.Globalization;

namespace Beian.Definitions.Packs;

/// <summary>A definition version, written <c>1.0</c>. A minor one changes texts only.</summary>
/// <param name="Major">From 1. A filing keeps it.</param>
/// <param name="Minor">From 0. The newest holds for everybody.</param>
public readonly record struct PackVersion(int Major, int Minor) : IComparable<PackVersion>
{
    private const int MostDigits = 4;

    /// <summary>The version a text says; null where it says none.</summary>
    public static PackVersion? Parse(string text) =>
        text.Split('.') is [var major, var minor] && Number(major) is > 0 and var first && Number(minor) is { } second
            ? new(first, second)
            : null;

    /// <inheritdoc/>
    public int CompareTo(PackVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Whether the first is older.</summary>
    public static bool operator <(PackVersion a, PackVersion b) => a.CompareTo(b) < 0;

    /// <summary>Whether the first is newer.</summary>
    public static bool operator >(PackVersion a, PackVersion b) => a.CompareTo(b) > 0;

    /// <summary>Whether the first is older or the same.</summary>
    public static bool operator <=(PackVersion a, PackVersion b) => a.CompareTo(b) <= 0;

    /// <summary>Whether the first is newer or the same.</summary>
    public static bool operator >=(PackVersion a, PackVersion b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public override string ToString() => $"{Major}.{Minor}";

    private static int? Number(string text) =>
        text.Length <= MostDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
