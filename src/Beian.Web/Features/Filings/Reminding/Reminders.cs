using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Reminding;

/// <summary>
/// Reminds filers: of drafts they left for a day, and of the duties their service names. Each reminder is a transaction of its own with a
/// row that can be written once only; what another node did first is left to it.
/// </summary>
public sealed class Reminders(
    AppDb db,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    FindHoldingFilings findHolding,
    TimeProvider clock
)
{
    private const int Batch = 100;

    /// <summary>Mails of duties leave from nine in the morning in China: nobody is woken by them.</summary>
    private static readonly TimeSpan _morning = TimeSpan.FromHours(9);

    private static readonly TimeSpan _left = TimeSpan.FromDays(1);

    /// <summary>A draft left for longer than this before anybody could remind of it is left alone: nobody waits for it.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromDays(8);

    /// <summary>Reminds of everything that is due now.</summary>
    /// <returns>How many reminders were noted.</returns>
    public async Task<int> RemindAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (from, until) = (now - _longest, now - _left);
        var noted = await RepeatAsync(
            FilingNotice.DraftWaiting,
            db.Filings.Where(f => f.State == FilingState.Draft && f.OwnerId != null && f.UpdatedAt > from && f.UpdatedAt <= until),
            (filing, _) => About(filing, catalogue.PackOf(filing)) with { SavedOn = ChinaTime.DateAt(filing.UpdatedAt) },
            "draft-waiting",
            stop
        );
        foreach (var pack in catalogue.Packs.SelectMany(p => catalogue.VersionsOf(p.Code)))
        foreach (var notice in pack.Service.Notices)
        foreach (var day in notice.OnDays)
            noted += await RemindAsync(pack, notice, day, ChinaTime.DateAt(now - _morning), stop);
        return noted;
    }

    /// <summary>Reminds of a duty those for whom this day's mail is the one to leave.</summary>
    private Task<int> RemindAsync(Pack pack, DutyNotice notice, int day, DateOnly today, CancellationToken stop)
    {
        var last = notice.OnDays.Where(d => d > day).Select(d => d - 1).DefaultIfEmpty(notice.Within).First();
        var (from, until) = (ChinaTime.StartOf(today.AddDays(-last)), ChinaTime.StartOf(today.AddDays(1 - day)));
        var (service, major, kinds) = (pack.Code, $"{pack.Version.Major}.", notice.Kinds.ToList());
        var filings = db.Filings.Where(f => f.Service == service && f.DefinitionVersion.StartsWith(major) && f.OwnerId != null);
        if (kinds.Count > 0)
            filings = filings.Where(f => kinds.Contains(f.Kind));
        // What was approved or begun since then was changed since then: the index of states goes by that.
        filings =
            notice.After == NoticeStart.Approval
                ? filings.Where(f => f.State == FilingState.Approved && f.UpdatedAt >= from && f.DecidedAt >= from && f.DecidedAt < until)
                : filings.Where(f =>
                    (f.State == FilingState.Draft || f.State == FilingState.Returned)
                    && f.UpdatedAt >= from
                    && f.CreatedAt >= from
                    && f.CreatedAt < until
                );
        return RepeatAsync(
            $"{notice.Code}/{day}",
            filings,
            (filing, holds) =>
            {
                if (notice.After == NoticeStart.Approval && !holds)
                    return null;
                var since = ChinaTime.DateAt(notice.After == NoticeStart.Approval ? filing.DecidedAt!.Value : filing.CreatedAt);
                var end = since.AddDays(notice.Within);
                var left = end.DayNumber - ChinaTime.DateAt(clock.GetUtcNow().UtcDateTime).DayNumber;
                var mayReport = notice.After == NoticeStart.Approval && pack.Lifecycle.Duty?.AfterDays is not null;
                return About(filing, pack) with { Duty = new(notice.Title, notice.Text, since, end, left, mayReport) };
            },
            "duty-reminder",
            stop
        );
    }

    /// <summary>Goes on as long as there are filings without the notice, some at a time.</summary>
    /// <param name="write">The mail about a filing, told whether its entry holds; null: noted without a mail.</param>
    private async Task<int> RepeatAsync(
        string notice,
        IQueryable<Filing> filings,
        Func<Filing, bool, FilingMail?> write,
        string template,
        CancellationToken stop
    )
    {
        var (all, notices) = (0, db.FilingNotices);
        while (true)
        {
            var due = await filings
                .AsNoTracking()
                .Where(f => !notices.Any(n => n.FilingId == f.Id && n.Notice == notice))
                .OrderBy(f => f.UpdatedAt)
                .ThenBy(f => f.Id)
                .Take(Batch)
                .ToListAsync(stop);
            var holding = due.Exists(f => f.State == FilingState.Approved) ? await findHolding(db, due.ConvertAll(f => f.Id), stop) : null;
            foreach (var filing in due)
                // The batch takes a while: what was sent meanwhile needs no reminder.
                if (await filings.AnyAsync(f => f.Id == filing.Id, stop))
                    await NoteAsync(filing, notice, write(filing, holding?.Contains(filing.Id) == true), template, stop);
            all += due.Count;
            if (due.Count < Batch)
                return all;
        }
    }

    private async Task NoteAsync(Filing filing, string notice, FilingMail? mail, string template, CancellationToken stop)
    {
        var process = new Process("Reminding", Actor.System, clock.GetUtcNow().UtcDateTime);
        db.Add(new FilingNotice(filing.Id, notice, process.Now));
        if (
            mail is not null
            && await db.FindCorrespondentAsync(filing.OwnerId, stop) is { Email: { Length: > 0 } recipient } account
            && await db.WantsAsync(account.Id, template, stop)
        )
        {
            process.Send(new OutboxMessage(MailChannel.Name, recipient, template, mail, filing.Id, process.Now));
            process.Record("FilingReminded", "filing", filing.Id, new { notice });
        }
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException)
        {
            // Another node was first; anything else is a fault.
            db.ChangeTracker.Clear();
            if (!await db.FilingNotices.AnyAsync(n => n.FilingId == filing.Id && n.Notice == notice, stop))
                throw;
        }
        db.ChangeTracker.Clear();
    }

    private FilingMail About(Filing filing, Pack pack) => FilingMails.About(filing, pack, authorities[filing.AuthorityId]);
}
