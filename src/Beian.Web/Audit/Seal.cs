using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Audit;

/// <summary>A batch of events under one hash, which also covers the seal before it: a link of the chain.</summary>
public sealed class Seal
{
    private Seal() { }

    /// <summary>Seals <paramref name="members"/>, which are in the order of their events.</summary>
    internal Seal(Seal? previous, IReadOnlyList<SealMember> members, AuditKey key, DateTime now)
    {
        Number = (previous?.Number ?? 0) + 1;
        PreviousSha256 = previous?.Sha256 ?? "";
        EventCount = members.Count;
        HighestEventId = Math.Max(previous?.HighestEventId ?? 0, members[^1].EventId);
        SealedAt = SealHash.ToMicroseconds(now);
        Sha256 = SealHash.Of(this, members);
        KeyId = key.Id;
        Signature = key.Sign(Sha256);
    }

    /// <summary>1, 2, 3 …</summary>
    public long Number { get; private set; }

    /// <summary>The hash of the seal before; empty for the first.</summary>
    public string PreviousSha256 { get; private set; } = "";

    public int EventCount { get; private set; }

    /// <summary>The highest event number in this seal and all before it.</summary>
    public long HighestEventId { get; private set; }

    public DateTime SealedAt { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>Which key signed.</summary>
    public string KeyId { get; private set; } = "";

    /// <summary>The signature of <see cref="Sha256"/>.</summary>
    public string Signature { get; private set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<Seal>
    {
        public void Configure(EntityTypeBuilder<Seal> entity)
        {
            entity.ToTable("audit_seals").HasKey(s => s.Number);
            entity.Property(s => s.Number).ValueGeneratedNever();
        }
    }
}

/// <summary>
/// That an event is under a seal. Recorded, because events of parallel transactions appear in another order than
/// that of their numbers: a seal "up to number N" would miss the late ones.
/// </summary>
public sealed class SealMember
{
    private SealMember() { }

    internal SealMember(Event happened, long sealNumber)
    {
        EventId = happened.Id;
        SealNumber = sealNumber;
        Sha256 = SealHash.Of(happened);
    }

    public long EventId { get; private set; }

    public long SealNumber { get; private set; }

    /// <summary>The event's own hash, so that a fault names the event.</summary>
    public string Sha256 { get; private set; } = "";

    private sealed class Configuration : IEntityTypeConfiguration<SealMember>
    {
        public void Configure(EntityTypeBuilder<SealMember> entity)
        {
            entity.ToTable("audit_members").HasKey(m => m.EventId);
            entity.Property(m => m.EventId).ValueGeneratedNever();
            entity.HasIndex(m => m.SealNumber);
            entity.HasOne<Event>().WithMany().HasForeignKey(m => m.EventId);
            entity.HasOne<Seal>().WithMany().HasForeignKey(m => m.SealNumber);
        }
    }
}

public static class AuditQueries
{
    extension(AppDb db)
    {
        public DbSet<Seal> Seals => db.Set<Seal>();
        public DbSet<SealMember> SealMembers => db.Set<SealMember>();

        /// <summary>The events under no seal.</summary>
        public IQueryable<Event> UnsealedEvents
        {
            get
            {
                var members = db.SealMembers;
                return db.Events.Where(e => !members.Any(m => m.EventId == e.Id));
            }
        }
    }
}
