using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Tickets;

/// <summary>How far a question has come.</summary>
public enum TicketState
{
    /// <summary>Waits for the authority.</summary>
    Open,

    /// <summary>The authority wrote last.</summary>
    Answered,

    /// <summary>Nobody writes any more.</summary>
    Closed,
}

/// <summary>咨询: a question to one's own authority, or of an officer to the one above; a short exchange until it is closed.</summary>
public sealed class Ticket
{
    public const int LongestSubject = 100;
    public const int LongestText = 2000;

    private Ticket() { }

    public Ticket(Guid accountId, string askerName, string authorityId, string subject, Process process)
    {
        Id = Guid.CreateVersion7();
        (AccountId, AskerName, AuthorityId, Subject) = (accountId, askerName, authorityId, subject);
        CreatedAt = UpdatedAt = process.Now;
        process.Record("TicketOpened", "ticket", Id, new { authorityId });
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string AskerName { get; private set; } = "";

    /// <summary>Who answers.</summary>
    public string AuthorityId { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public TicketState State { get; private set; } = TicketState.Open;

    public DateTime CreatedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>One more message, of the asker or of an officer of the authority.</summary>
    public TicketMessage Write(Guid author, string authorName, bool isAnswer, string text, Process process)
    {
        if (State == TicketState.Closed)
            throw new Refused(new("这个咨询已经结束，需要时请另提一个。", "This question is closed; please ask a new one."));
        State = isAnswer ? TicketState.Answered : TicketState.Open;
        Touch(process);
        process.Record(isAnswer ? "TicketAnswered" : "TicketContinued", "ticket", Id);
        return new(Id, author, authorName, isAnswer, text, process.Now);
    }

    /// <summary>The asker is done with it.</summary>
    public void Close(Process process)
    {
        if (State == TicketState.Closed)
            return;
        State = TicketState.Closed;
        Touch(process);
        process.Record("TicketClosed", "ticket", Id);
    }

    private void Touch(Process process)
    {
        UpdatedAt = process.Now;
        Version++;
    }

    private sealed class Configuration : IEntityTypeConfiguration<Ticket>
    {
        public void Configure(EntityTypeBuilder<Ticket> entity)
        {
            entity.ToTable("tickets");
            entity.Property(t => t.Version).IsConcurrencyToken();
            entity.HasIndex(t => new { t.AccountId, t.Id });
            entity.HasIndex(t => new
            {
                t.AuthorityId,
                t.State,
                t.Id,
            });
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(t => t.AccountId);
            entity.HasOne<Authorities.Authority>().WithMany().HasForeignKey(t => t.AuthorityId);
        }
    }
}

/// <summary>What somebody wrote about a question. Never changed.</summary>
public sealed class TicketMessage
{
    private TicketMessage() { }

    internal TicketMessage(Guid ticketId, Guid authorId, string authorName, bool isAnswer, string text, DateTime at)
    {
        Id = Guid.CreateVersion7();
        (TicketId, AuthorId, AuthorName, IsAnswer, Text, At) = (ticketId, authorId, authorName, isAnswer, text, at);
    }

    public Guid Id { get; private set; }

    public Guid TicketId { get; private set; }

    public Guid AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    /// <summary>Whether the authority wrote it.</summary>
    public bool IsAnswer { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<TicketMessage>
    {
        public void Configure(EntityTypeBuilder<TicketMessage> entity)
        {
            entity.ToTable("ticket_messages").HasIndex(m => new { m.TicketId, m.Id });
            entity.HasOne<Ticket>().WithMany().HasForeignKey(m => m.TicketId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(m => m.AuthorId);
        }
    }
}

public static class TicketQueries
{
    extension(AppDb db)
    {
        public DbSet<Ticket> Tickets => db.Set<Ticket>();
        public DbSet<TicketMessage> TicketMessages => db.Set<TicketMessage>();
    }
}
