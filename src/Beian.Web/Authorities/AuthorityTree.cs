using System.Collections.Frozen;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Authorities;

/// <summary>The tree of authorities in memory: a few hundred offices, read once and again after a change.</summary>
public sealed class AuthorityTree(IReadOnlyList<Authority> all)
{
    private readonly FrozenDictionary<string, Authority> _byId = all.ToFrozenDictionary(a => a.Id);

    /// <summary>All offices, superiors first, in the order of their divisions.</summary>
    public IReadOnlyList<Authority> All { get; } = [.. all.OrderBy(a => a.Level).ThenBy(a => a.Division, StringComparer.Ordinal)];

    /// <summary>Those a filer may choose: the offices that give codes.</summary>
    public IEnumerable<Authority> Accepting => All.Where(a => a.Level > 0 && a.CodePrefix.Length > 0);

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

    /// <summary>Reads the tree.</summary>
    public static async Task<AuthorityTree> ReadAsync(AppDb db, CancellationToken stop) =>
        new(await db.Authorities.AsNoTracking().ToListAsync(stop));
}
