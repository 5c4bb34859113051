using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Overruns;

/// <summary>
/// Marks the limits that ran out, once each, and tells the officers of the authority and of the one above it in one mail. A bounded
/// round is one transaction: marks, events and mails, all or nothing.
/// </summary>
public sealed class Escalation(AppDb db, AuthorityTree authorities, TimeProvider clock)
{
    public const int Batch = 200;

    // A mail names the most urgent; the queue has them all.
    private const int MostNamed = 20;

    /// <returns>How many were marked; <see cref="Batch"/> when there may be more.</returns>
    /// <exception cref="DbUpdateException">Another node was at it in the same moment; nothing was marked here.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var late = await db.UnmarkedLate(clock.Today()).AsNoTracking().Take(Batch).ToListAsync(stop);
        if (late.Count == 0)
            return 0;
        var process = new Process("MarkingLateFilings", Actor.System, clock.GetUtcNow().UtcDateTime);
        db.AddRange(late.Select(l => new Overrun(l, process)));
        foreach (var officer in await OfficersAsync(late, stop))
            process.Send(
                new OutboxMessage(
                    MailChannel.Name,
                    officer.Email,
                    "filings-late",
                    MailOf(officer.AuthorityId, late),
                    process.Id,
                    process.Now
                )
            );
        await db.SaveAsync(process, stop);
        return late.Count;
    }

    /// <summary>The officers who are told, of those authorities and of the ones above them.</summary>
    private async Task<IReadOnlyList<(string Email, string AuthorityId)>> OfficersAsync(List<LateFiling> late, CancellationToken stop)
    {
        var offices = late.SelectMany(l => new[] { l.AuthorityId, authorities[l.AuthorityId].ParentId })
            .OfType<string>()
            .Distinct()
            .ToList();
        var officers = await db.AccountsWanting("filings-late")
            .Where(a =>
                a.Kind == Account.AccountKind.Officer && a.SuspendedAt == null && a.Email != null && offices.Contains(a.AuthorityId!)
            )
            .OrderBy(a => a.Id)
            .Select(a => new { a.Email, a.AuthorityId })
            .ToListAsync(stop);
        return officers.ConvertAll(a => (a.Email!, a.AuthorityId!));
    }

    /// <summary>What an authority is told: what it is late with itself, and what those right below it are.</summary>
    private LateMail MailOf(string office, List<LateFiling> late) =>
        new(
            authorities[office].Name,
            [
                .. late.Where(l => l.AuthorityId == office || authorities[l.AuthorityId].ParentId == office)
                    .GroupBy(l => l.AuthorityId)
                    .Select(g => new LateGroup(
                        authorities[g.Key].Name,
                        g.Count(),
                        [.. g.Take(MostNamed).Select(l => new LateItem(l.Name, l.Number, l.DueOn))]
                    )),
            ],
            Links.OfficeQueue + "?due=late"
        );
}
