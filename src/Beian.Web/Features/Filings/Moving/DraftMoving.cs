using Beian.Definitions;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Moving;

/// <summary>
/// Moves drafts to a new major version as the packs declare it, in batches that are a transaction each, and back. Only what was never
/// sent moves: what somebody decides on stays as it was sent.
/// </summary>
public sealed class DraftMoving(AppDb db, Catalogue.Catalogue catalogue, Vault vault, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>What a migration would do; nothing is changed.</summary>
    public async Task<MoveReport> PlanAsync(Pack to, CancellationToken stop)
    {
        var fates = new List<DraftFate>();
        foreach (var ids in (await IdsBelowAsync(to, stop)).Chunk(Batch))
        {
            db.ChangeTracker.Clear();
            fates.AddRange((await ReadAsync(ids, to, stop)).Select(d => d.Fate));
        }
        return new(fates, await StayingAsync(to, stop));
    }

    /// <summary>Moves every draft that can be.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody keeps editing one of a batch; what was moved before stays moved, and the rest can be moved later.</exception>
    public async Task<MoveReport> MoveAsync(Pack to, CancellationToken stop)
    {
        var fates = new List<DraftFate>();
        var ids = await IdsBelowAsync(to, stop);
        if (ids.Count == 0)
            return new([], await StayingAsync(to, stop));
        var begun = Begin("MigratingDrafts");
        var run = new DraftMigrationRun(to, begun);
        db.Add(run);
        await db.SaveAsync(begun, stop);
        foreach (var some in ids.Chunk(Batch))
            fates.AddRange(await AgainAsync(() => MoveBatchAsync(run, some, to, stop)));
        return new(fates, await StayingAsync(to, stop));
    }

    /// <summary>Undoes the last migration of a service that was not undone. Drafts edited since stay and are named.</summary>
    /// <returns>Null where there is none.</returns>
    public async Task<UndoReport?> UndoAsync(string service, CancellationToken stop)
    {
        var run = await db
            .DraftMigrationRuns.Where(r => r.Service == service && r.UndoneAt == null)
            .OrderByDescending(r => r.At)
            .FirstOrDefaultAsync(stop);
        if (run is null)
            return null;
        var ids = await db
            .MovedDrafts.Where(m => m.MigrationId == run.Id && m.MovedBackAt == null)
            .OrderBy(m => m.Id)
            .Select(m => m.Id)
            .ToListAsync(stop);
        var (back, edited) = (0, new List<string>());
        foreach (var some in ids.Chunk(Batch))
        {
            var kept = await AgainAsync(() => ReturnBatchAsync(some, stop));
            edited.AddRange(kept);
            back += some.Length - kept.Count;
        }
        db.ChangeTracker.Clear();
        run = await db.DraftMigrationRuns.SingleAsync(r => r.Id == run.Id, stop);
        var process = Begin("UndoingMigration");
        run.Undo(back, edited.Count, process);
        await db.SaveAsync(process, stop);
        return new(service, run.ToVersion, back, edited);
    }

    private async Task<List<DraftFate>> MoveBatchAsync(DraftMigrationRun run, Guid[] ids, Pack to, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var process = Begin("MigratingDrafts");
        var drafts = await ReadAsync(ids, to, stop);
        foreach (var (draft, fate) in drafts.Where(d => d.Fate.Outcome != MoveOutcome.Blocked))
        {
            db.Add(new MovedDraft(run, draft));
            var answers = SealedAnswers.Seal(fate.Answers, to, draft.SubjectKey, vault);
            draft.MoveTo(to.Version.ToString(), answers.Plain, answers.Personal, answers.Sha256, process);
        }
        await db.SaveAsync(process, stop);
        return drafts.ConvertAll(d => d.Fate);
    }

    /// <returns>The numbers of the drafts that stay.</returns>
    private async Task<List<string>> ReturnBatchAsync(Guid[] ids, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var process = Begin("UndoingMigration");
        var moved = await db.MovedDrafts.Where(m => ids.Contains(m.Id)).ToListAsync(stop);
        var filings = moved.ConvertAll(m => m.FilingId);
        var drafts = await db.Filings.Where(f => filings.Contains(f.Id)).ToDictionaryAsync(f => f.Id, stop);
        var edited = new List<string>();
        foreach (var one in moved)
            if (drafts[one.FilingId] is var draft && draft.State == FilingState.Draft && draft.Version == one.MovedToVersion)
                one.Return(draft, process);
            else
                edited.Add(draft.Number);
        await db.SaveAsync(process, stop);
        return edited;
    }

    private Task<List<Guid>> IdsBelowAsync(Pack to, CancellationToken stop)
    {
        var own = $"{to.Version.Major}.";
        return db
            .Filings.Where(f => f.Service == to.Code && f.State == FilingState.Draft && !f.DefinitionVersion.StartsWith(own))
            .OrderBy(f => f.Id)
            .Select(f => f.Id)
            .ToListAsync(stop);
    }

    private Task<int> StayingAsync(Pack to, CancellationToken stop)
    {
        var own = $"{to.Version.Major}.";
        return db.Filings.CountAsync(
            f => f.Service == to.Code && f.State != FilingState.Draft && !f.DefinitionVersion.StartsWith(own),
            stop
        );
    }

    private async Task<List<(Filing Draft, DraftFate Fate)>> ReadAsync(Guid[] ids, Pack to, CancellationToken stop)
    {
        var drafts = await db.Filings.Where(f => ids.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(stop);
        var files = await db
            .Attachments.AsNoTracking()
            .Where(a => ids.Contains(a.FilingId) && a.RemovedAt == null)
            .Select(a => new { a.FilingId, a.Code })
            .ToListAsync(stop);
        var codes = files.ToLookup(f => f.FilingId, f => f.Code);
        return [.. drafts.Where(d => IsBelow(d, to)).Select(d => (d, FateOf(d, codes[d.Id], to)))];
    }

    // Between the list of ids and the batch somebody may have sent it.
    private static bool IsBelow(Filing draft, Pack to) =>
        draft.State == FilingState.Draft && PackVersion.Parse(draft.DefinitionVersion) is { } version && version.Major < to.Version.Major;

    private DraftFate FateOf(Filing draft, IEnumerable<string> files, Pack to)
    {
        var answers = SealedAnswers.Open(draft.Answers, draft.PersonalAnswers, draft.SubjectKey, vault);
        var from = PackVersion.Parse(draft.DefinitionVersion)!.Value.Major;
        if (MigrationPath.Find(catalogue.VersionsOf(to.Code), from, to.Version.Major) is not { } path)
            return new(draft.Number, MoveOutcome.Blocked, [], [NoWay(from, to)], answers);
        var move = path.Apply(answers);
        List<LocalizedText> blocked = [.. move.Blocked];
        if (to.Service.Routes.All(r => r.Code != draft.Route))
            blocked.Add(new($"{to.Version} 没有备案登记方式“{draft.Route}”", $"{to.Version} has no route “{draft.Route}”"));
        if (to.Lifecycle.Kinds.All(k => k.Code != draft.Kind))
            blocked.Add(new($"{to.Version} 没有办理种类“{draft.Kind}”", $"{to.Version} has no kind of filing “{draft.Kind}”"));
        foreach (var code in files.Distinct().Where(c => to.Attachments.All(a => a.Code != c)))
            blocked.Add(
                new($"{to.Version} 没有附件“{code}”，文件没有位置", $"{to.Version} has no attachment “{code}”; the file has no place")
            );
        var outcome =
            blocked.Count > 0 ? MoveOutcome.Blocked
            : move.Lost.Count > 0 ? MoveOutcome.Loses
            : move.Answers.ToJson() != answers.ToJson() ? MoveOutcome.Changed
            : MoveOutcome.Unchanged;
        return new(draft.Number, outcome, move.Lost, blocked, move.Answers);
    }

    private static LocalizedText NoWay(int from, Pack to) =>
        new(
            $"没有声明从 {from} 到 {to.Version.Major} 的迁移（migrations/{from}-to-{to.Version.Major}.yaml）",
            $"no migration from {from} to {to.Version.Major} is declared (migrations/{from}-to-{to.Version.Major}.yaml)"
        );

    /// <summary>Somebody may save one of a batch in the same moment; then the batch is read anew.</summary>
    private static async Task<T> AgainAsync<T>(Func<Task<T>> batch)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await batch();
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5) { }
    }

    private Process Begin(string name) => new(name, Actor.System, clock.GetUtcNow().UtcDateTime);
}
