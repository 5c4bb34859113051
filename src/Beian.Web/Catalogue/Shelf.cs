using System.Collections.Immutable;
using Beian.Definitions.Packs;

namespace Beian.Web.Catalogue;

/// <summary>The published packs as this node knows them at one moment. Of each major version the newest minor counts.</summary>
/// <param name="Known">The ids of the published versions that were looked at.</param>
/// <param name="ByMajor">The pack of each service and major version.</param>
/// <param name="Unreadable">Versions this program cannot read.</param>
public sealed record Shelf(
    ImmutableHashSet<Guid> Known,
    ImmutableDictionary<(string Service, int Major), Pack> ByMajor,
    ImmutableList<UnreadableVersion> Unreadable
)
{
    public static Shelf Empty { get; } = new([], ImmutableDictionary<(string, int), Pack>.Empty, []);

    /// <summary>The newest version of each service: what new filings are made with.</summary>
    public IReadOnlyDictionary<string, Pack> Current { get; } =
        ByMajor.Values.GroupBy(p => p.Code).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Version)!);

    /// <summary>The same with one more version.</summary>
    public Shelf With(Guid id, Pack pack)
    {
        var key = (pack.Code, pack.Version.Major);
        var isNewer = !ByMajor.TryGetValue(key, out var there) || there.Version < pack.Version;
        return new(Known.Add(id), isNewer ? ByMajor.SetItem(key, pack) : ByMajor, Unreadable);
    }

    /// <summary>The same with a version that cannot be read.</summary>
    public Shelf With(UnreadableVersion version) => new(Known.Add(version.Id), ByMajor, Unreadable.Add(version));
}

/// <summary>A published version this program cannot read.</summary>
public sealed record UnreadableVersion(Guid Id, string Service, PackVersion Version);
