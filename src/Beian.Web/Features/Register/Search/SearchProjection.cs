using Beian.Definitions.Answers;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beian.Web.Features.Register.Search;

/// <summary>Keeps the search in step with the register: runs after whatever changes entries.</summary>
public sealed class SearchProjection(DatabaseProvider provider, Catalogue.Catalogue catalogue) : Projection
{
    public override async Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
    {
        var changed = db
            .ChangeTracker.Entries<RegisterEntry>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified)
            .Select(e => e.Entity)
            .ToList();
        if (changed.Count == 0)
            return;
        // Ids are the database's.
        await db.SaveChangesAsync(stop);
        var index = new SearchIndex(provider, db.Database.CurrentTransaction!.GetDbTransaction());
        await index.LockAsync(stop);
        var former = await FormerAsync(db, changed.FindAll(e => e.Version > 1), stop);
        using var items = new SearchItemWriter();
        foreach (var entry in changed.OrderBy(e => e.Id))
        {
            var row = SearchRow.Of(entry, catalogue.Find(entry.Service)!, [.. former[entry.PublicId]], items);
            await index.PutAsync(entry.Id, entry.Service, row, stop);
        }
    }

    /// <summary>What the public saw of entries before their version in force.</summary>
    private async Task<ILookup<Guid, AnswerSet>> FormerAsync(AppDb db, List<RegisterEntry> entries, CancellationToken stop)
    {
        var services = entries.ToDictionary(e => e.PublicId, e => e.Service);
        var current = entries.ToDictionary(e => e.PublicId, e => e.Version);
        var ids = services.Keys.ToList();
        var versions =
            ids.Count == 0
                ? []
                : await db
                    .EntryVersions.AsNoTracking()
                    .Where(v => ids.Contains(v.EntryId))
                    .Select(v => new
                    {
                        v.EntryId,
                        v.Version,
                        v.DefinitionVersion,
                        v.Answers,
                    })
                    .ToListAsync(stop);
        return versions
            .Where(v => v.Version != current[v.EntryId])
            .OrderByDescending(v => v.Version)
            .ToLookup(
                v => v.EntryId,
                v => PublicAnswers.Of(catalogue, services[v.EntryId], v.DefinitionVersion, AnswerSet.FromJson(v.Answers))
            );
    }
}
