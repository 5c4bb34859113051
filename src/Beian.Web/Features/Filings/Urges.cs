using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings.Reminding;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>催办: the filer reminds the officers of what waits with them, once a day in China at most.</summary>
public sealed class Urges(AppDb db, AuthorityTree authorities, Catalogue.Catalogue catalogue, Filer filer, TimeProvider clock)
{
    /// <summary>What the keys of its notices begin with; the day follows.</summary>
    public const string Notice = "urged/";

    // So many officers of an office read one mail each; in a large office those who are there longest.
    private const int MostOfficers = 20;

    /// <summary>Whether the filing was urged today already, so that the button rests.</summary>
    public Task<bool> IsUrgedTodayAsync(Guid filing, CancellationToken stop)
    {
        var today = Key;
        return db.FilingNotices.AnyAsync(n => n.FilingId == filing && n.Notice == today, stop);
    }

    /// <summary>Reminds them. The notice's key lets it happen once a day, whatever is pressed twice.</summary>
    /// <exception cref="Refused">It does not wait with the authority, or was urged today already.</exception>
    public async Task UrgeAsync(Filing filing, CancellationToken stop)
    {
        if (filing.State != FilingState.Submitted)
            throw new Refused(new("现在不在机关手里，不需要催办。", "It does not wait with the authority now; there is nobody to remind."));
        if (await IsUrgedTodayAsync(filing.Id, stop))
            throw Already;
        var process = filer.Begin("UrgingFiling");
        db.Add(new FilingNotice(filing.Id, Key, process.Now));
        process.Record("FilingUrged", "filing", filing.Id, new { authority = filing.AuthorityId });
        var mail = FilingMails.About(filing, catalogue.PackOf(filing), authorities[filing.AuthorityId]) with
        {
            Path = Links.OfficeFiling(filing.Id),
            DueOn = filing.DueOn,
            SavedOn = filing.SubmittedAt is { } at ? ChinaTime.DateAt(at) : null,
        };
        foreach (var address in await OfficersAsync(filing, stop))
            process.Send(new OutboxMessage(MailChannel.Name, address, "filing-urged", mail, process.Id, process.Now));
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await IsUrgedTodayAsync(filing.Id, stop))
                throw Already;
            throw;
        }
    }

    private static Refused Already =>
        new(new("今天已经催办过，每天可以催办一次。", "You reminded the authority today already; once a day is enough."));

    private string Key => $"{Notice}{clock.Today():yyyy-MM-dd}";

    /// <summary>The one it is assigned to; where nobody is, the officers of the authority.</summary>
    private Task<List<string>> OfficersAsync(Filing filing, CancellationToken stop) =>
        db.AccountsWanting("filing-urged")
            .Where(a =>
                a.Kind == AccountKind.Officer
                && a.SuspendedAt == null
                && a.Email != null
                && a.AuthorityId == filing.AuthorityId
                && (filing.AssignedToId == null || a.Id == filing.AssignedToId)
            )
            .OrderBy(a => a.Id)
            .Take(MostOfficers)
            .Select(a => a.Email!)
            .ToListAsync(stop);
}
