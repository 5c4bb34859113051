using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Catalogue;

/// <summary>
/// The services on offer: the published packs, compiled once a version. A minor version holds for everybody at once, a filing keeps its
/// major one. What is published meanwhile, here or by another node, is taken up by <see cref="Refresh"/>.
/// </summary>
public sealed class Catalogue(IServiceScopeFactory scopes, ILogger<Catalogue> logger)
{
    private readonly Lock _turn = new();
    private volatile Shelf? _shelf;

    /// <summary>The packs in force.</summary>
    public IReadOnlyCollection<Pack> Packs => [.. Shelf.Current.Values];

    /// <summary>Published versions this program cannot read: those of a newer one.</summary>
    public IReadOnlyList<UnreadableVersion> Unreadable => Shelf.Unreadable;

    private Shelf Shelf => _shelf ?? Refresh();

    /// <summary>The pack in force for a service that the database vouches for.</summary>
    public Pack this[string service] => Shelf.Current[service];

    /// <summary>The pack in force for a service; null for an unknown service.</summary>
    public Pack? Find(string service) => Shelf.Current.GetValueOrDefault(service);

    /// <summary>The pack of a service that is filed from a page of its own; null for an unknown one, and for the profile of an account.</summary>
    public Pack? FindListed(string service) => Find(service) is { Service.IsProfile: false } pack ? pack : null;

    /// <summary>The pack of a service whose register is public; null for any other.</summary>
    public Pack? FindPublic(string service) => Find(service) is { Register.IsPublic: true } pack ? pack : null;

    /// <summary>The pack a filing made with a version goes on with: the newest minor of its major version.</summary>
    /// <exception cref="InvalidOperationException">There is none that this program can read.</exception>
    public Pack For(string service, string definitionVersion) =>
        Find(service, definitionVersion)
        ?? throw new InvalidOperationException($"No readable version {definitionVersion} of {service} is published.");

    /// <summary>The readable versions of a service, the newest minor of each major.</summary>
    public IReadOnlyList<Pack> VersionsOf(string service) => [.. Shelf.ByMajor.Values.Where(p => p.Code == service)];

    private Pack? Find(string service, string definitionVersion)
    {
        if (PackVersion.Parse(definitionVersion) is not { } version)
            return null;
        var key = (service, version.Major);
        // Another node may have published it a moment ago.
        return Shelf.ByMajor.GetValueOrDefault(key) ?? Refresh().ByMajor.GetValueOrDefault(key);
    }

    /// <summary>Takes up what was published since the last time.</summary>
    public Shelf Refresh()
    {
        lock (_turn)
        {
            var shelf = _shelf ?? Shelf.Empty;
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var ids = db.PublishedPacks.Select(p => p.Id).ToList();
            var fresh = ids.Except(shelf.Known).ToList();
            if (fresh.Count > 0)
                foreach (var published in db.PublishedPacks.AsNoTracking().Where(p => fresh.Contains(p.Id)).ToList())
                    shelf = Take(shelf, published);
            _shelf = shelf;
            return shelf;
        }
    }

    private Shelf Take(Shelf shelf, PublishedPack published)
    {
        try
        {
            return shelf.With(published.Id, PackReader.FromJson(published.Json));
        }
        catch (InvalidDataException fault)
        {
            logger.LogError(fault, "Pack {Service} {Version} cannot be read by this program", published.Service, published.Version);
            return shelf.With(new UnreadableVersion(published.Id, published.Service, published.Version));
        }
    }
}
