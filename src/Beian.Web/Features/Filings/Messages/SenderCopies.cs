using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Messages;

/// <summary>
/// The receipt of a 上报 and what the authority did with a filing are told to the enterprise's correspondent. Whoever sent the filing last gets the same mail,
/// while that account still acts for the enterprise: as a member, or for an agency whose mandate covers the service.
/// </summary>
public sealed class SenderCopies : Projection
{
    internal const string Sent = "FilingSubmitted";

    private static readonly string[] _told =
    [
        "filing-submitted",
        "filing-accepted",
        "filing-returned",
        "filing-transferred",
        "filing-rejected",
        "filing-approved",
    ];

    public override async Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
    {
        foreach (var mail in process.Messages.Where(m => m.Channel == MailChannel.Name && _told.Contains(m.Template)).ToList())
            if (
                await FindSenderAsync(db, mail.SubjectId, process, stop) is { Email: { Length: > 0 } address }
                && !string.Equals(address, mail.Recipient, StringComparison.OrdinalIgnoreCase)
            )
                process.Send(mail.CopyTo(address));
    }

    private static Task<Account.Account?> FindSenderAsync(AppDb db, Guid filing, Process process, CancellationToken stop)
    {
        var today = ChinaTime.DateAt(process.Now);
        // What this very action sends is in no table yet.
        return process.Events.Any(e => e.Kind == Sent && e.SubjectId == filing)
            ? db.FindSenderAsync(process.Actor.AccountId, filing, today, stop)
            : db.FindSenderAsync(filing, today, stop);
    }
}

public static class SenderQueries
{
    extension(AppDb db)
    {
        /// <summary>The account that sent a filing last; null where it does not act for the enterprise any more, and where nobody had an account then.</summary>
        public async Task<Account.Account?> FindSenderAsync(Guid filing, DateOnly today, CancellationToken stop)
        {
            var sender = await db
                .Events.Where(e => e.SubjectId == filing && e.Kind == SenderCopies.Sent)
                .OrderByDescending(e => e.Id)
                .Select(e => e.ActorId)
                .FirstOrDefaultAsync(stop);
            return await db.FindSenderAsync(sender, filing, today, stop);
        }

        /// <summary>The account that sends a filing; null where it does not act for the enterprise, and where nobody has an account.</summary>
        public async Task<Account.Account?> FindSenderAsync(Guid? sender, Guid filing, DateOnly today, CancellationToken stop)
        {
            if (
                sender is not { } id
                || await db.Accounts.FindAsync([id], stop) is not { Kind: AccountKind.Enterprise, SuspendedAt: null } account
                || await db.Filings.FindAsync([filing], stop) is not { OwnerId: { } owner } found
                || await db.FindEnterpriseOfAsync(id, stop) is not { } own
            )
                return null;
            return own == owner || await db.FindMandateAsync(own, owner, found.Service, today, stop) is not null ? account : null;
        }
    }
}
