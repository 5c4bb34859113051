using System.Text.Json;
using Beian.Web.Authorities;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Admin;

/// <summary>
/// 站内信 of the demo accounts: what they were told about their filings, as sent. Nobody reads the mails of the other fictitious people; they are dropped.
/// </summary>
internal sealed class DemoMail(AppDb db, Catalogue.Catalogue catalogue)
{
    private sealed record Told(Filing Filing, string Template, object Data, DateTime At);

    public async Task PlantAsync(IReadOnlyList<Account.Account> readers, CancellationToken stop)
    {
        var addresses = readers.ToDictionary(r => r.Id, r => r.Email!);
        var ids = addresses.Keys.ToList();
        var filings = await db
            .Filings.AsNoTracking()
            .Where(f => f.OwnerId != null && ids.Contains(f.OwnerId.Value))
            .ToDictionaryAsync(f => f.Id, stop);
        var own = filings.Keys.ToList();
        var authorities = await db.Authorities.AsNoTracking().ToDictionaryAsync(a => a.Id, stop);
        // The approvals wrote theirs.
        var written = await db.Outbox.AsNoTracking().Where(m => own.Contains(m.SubjectId)).ToListAsync(stop);
        List<Told> told =
        [
            .. written.Select(m => new Told(
                filings[m.SubjectId],
                m.Template,
                JsonSerializer.Deserialize<JsonElement>(m.Data),
                m.CreatedAt
            )),
        ];
        foreach (var sent in await db.Revisions.AsNoTracking().Where(r => own.Contains(r.FilingId)).ToListAsync(stop))
        {
            var filing = filings[sent.FilingId];
            var receipt = About(filing) with { Revision = sent.Number, Receipt = sent.Sha256, DueOn = filing.DueOn };
            told.Add(new(filing, "filing-submitted", receipt, sent.SubmittedAt));
        }
        foreach (
            var decision in await db
                .Decisions.AsNoTracking()
                .Where(d => own.Contains(d.FilingId) && d.Outcome == Outcome.Returned)
                .ToListAsync(stop)
        )
        {
            var filing = filings[decision.FilingId];
            var reasons = About(filing) with
            {
                Reason = decision.Reason,
                Points = FilingMails.PointsOf(decision, catalogue.PackOf(filing)),
            };
            told.Add(new(filing, "filing-returned", reasons, decision.At));
        }
        await db.Outbox.ExecuteDeleteAsync(stop);
        foreach (var (filing, template, data, at) in told.OrderBy(t => t.At))
        {
            var mail = new OutboxMessage(MailChannel.Name, addresses[filing.OwnerId!.Value], template, data, filing.Id, at);
            mail.Sent(at.AddSeconds(3));
            db.Add(mail);
        }
        await db.SaveChangesAsync(stop);

        FilingMail About(Filing filing) => FilingMails.About(filing, catalogue.PackOf(filing), authorities[filing.AuthorityId]);
    }
}
