using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Data;

/// <summary>Something that happened: a row of the audit trail. Never changed after it is written.</summary>
public sealed class Event
{
    private Event() { }

    internal Event(Process process, string kind, string subjectKind, Guid subjectId, string data)
    {
        ProcessId = process.Id;
        ProcessName = process.Name;
        Kind = kind;
        SubjectKind = subjectKind;
        SubjectId = subjectId;
        ActorId = process.Actor.AccountId;
        ActorName = process.Actor.Name;
        Address = process.Actor.Address;
        At = process.Now;
        Data = data;
    }

    public long Id { get; private set; }

    public Guid ProcessId { get; private set; }

    public string ProcessName { get; private set; } = "";

    /// <summary>What happened (FilingSubmitted).</summary>
    public string Kind { get; private set; } = "";

    /// <summary>To what (filing, account, entry …).</summary>
    public string SubjectKind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public string? Address { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>At which authority it happened, to find it by; not under the seal.</summary>
    public string? AuthorityId { get; private set; }

    /// <summary>JSON: codes and hashes of what the event speaks of.</summary>
    public string Data { get; private set; } = "{}";

    /// <summary>Before it is written.</summary>
    internal void PlaceAt(string? authorityId) => AuthorityId = authorityId;

    private sealed class Configuration : IEntityTypeConfiguration<Event>
    {
        public void Configure(EntityTypeBuilder<Event> entity)
        {
            entity.ToTable("events").HasIndex(e => new { e.SubjectId, e.Id });
            entity.HasIndex(e => new { e.AuthorityId, e.Id });
            entity.HasIndex(e => new { e.ActorId, e.Id });
        }
    }
}

public static class EventQueries
{
    extension(AppDb db)
    {
        public DbSet<Event> Events => db.Set<Event>();
    }
}
