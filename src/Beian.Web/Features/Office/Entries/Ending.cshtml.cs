using Beian.Definitions.Packs;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Entries;

/// <summary>撤销, 失效: the authority that keeps an entry ends it, with a reason that reaches the enterprise.</summary>
public sealed class EndingModel(EntryRoom room) : EntryPage(room)
{
    public const int ReasonLength = 2000;

    /// <summary>The control of a kind's reason.</summary>
    public static string ReasonOf(FilingKind kind) => $"reason-{kind.Code}";

    public IActionResult OnGet(string service, string entry) => Redirect(Links.OfficeEntry(service, entry));

    public async Task<IActionResult> OnPostAsync(string service, string entry, string? kind, CancellationToken stop)
    {
        if (!await FindAsync(service, entry, stop) || Entry.AuthorityId != Room.Desk.Officer.AuthorityId)
            return NotFound();
        if (Kinds.FirstOrDefault(k => k.Code == kind) is not { } wanted)
            return NotFound();
        var reason = Typed(ReasonOf(wanted)).Trim();
        if (reason.Length is 0 or > ReasonLength)
        {
            Problems = new([
                new(
                    ReasonOf(wanted),
                    Room.Texts[
                        $"请写明{wanted.Label.Zh}的原因和依据，最多 {ReasonLength} 字。",
                        $"Please give the reason and the legal basis, in {ReasonLength} characters at most."
                    ]
                ),
            ]);
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, stop);
        }
        var process = Room.Desk.Begin("EndingEntry");
        return await ActAsync(
            process,
            async () =>
            {
                Entry.End(wanted, reason, process);
                await TellAsync(wanted, reason, process, stop);
            },
            stop
        );
    }

    private async Task TellAsync(FilingKind kind, string reason, Process process, CancellationToken stop)
    {
        if (await Room.Db.Filings.FindAsync([Entry.FilingId], stop) is not { OwnerId: not null } filing)
            return;
        if (await Room.Db.Accounts.FindAsync([filing.OwnerId], stop) is not { Email: { Length: > 0 } email })
            return;
        var mail = FilingMails.About(filing, Pack, Room.Authorities[Entry.AuthorityId]) with
        {
            Kind = kind.Label,
            Enterprise = Entry.Name,
            EntryNumber = Entry.Number,
            EntryState = Entry.State.Text,
            Reason = reason,
            Notice = Remedies.Against(Room.Authorities[Entry.AuthorityId]),
        };
        process.Send(new OutboxMessage(MailChannel.Name, email, "entry-ended", mail, filing.Id, process.Now));
    }
}
