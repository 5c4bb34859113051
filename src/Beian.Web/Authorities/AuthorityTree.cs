using System.Collections.Frozen;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Authorities;

/// <summary>The tree of authorities in memory: a few hundred offices, read once and again after a change.</summary>
public sealed class AuthorityTree
{
    private readonly FrozenDictionary<string, Authority> _byId;
    private readonly Lazy<FrozenDictionary<string, string>> _choosable;

    public AuthorityTree(IReadOnlyList<Authority> all)
    {
        _byId = all.ToFrozenDictionary(a => a.Id);
        All = [.. all.OrderBy(a => a.Level).ThenBy(a => a.Division, StringComparer.Ordinal)];
        _choosable = new(() => Accepting.ToFrozenDictionary(a => a.Id, a => FullName(a.Id)));
    }

    /// <summary>All offices, superiors first, in the order of their divisions.</summary>
    public IReadOnlyList<Authority> All { get; }

    /// <summary>Those a filer may choose: the offices that give codes.</summary>
    public IEnumerable<Authority> Accepting => All.Where(a => a.Level > 0 && a.CodePrefix.Length > 0);

    /// <summary>Those that take filings of a way.</summary>
    public IEnumerable<Authority> AcceptingOn(ServiceDefinition service, Beian.Definitions.Packs.Route route) =>
        (
            service.ReviewedBy is { } reviewed ? All.Where(a => a.Level > 0 && a.Level <= reviewed.Level)
            : route.Levels.Count == 0 ? Accepting
            : All.Where(a => route.Levels.Contains(a.Level))
        ).Where(a => a.IsOpenFor(service.Code));

    /// <summary>Those that take filings of a way, by its code; of one there is no more, all that a filer may choose.</summary>
    public IEnumerable<Authority> AcceptingOn(ServiceDefinition service, string route) =>
        service.Routes.FirstOrDefault(r => r.Code == route) is { } way ? AcceptingOn(service, way) : Accepting;

    /// <summary>Those that take filings of any way of a service, superiors first.</summary>
    public IEnumerable<Authority> AcceptingFor(ServiceDefinition service) =>
        All.Intersect(service.Routes.SelectMany(r => AcceptingOn(service, r)));

    /// <summary>
    /// The office in charge of a division for a service: its own, or the nearest one above it, that is not below the level which reviews
    /// (0 ministry … 3 district) and takes the service; at last the ministry's.
    /// </summary>
    /// <param name="division">Six digits of GB/T 2260.</param>
    public Authority InChargeOf(string division, string service, int level) =>
        new[] { division, division[..4] + "00", division[..2] + "0000" }
            .Select(d => All.FirstOrDefault(a => a.Division == d && a.Level <= level && a.IsOpenFor(service)))
            .FirstOrDefault(a => a is not null)
        ?? Root;

    /// <summary>The ministry's office, above all others.</summary>
    public Authority Root => All[0];

    /// <summary>The names of those a filer may choose, with those above them, by their ids.</summary>
    public IReadOnlyDictionary<string, string> Choosable => _choosable.Value;

    /// <summary>The office with an id; null for an unknown one.</summary>
    public Authority? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>The office with an id that the database vouches for.</summary>
    public Authority this[string id] => _byId[id];

    /// <summary>Whether <paramref name="superior"/> is <paramref name="office"/> itself or above it.</summary>
    public bool IsWithin(string office, string superior) => this[office].Path.Contains($"/{superior}/", StringComparison.Ordinal);

    /// <summary>The ids of an office and everything below it.</summary>
    public IReadOnlyList<string> Subtree(string id) =>
        [.. All.Where(a => a.Path.StartsWith(this[id].Path, StringComparison.Ordinal)).Select(a => a.Id)];

    /// <summary>The office's name after those above it, without the ministry (广东省商务厅 / 广州市商务局).</summary>
    public string FullName(string id) =>
        string.Join(
            " / ",
            this[id]
                .Path.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => this[p])
                .Where(a => a.Level > 0 || a.Id == id)
                .Select(a => a.Name)
        );

    /// <summary>The name of the provincial office that an office is or belongs to.</summary>
    public string ProvinceOf(Authority authority) =>
        authority.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var province, ..] ? this[province].Name : authority.Name;

    /// <summary>Reads the tree.</summary>
    public static async Task<AuthorityTree> ReadAsync(AppDb db, CancellationToken stop) =>
        new(await db.Authorities.AsNoTracking().ToListAsync(stop));
}
