namespace Beian.Web.Authorities;

/// <summary>What an authority sees: itself and everything below it. It decides only what is its own.</summary>
public sealed class Jurisdiction
{
    private readonly HashSet<string> _ids;

    public Jurisdiction(Authority authority, AuthorityTree tree)
    {
        Authority = authority;
        Ids = tree.Subtree(authority.Id);
        _ids = [.. Ids];
        IsEverything = authority.ParentId is null;
    }

    public Authority Authority { get; }

    /// <summary>The ids of the authority and of those below it.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Whether it is the whole country: then a query needs no list of authorities.</summary>
    public bool IsEverything { get; }

    public bool Includes(string authorityId) => _ids.Contains(authorityId);
}
