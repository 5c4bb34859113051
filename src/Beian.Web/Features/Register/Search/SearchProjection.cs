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
        foreach (var entry in changed.OrderBy(e => e.Id))
            await index.PutAsync(entry.Id, entry.Service, SearchRow.Of(entry, catalogue.Find(entry.Service)!), stop);
    }
}
