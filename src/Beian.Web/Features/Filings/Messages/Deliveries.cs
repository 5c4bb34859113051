using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings.Messages;

/// <summary>The mails about filings: read, and sent again.</summary>
public sealed class Deliveries(AppDb db, MailTemplates templates, MailChannel mail)
{
    /// <summary>So many are shown of one filing; older ones nobody asks for.</summary>
    private const int MostShown = 50;

    /// <summary>Among so many is what was told last, whoever got a copy of it and however often it was sent again.</summary>
    private const int MostRecent = 20;

    /// <summary>How often mails of one filing may be sent again within a day, by whomever.</summary>
    public const int MostRepeats = 5;

    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(2);

    /// <summary>The mails about a filing, the newest first.</summary>
    public Task<IReadOnlyList<Delivery>> OfAsync(Guid filing, CancellationToken stop) => OfAsync(filing, MostShown, stop);

    /// <summary>The newest mails about a filing.</summary>
    public async Task<IReadOnlyList<Delivery>> OfAsync(Guid filing, int most, CancellationToken stop) =>
        Read(await db.MessagesAbout(filing).Where(m => m.Channel == MailChannel.Name).Take(most).ToListAsync(stop));

    /// <summary>What was told last about a filing, as it stands with each address: the newest mail there with it.</summary>
    /// <param name="correspondent">The address that comes first; null where there is none.</param>
    public async Task<IReadOnlyList<Delivery>> LastOfAsync(Guid filing, string? correspondent, CancellationToken stop)
    {
        var mails = await db.MessagesAbout(filing).Where(m => m.Channel == MailChannel.Name).Take(MostRecent).ToListAsync(stop);
        // A mail sent again is no news.
        if ((mails.Find(m => m.ResendOf is null) ?? mails.FirstOrDefault()) is not { } last)
            return [];
        return Read(
            mails
                .GroupBy(m => m.ResendOf ?? m.Id)
                .Where(same => same.Any(m => m.Template == last.Template && m.CreatedAt == last.CreatedAt))
                .Select(same => same.First())
                .OrderByDescending(m => string.Equals(m.Recipient, correspondent, StringComparison.OrdinalIgnoreCase))
        );
    }

    /// <summary>The mails about all filings the visitor sees of the enterprise, the newest first.</summary>
    /// <param name="before">The last one of the page before; null: from the newest.</param>
    public async Task<IReadOnlyList<Delivery>> OfAllAsync(Filer filer, Guid? before, int most, CancellationToken stop)
    {
        var own = db.FilingsOf(filer).Select(f => f.Id);
        var found = db.Outbox.AsNoTracking().Where(m => m.Channel == MailChannel.Name && own.Contains(m.SubjectId));
        if (before is { } last)
            found = found.Where(m => m.Id.CompareTo(last) < 0);
        return Read(await found.OrderByDescending(m => m.Id).Take(most).ToListAsync(stop));
    }

    /// <summary>Sends a mail about a filing again, to the address its owner has now.</summary>
    /// <returns>Whether there is such a mail.</returns>
    /// <exception cref="Refused">It was sent again too often, or is about to leave.</exception>
    public async Task<bool> ResendAsync(Filing filing, Guid message, Process process, CancellationToken stop)
    {
        if (
            await db.Outbox.SingleOrDefaultAsync(m => m.Id == message && m.SubjectId == filing.Id && m.Channel == MailChannel.Name, stop)
            is not { } found
        )
            return false;
        if (found is { State: OutboxState.Waiting, Attempts: 0 })
            throw new Refused(new("这封邮件正要发出，不必重发。", "This mail is about to leave; there is no need to send it again."));
        var (day, pause) = (process.Now.AddDays(-1), process.Now - _pause);
        var repeats = await db.MessagesAbout(filing.Id)
            .Where(m => m.ResendOf != null && m.CreatedAt > day)
            .Select(m => new { m.ResendOf, m.CreatedAt })
            .ToListAsync(stop);
        if (repeats.Count >= MostRepeats)
            throw new Refused(
                new(
                    "这份备案的邮件 24 小时内已重发多次，请稍后再试，并查看垃圾邮件箱。",
                    "Mails about this filing were sent again several times within 24 hours; try again later and look into the spam folder."
                )
            );
        if (repeats.Exists(r => r.ResendOf == (found.ResendOf ?? found.Id) && r.CreatedAt > pause))
            throw new Refused(new("这封邮件刚刚重发过，请稍等几分钟。", "This mail was sent again just now; please wait some minutes."));
        var owner = await db.FindCorrespondentAsync(filing.OwnerId, stop);
        // The copy for whoever sent the filing stays a copy.
        var sender = await db.FindSenderAsync(filing.Id, ChinaTime.DateAt(process.Now), stop);
        var isCopy = string.Equals(sender?.Email, found.Recipient, StringComparison.OrdinalIgnoreCase);
        process.Send(found.Again(!isCopy && owner?.Email is { Length: > 0 } email ? email : found.Recipient, process.Now));
        process.Record("MessageResent", "filing", filing.Id, new { message, found.Template });
        await db.SaveAsync(process, stop);
        return true;
    }

    private IReadOnlyList<Delivery> Read(IEnumerable<OutboxMessage> messages) =>
        [.. messages.Select(m => Delivery.Of(m, templates, mail.IsOpen))];
}
