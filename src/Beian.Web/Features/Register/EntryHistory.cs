using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Register;

/// <summary>A version of an entry as everybody may know of it.</summary>
/// <param name="Kind">The kind of filing that made it, in words.</param>
/// <param name="Number">Its 登记表编号.</param>
public sealed record PublicVersion(int Version, DateOnly From, string KindCode, LocalizedText Kind, string Number, string AuthorityId);

/// <summary>An entry and what held on some day: its dated versions, its state with since when and why. Nothing in it is personal.</summary>
/// <param name="On">The day asked for; null: now.</param>
/// <param name="Shown">The version that held; null before the first.</param>
/// <param name="State">Whether the entry held; null before the first approval.</param>
/// <param name="Since">Since when it has that state.</param>
/// <param name="Why">Why, in plain words; null where the state says enough.</param>
/// <param name="Answers">The public answers of <paramref name="Shown"/>.</param>
/// <param name="Versions">All versions up to that day, newest first.</param>
/// <param name="Name">The enterprise's name then.</param>
public sealed record EntryHistory(
    RegisterEntry Entry,
    DateOnly? On,
    PublicVersion? Shown,
    EntryState? State,
    DateOnly Since,
    LocalizedText? Why,
    AnswerSet Answers,
    IReadOnlyList<PublicVersion> Versions,
    string Name
)
{
    private const int MostVersions = 200;

    /// <summary>The authority that kept it.</summary>
    public string AuthorityId => Shown?.AuthorityId is { Length: > 0 } id ? id : Entry.AuthorityId;

    /// <param name="on">A day in China; null: now.</param>
    public static async Task<EntryHistory> ReadAsync(
        AppDb db,
        Catalogue.Catalogue catalogue,
        RegisterEntry entry,
        DateOnly? on,
        CancellationToken stop
    )
    {
        var pack = catalogue[entry.Service];
        var kept = await db
            .EntryVersions.AsNoTracking()
            .Where(v => v.EntryId == entry.PublicId)
            .OrderByDescending(v => v.Version)
            .Take(MostVersions)
            .ToListAsync(stop);
        var end = on is { } day ? ChinaTime.StartOf(day.AddDays(1)) : DateTime.MaxValue;
        var then = kept.FindAll(v => v.ApprovedAt < end);
        IReadOnlyList<PublicVersion> versions = [.. then.Select(v => Of(v, pack))];
        // What came in without a filing has no versions; it has held since it came in.
        var isThere = then.Count > 0 || kept.Count == 0 && entry.FirstApprovedAt < end;
        if (!isThere)
            return new(entry, on, null, null, default, null, AnswerSet.Empty, [], entry.Name);
        var newest = then.FirstOrDefault();
        var answers =
            newest is null || newest.Version == entry.Version
                ? AnswerSet.FromJson(entry.PublicAnswers)
                : PublicAnswers.Of(catalogue, entry.Service, newest.DefinitionVersion, AnswerSet.FromJson(newest.Answers));
        var ended = entry.EndedAt < end ? entry.EndedAt : null;
        var kind = pack.Lifecycle.Find((ended is null ? newest?.Kind : entry.EndKind) ?? "");
        return new(
            entry,
            on,
            versions is [var shown, ..] ? shown : null,
            ended is null ? EntryState.Valid : entry.State,
            ChinaTime.DateAt(ended ?? entry.FirstApprovedAt),
            kind?.PublicNote,
            answers,
            versions,
            answers[pack.Service.NameField] ?? entry.Name
        );
    }

    private static PublicVersion Of(EntryVersion version, Pack pack) =>
        new(
            version.Version,
            ChinaTime.DateAt(version.ApprovedAt),
            version.Kind,
            pack.Lifecycle.Find(version.Kind)?.Label ?? new(version.Kind, version.Kind),
            version.Number,
            version.AuthorityId
        );
}
