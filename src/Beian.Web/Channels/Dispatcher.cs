using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Channels;

/// <summary>
/// Sends what is due in the outbox. Rows are first put off in a short transaction, which keeps other nodes from them, and sent
/// outside of it; a crash in between means that a message is sent again later, never that it is lost.
/// </summary>
public sealed class Dispatcher(
    IServiceScopeFactory scopes,
    Database database,
    WriteGate gate,
    MailChannel mail,
    TimeProvider clock,
    ILogger<Dispatcher> logger
)
{
    private const int Batch = 10;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Sends everything that is due now; returns how many messages were tried.</summary>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        var tried = 0;
        while (mail.IsOpen && await ClaimAsync(stop) is { Count: > 0 } claimed)
        {
            foreach (var id in claimed)
                await SendAsync(id, stop);
            tried += claimed.Count;
        }
        return tried;
    }

    private async Task<List<Guid>> ClaimAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = Now;
        if (!await db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting && m.DueAt <= now, stop))
            return [];
        using var turn = await gate.EnterAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var waiting = nameof(OutboxState.Waiting);
        // SQLite has one writer at a time and needs no row locks.
        var due =
            database.Provider == DatabaseProvider.Postgres
                ? db.Outbox.FromSql(
                    $"SELECT * FROM outbox WHERE state = {waiting} AND due_at <= {now} ORDER BY due_at LIMIT {Batch} FOR UPDATE SKIP LOCKED"
                )
                : db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt <= now).OrderBy(m => m.DueAt).Take(Batch);
        var messages = await due.ToListAsync(stop);
        foreach (var message in messages)
            message.Claim(now);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return messages.ConvertAll(m => m.Id);
    }

    private async Task SendAsync(Guid id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var message = await db.Outbox.SingleAsync(m => m.Id == id, stop);
        try
        {
            await mail.SendAsync(message, stop);
            message.Sent(Now);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            message.Failed(fault.Message, MailChannel.Explain(fault), Now);
            // Without the fault's text, which may hold the address.
            logger.LogWarning(
                "Message {Message} ({Template}) was not sent at attempt {Attempt}: {Fault}; state {State}",
                message.Id,
                message.Template,
                message.Attempts,
                fault.GetType().Name,
                message.State
            );
        }
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None); // what was sent is noted down even while the site stops
    }
}
