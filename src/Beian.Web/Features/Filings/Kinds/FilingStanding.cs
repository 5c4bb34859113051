using Beian.Definitions;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Kinds;

/// <summary>Where an approved filing stands in the register.</summary>
/// <param name="EntryId">The entry it made, or made a version of.</param>
/// <param name="EntryNumber">The entry's permanent number.</param>
/// <param name="InForce">Whether the version it made is the one that holds.</param>
/// <param name="Ended">How the entry ended (已注销 …); null while it holds.</param>
/// <param name="DutyDueOn">The last day for what must follow the approval; null where nothing is to be done, or it is done.</param>
public sealed record FilingStanding(
    Guid FilingId,
    Guid EntryId,
    string EntryNumber,
    bool InForce,
    LocalizedText? Ended,
    DateOnly? DutyDueOn
)
{
    /// <summary>The open filing about the entry; null for none.</summary>
    public OpenFiling? Open { get; init; }

    /// <summary>Whether something may be started from it: it holds, and nothing is open.</summary>
    public bool MayStart => InForce && Ended is null && Open is null;

    /// <summary>The standings of some filings, with what is open about their entries: two queries, however many there are.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FilingStanding>> ReadAsync(
        AppDb db,
        FindFilingStandings find,
        IReadOnlyCollection<Guid> filings,
        CancellationToken stop
    )
    {
        var standings = filings.Count == 0 ? [] : await find(db, filings, stop);
        if (standings.Count == 0)
            return new Dictionary<Guid, FilingStanding>();
        var entries = standings.Select(s => (Guid?)s.EntryId).Distinct().ToList();
        var open = await db
            .OpenFilings.Where(f => entries.Contains(f.EntryId))
            .Select(f => new { f.EntryId, Filing = new OpenFiling(f.Id, f.Kind, f.State) })
            .ToDictionaryAsync(f => f.EntryId!.Value, f => f.Filing, stop);
        return standings.ToDictionary(s => s.FilingId, s => s with { Open = open.GetValueOrDefault(s.EntryId) });
    }
}

/// <summary>A filing about an entry that nobody has decided on yet.</summary>
public sealed record OpenFiling(Guid Id, string Kind, FilingState State);

/// <summary>The standings of those of some filings that made an entry or a version of one. Answered by the register, as <see cref="CodeHasEntry"/>.</summary>
public delegate Task<IReadOnlyList<FilingStanding>> FindFilingStandings(
    AppDb db,
    IReadOnlyCollection<Guid> filings,
    CancellationToken stop
);
