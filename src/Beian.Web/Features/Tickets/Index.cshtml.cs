using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Tickets;

/// <summary>A question with what was written about it: the asker adds to it or closes it, an officer of the authority answers.</summary>
public sealed class IndexModel(AppDb db, Counter counter, Texts texts) : AskingPage
{
    private const int MostMessages = 200;

    public Ticket Ticket { get; private set; } = null!;

    public IReadOnlyList<TicketMessage> Messages { get; private set; } = [];

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool Close { get; set; }

    /// <summary>The version of the question the form was made with.</summary>
    [BindProperty]
    public int Version { get; set; }

    public bool IsAsker => Ticket.AccountId == counter.AccountId;

    public bool MayAnswer => !IsAsker;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        var process = counter.Begin(MayAnswer ? "AnsweringQuestion" : "ContinuingQuestion");
        if (Close && IsAsker)
        {
            Ticket.Close(process);
            await db.SaveAsync(process, stop);
            return Redirect(Links.Ticket(id));
        }
        if (Version != Ticket.Version)
            return AskAgain(
                new ErrorLine(
                    nameof(Text),
                    texts["刚才又有新的内容，请看过以后再提交。", "Something new was written meanwhile; please read it, then send."]
                )
            );
        if (Messages.Count >= MostMessages)
            return AskAgain(
                new ErrorLine(
                    nameof(Text),
                    texts["这个问题的往来已经很多了，请另提一个问题。", "Much has been written about this question; please ask another."]
                )
            );
        if (!TicketText.IsTyped(Text, Ticket.LongestText, manyLines: true))
            return AskAgain(
                new ErrorLine(nameof(Text), texts["请填写内容，最多 2000 个字", "Please write something, at most 2,000 characters"])
            );
        db.Add(Ticket.Write(counter.AccountId, counter.Name, MayAnswer, Text!.Trim(), process));
        if (MayAnswer)
            await TellAsync(process, stop);
        await db.SaveAsync(process, stop);
        return Redirect(Links.Ticket(id));
    }

    private async Task TellAsync(Process process, CancellationToken stop)
    {
        var asker = await db.Accounts.SingleAsync(a => a.Id == Ticket.AccountId, stop);
        if (asker.Email is not { Length: > 0 } email || !await db.WantsAsync(asker.Id, "ticket-answered", stop))
            return;
        var data = new
        {
            name = asker.DisplayName,
            subject = Ticket.Subject,
            path = Links.Ticket(Ticket.Id),
        };
        process.Send(new OutboxMessage(MailChannel.Name, email, "ticket-answered", data, Ticket.Id, process.Now));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        if (await counter.Visible().SingleOrDefaultAsync(t => t.Id == id, stop) is not { } ticket)
            return false;
        Ticket = ticket;
        Messages = await db
            .TicketMessages.AsNoTracking()
            .Where(m => m.TicketId == id)
            .OrderBy(m => m.Id)
            .Take(MostMessages)
            .ToListAsync(stop);
        return true;
    }
}
