using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>The confirmed profile of an account: its entry of a profile service. Answered by the register, as <see cref="CodeHasEntry"/>.</summary>
public delegate Task<EntryInForce?> FindProfile(AppDb db, string service, Guid account, CancellationToken stop);

/// <summary>What is known of accounts by their profiles: an entry is what was confirmed, an open filing what waits (待确认).</summary>
public sealed class Profiles(AppDb db, Catalogue.Catalogue catalogue, FindProfile find)
{
    private static readonly IReadOnlyDictionary<string, OutsideAnswers> _nothing = new Dictionary<string, OutsideAnswers>();

    /// <summary>What an evaluation of this pack may know of the account's profile. It is captured in the revision with its source.</summary>
    public async Task<IReadOnlyDictionary<string, OutsideAnswers>> ReadAsync(Pack pack, Guid? account, CancellationToken stop)
    {
        if (pack.Service.Profile is not { } use || account is not { } owner || catalogue.Find(use.Service) is not { } profile)
            return _nothing;
        if (await find(db, use.Service, owner, stop) is not { Ended: null } entry)
            return _nothing;
        // Personal answers are not taken over, so they stay sealed.
        var answers = AnswerSet.FromJson(entry.Answers);
        return new Dictionary<string, OutsideAnswers>
        {
            [EvaluationContext.Profile] = use.Take(profile, $"profile {entry.Number} version {entry.Version}", answers),
        };
    }

    /// <summary>Where an account stands with a profile.</summary>
    public async Task<ProfileStanding> FindAsync(string service, Guid account, CancellationToken stop)
    {
        var entry = await find(db, service, account, stop);
        var open = await db
            .OpenFilings.AsNoTracking()
            .Where(f => f.Service == service && f.OwnerId == account)
            .OrderByDescending(f => f.Id)
            .FirstOrDefaultAsync(stop);
        return new(entry is { Ended: null } ? entry : null, open);
    }
}

/// <summary>Where an account stands with its profile.</summary>
/// <param name="Confirmed">What the authority confirmed last; null before the first time.</param>
/// <param name="Open">What is being filled in or waits to be confirmed; null for nothing.</param>
public sealed record ProfileStanding(EntryInForce? Confirmed, Filing? Open)
{
    /// <summary>Whether the profile stands as the authority confirmed it: nothing that was sent waits or came back.</summary>
    public bool IsConfirmed => Confirmed is not null && Open is not { Revision: > 0 };
}
