using System.Text.Json;
using Beian.Definitions.Fields;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Data;

/// <summary>How far a message has come.</summary>
public enum OutboxState
{
    Waiting,
    Sent,
    GivenUp,
}

/// <summary>Why a message did not leave.</summary>
public enum OutboxFailure
{
    /// <summary>The server knows no such recipient, or takes nothing for it.</summary>
    Recipient,

    /// <summary>The server did not take this message.</summary>
    Refused,

    /// <summary>The server could not be reached, or did not answer in time.</summary>
    Unreachable,
}

/// <summary>A message that leaves after its transaction. The text is made when it leaves, from the template and its data.</summary>
public sealed class OutboxMessage
{
    private const int MostAttempts = 10;

    private OutboxMessage() { }

    /// <param name="channel">The channel's name (mail).</param>
    /// <param name="recipient">The address in that channel.</param>
    /// <param name="template">The template's name (account-created).</param>
    /// <param name="data">What the template needs; no password ever.</param>
    /// <param name="subjectId">What the message is about, for showing its delivery there.</param>
    public OutboxMessage(string channel, string recipient, string template, object data, Guid subjectId, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        Channel = channel;
        Recipient = recipient;
        Template = template;
        Data = JsonSerializer.Serialize(data, JsonSerializerOptions.Web);
        SubjectId = subjectId;
        CreatedAt = DueAt = now;
    }

    public Guid Id { get; private set; }

    public string Channel { get; private set; } = "";

    public string Recipient { get; private set; } = "";

    public string Template { get; private set; } = "";

    public string Data { get; private set; } = "{}";

    public Guid SubjectId { get; private set; }

    public OutboxState State { get; private set; } = OutboxState.Waiting;

    public int Attempts { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Why the last try failed; null where none did.</summary>
    public OutboxFailure? Failure { get; private set; }

    /// <summary>The message this one repeats; null for a first one.</summary>
    public Guid? ResendOf { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Not before this time is it tried (again).</summary>
    public DateTime DueAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>Whether it is tried no more because it was sent again (<see cref="Again"/>).</summary>
    public bool IsReplaced => State == OutboxState.GivenUp && Attempts < MostAttempts;

    /// <summary>A sender takes it: others leave it alone for a quarter of an hour, which is longer than a batch takes to send.</summary>
    public void Claim(DateTime now) => DueAt = now + TimeSpan.FromMinutes(15);

    public void Sent(DateTime now)
    {
        Attempts++;
        State = OutboxState.Sent;
        SentAt = now;
        (LastError, Failure) = (null, null);
    }

    /// <summary>Tries again later, up to ten times over about three days.</summary>
    public void Failed(string error, OutboxFailure failure, DateTime now)
    {
        Attempts++;
        Failure = failure;
        LastError = PlainText.Cut(error, 500);
        DueAt = now + TimeSpan.FromSeconds(15 * Math.Pow(3, Math.Min(Attempts, 8)));
        if (Attempts >= MostAttempts)
            State = OutboxState.GivenUp;
    }

    /// <summary>The same message for somebody else too.</summary>
    public OutboxMessage CopyTo(string recipient) => Copy(recipient, null, CreatedAt);

    /// <summary>The same message once more, to an address that may be another by now. What still waits is tried no longer.</summary>
    public OutboxMessage Again(string recipient, DateTime now)
    {
        if (State == OutboxState.Waiting)
            State = OutboxState.GivenUp;
        return Copy(recipient, ResendOf ?? Id, now);
    }

    private OutboxMessage Copy(string recipient, Guid? resendOf, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Channel = Channel,
            Recipient = recipient,
            Template = Template,
            Data = Data,
            SubjectId = SubjectId,
            ResendOf = resendOf,
            CreatedAt = now,
            DueAt = now,
        };

    private sealed class Configuration : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> entity)
        {
            entity.ToTable("outbox");
            entity.HasIndex(m => new { m.State, m.DueAt });
            entity.HasIndex(m => m.SubjectId);
        }
    }
}

public static class OutboxQueries
{
    extension(AppDb db)
    {
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();

        /// <summary>The messages about something, the newest first, to show whether they arrived.</summary>
        public IQueryable<OutboxMessage> MessagesAbout(Guid subjectId) =>
            db.Outbox.AsNoTracking().Where(m => m.SubjectId == subjectId).OrderByDescending(m => m.Id);
    }
}
