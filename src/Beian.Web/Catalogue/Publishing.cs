using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Catalogue;

/// <summary>Publishes a version of a pack, where the versions there are allow it.</summary>
public sealed class Publishing(AppDb db, Catalogue catalogue, TimeProvider clock)
{
    /// <returns>What was decided; where it may and was not yet, it is published now.</returns>
    public async Task<Publication> PublishAsync(Pack pack, CancellationToken stop)
    {
        try
        {
            return await TryAsync(pack, stop);
        }
        catch (DbUpdateException)
        {
            // Somebody published the same version in the same moment: now it is there to compare with.
            db.ChangeTracker.Clear();
            return await TryAsync(pack, stop);
        }
    }

    /// <summary>The newest minor of each major version of a service that is published.</summary>
    /// <exception cref="InvalidDataException">One of them is of a newer program.</exception>
    public async Task<IReadOnlyList<Pack>> VersionsOfAsync(string service, CancellationToken stop)
    {
        var all = await db.PublishedPacks.AsNoTracking().Where(p => p.Service == service).ToListAsync(stop);
        return [.. all.GroupBy(p => p.Major).Select(g => PackReader.FromJson(g.MaxBy(p => p.Minor)!.Json))];
    }

    /// <summary>One published version; null where there is none.</summary>
    /// <exception cref="InvalidDataException">It is of a newer program.</exception>
    public async Task<Pack?> FindAsync(string service, PackVersion version, CancellationToken stop) =>
        await db
            .PublishedPacks.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Service == service && p.Major == version.Major && p.Minor == version.Minor, stop)
            is { } published
            ? PackReader.FromJson(published.Json)
            : null;

    private async Task<Publication> TryAsync(Pack pack, CancellationToken stop)
    {
        var publication = Publication.Of(pack, await VersionsOfAsync(pack.Code, stop));
        if (publication is { IsPublished: false, Refusals.Count: 0 })
        {
            var process = new Process("PublishingPack", Actor.System, clock.GetUtcNow().UtcDateTime);
            db.Add(new PublishedPack(pack, process));
            await db.SaveAsync(process, stop);
            catalogue.Refresh();
        }
        return publication;
    }
}
