using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account.Platform;

/// <summary>Somebody as the national service platform vouches for: who issued the token, and whom it is about there.</summary>
/// <param name="Name">How the platform calls the person or enterprise; empty where it says nothing.</param>
public sealed record PlatformIdentity(string Issuer, string Subject, string Name);

/// <summary>Somebody of the platform signs in to an account.</summary>
public sealed class PlatformLink
{
    private PlatformLink() { }

    public PlatformLink(Guid account, PlatformIdentity identity, DateTime now) =>
        (Id, AccountId, Issuer, Subject, LinkedAt) = (Guid.CreateVersion7(), account, identity.Issuer, identity.Subject, now);

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTime LinkedAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public void Use(DateTime now) => UsedAt = now;

    private sealed class Configuration : IEntityTypeConfiguration<PlatformLink>
    {
        public void Configure(EntityTypeBuilder<PlatformLink> entity)
        {
            entity.ToTable("platform_links").HasIndex(l => new { l.Issuer, l.Subject }).IsUnique();
            entity.HasIndex(l => l.AccountId);
            entity.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        }
    }
}
