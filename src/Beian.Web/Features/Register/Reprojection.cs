using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>How many entries were worked over, and for how many of them the public sees something else now.</summary>
public sealed record Reprojected(int Entries, int Changed);

/// <summary>
/// Works the register of a service over after a new major version: what the public sees, and with it list and search, follows the
/// register.yaml in force. In batches, each a transaction of its own; what was interrupted goes on where it stopped.
/// </summary>
public sealed class Reprojection(AppDb db, Catalogue.Catalogue catalogue, TimeProvider clock)
{
    private const int Batch = 500;

    public async Task<Reprojected> RunAsync(string service, CancellationToken stop)
    {
        var pack = catalogue[service];
        var published = await db
            .PublishedPacks.Where(p => p.Service == service && p.Major == pack.Version.Major && p.Minor == pack.Version.Minor)
            .Select(p => p.Id)
            .SingleAsync(stop);
        var done = new Reprojected(0, 0);
        while (await RunBatchAsync(pack, published, stop) is { Entries: > 0 } batch)
            done = new(done.Entries + batch.Entries, done.Changed + batch.Changed);
        return done;
    }

    private async Task<Reprojected> RunBatchAsync(Pack pack, Guid published, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var major = pack.Version.Major;
        var entries = await db
            .RegisterEntries.Where(e => e.Service == pack.Code && e.RegisterMajor != major)
            .OrderBy(e => e.Id)
            .Take(Batch)
            .ToListAsync(stop);
        if (entries.Count == 0)
            return new(0, 0);
        var ids = entries.ConvertAll(e => e.PublicId);
        var versions = await db
            .EntryVersions.AsNoTracking()
            .Where(v => ids.Contains(v.EntryId))
            .ToDictionaryAsync(v => (v.EntryId, v.Version), v => v.Answers, stop);
        var changed = 0;
        foreach (var entry in entries)
        {
            // What came in without a filing has nothing but what the public sees.
            var answers = AnswerSet.FromJson(versions.GetValueOrDefault((entry.PublicId, entry.Version)) ?? entry.PublicAnswers);
            var from = PackVersion.Parse(entry.DefinitionVersion)?.Major ?? entry.RegisterMajor;
            changed += entry.Show(PublicAnswers.Of(catalogue, pack.Code, from, answers).ToJson(), major) ? 1 : 0;
        }
        var process = new Process("ReprojectingRegister", Actor.System, clock.GetUtcNow().UtcDateTime);
        process.Record(
            "RegisterReprojected",
            "pack",
            published,
            new
            {
                service = pack.Code,
                version = pack.Version.ToString(),
                entries = entries.Count,
                changed,
            }
        );
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // An approval changed one of them meanwhile; the batch is read anew.
            return await RunBatchAsync(pack, published, stop);
        }
        return new(entries.Count, changed);
    }
}
