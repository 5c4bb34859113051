using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Features.Office.Filings;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office;

/// <summary>
/// Which of some selected filings can be dealt with together: only those that leave nothing to look at. A fixed number of queries,
/// however many are selected.
/// </summary>
public sealed class Batches(AppDb db, Desk desk, Catalogue.Catalogue catalogue, Vault vault)
{
    /// <summary>More than a page of the queue is never selected.</summary>
    public const int Most = 100;

    /// <summary>The selected filings this officer may read, by due date; others are not there.</summary>
    public async Task<IReadOnlyList<BatchItem>> ReadAsync(bool approves, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var filings = await desk.Readable()
            .AsNoTracking()
            .Where(f => ids.Contains(f.Id))
            .OrderBy(f => f.DueOn)
            .ThenBy(f => f.Id)
            .Take(Most)
            .ToListAsync(stop);
        var facts = approves ? await FactsAsync(filings, stop) : null;
        return filings.ConvertAll(f => new BatchItem(
            f.Id,
            f.SubjectName,
            f.Number,
            f.Revision,
            f.DueOn,
            facts is null ? AgainstAssigning(f) : AgainstApproving(f, filings[0], facts)
        ));
    }

    /// <summary>The pack of the first filing that can be approved: what the authority fills in is asked once for all.</summary>
    public async Task<Pack?> FindPackAsync(IReadOnlyList<BatchItem> items, CancellationToken stop)
    {
        if (items.FirstOrDefault(i => i.Obstacle is null) is not { } first)
            return null;
        return catalogue.PackOf(await db.Filings.AsNoTracking().SingleAsync(f => f.Id == first.Id, stop));
    }

    private LocalizedText? AgainstAssigning(Filing filing) =>
        filing.AuthorityId != desk.Officer.AuthorityId ? NotHere
        : filing.State is not (FilingState.Submitted or FilingState.Returned) ? Closed
        : null;

    private LocalizedText? AgainstApproving(Filing filing, Filing first, Facts facts)
    {
        if (filing.AuthorityId != desk.Officer.AuthorityId)
            return NotHere;
        if (filing.State != FilingState.Submitted)
            return Closed;
        var pack = catalogue.PackOf(filing);
        var kind = pack.Lifecycle.Kinds.First(k => k.Code == filing.Kind);
        if (!kind.Batch)
            return new("这项业务须逐件审核。", "Filings of this kind are approved one by one.");
        if (filing.Service != first.Service || filing.DefinitionVersion != first.DefinitionVersion)
            return new(
                "与所选第一件不是同一业务或版本，请分开办理。",
                "It is of another service or version than the first one; please do it separately."
            );
        if (filing.AwaitsAcceptance(kind))
            return new("尚未受理。", "It is not accepted yet.");
        if (filing.AssignedToId is { } officer && officer != desk.Officer.AccountId)
            return new($"已分给{filing.AssignedToName}办理。", $"It is given to {filing.AssignedToName}.");
        if (facts.Entered.Contains((filing.Service, filing.CodeKey)))
            return new("该企业代码已有有效登记。", "This enterprise code has a valid entry.");
        if (facts.Rivals.Contains((filing.Service, filing.CodeKey)))
            return new("同一企业代码还有其他账号的备案。", "Other accounts filed for the same enterprise code.");
        if (facts.Noted.Contains(filing.Id))
            return new("有未处理的批注。", "There are open notes.");
        return AgainstRevision(filing, pack, facts.Revisions[filing.Id]);
    }

    /// <summary>What the newest revision itself says against being approved unseen.</summary>
    private LocalizedText? AgainstRevision(Filing filing, Pack pack, Revision revision)
    {
        if (revision.SheetMatch is { } match && match != SheetMatch.Matches)
            return new("登记表扫描件待核对。", "The scan of the signed sheet must be looked at.");
        var answers = SealedAnswers.Open(revision.Answers, revision.PersonalAnswers, filing.SubjectKey, vault);
        var reminders = Evaluator.Evaluate(pack, answers, revision.ReadContext()).Problems;
        return reminders.Count == 0 ? null : new($"有提示：{reminders[0].Message.Zh}", $"There is a note: {reminders[0].Message.En}");
    }

    private async Task<Facts> FactsAsync(List<Filing> filings, CancellationToken stop)
    {
        var all = db.Filings;
        var (ids, keys) = (filings.ConvertAll(f => f.Id), filings.Select(f => f.CodeKey).Distinct().ToList());
        var services = filings.Select(f => f.Service).Distinct().ToList(); // by which codes are found
        var revisions = await db
            .Revisions.AsNoTracking()
            .Where(r => ids.Contains(r.FilingId) && all.Any(f => f.Id == r.FilingId && f.Revision == r.Number))
            .ToDictionaryAsync(r => r.FilingId, stop);
        var entered = await db
            .RegisterEntries.Where(e => services.Contains(e.Service) && keys.Contains(e.CodeKey) && e.State == EntryState.Valid)
            .Select(e => new { e.Service, e.CodeKey })
            .ToListAsync(stop);
        var rivals = await db
            .Filings.Where(f =>
                services.Contains(f.Service)
                && keys.Contains(f.CodeKey)
                && f.Revision > 0
                && (f.State == FilingState.Submitted || f.State == FilingState.Returned)
            )
            .GroupBy(f => new { f.Service, f.CodeKey })
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToListAsync(stop);
        var noted = await db.Notes.Where(n => ids.Contains(n.FilingId) && n.SettledAt == null).Select(n => n.FilingId).ToListAsync(stop);
        return new(
            revisions,
            entered.Select(e => (e.Service, e.CodeKey)).ToHashSet(),
            rivals.Select(r => (r.Service, r.CodeKey)).ToHashSet(),
            noted.ToHashSet()
        );
    }

    private static LocalizedText NotHere { get; } = new("由其他机关审核。", "Another authority decides on it.");

    private static LocalizedText Closed { get; } = new("已不在待审状态。", "It is no longer waiting for review.");

    private sealed record Facts(
        IReadOnlyDictionary<Guid, Revision> Revisions,
        IReadOnlySet<(string Service, string CodeKey)> Entered,
        IReadOnlySet<(string Service, string CodeKey)> Rivals,
        IReadOnlySet<Guid> Noted
    );
}
