using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account.Standings;

/// <summary>
/// An account that acts for an enterprise. An enterprise is known by the account it began with, its founder; an account without a row is the
/// administrator of its own enterprise. Rows stay when a membership ends, so that a founder who left does not come back by having none.
/// </summary>
public sealed class Member
{
    private Member() { }

    public Member(Guid enterpriseId, Guid accountId, MemberRole role, DateTime now)
    {
        Id = Guid.CreateVersion7();
        EnterpriseId = enterpriseId;
        AccountId = accountId;
        Role = role;
        Since = now;
    }

    public Guid Id { get; private set; }

    public Guid EnterpriseId { get; private set; }

    public Guid AccountId { get; private set; }

    public MemberRole Role { get; private set; }

    public DateTime Since { get; private set; }

    /// <summary>Since when it acts for the enterprise no more; null: it does.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Concurrency token. That of the founder's row counts every change among the members.</summary>
    public int Version { get; private set; } = 1;

    public bool IsActive => EndedAt is null;

    public bool IsFounder => AccountId == EnterpriseId;

    /// <summary>Somebody who was a member before comes back.</summary>
    internal void Return(MemberRole role, DateTime now) => (Role, Since, EndedAt, Version) = (role, now, null, Version + 1);

    internal void Become(MemberRole role) => (Role, Version) = (role, Version + 1);

    internal void End(DateTime now) => (EndedAt, Version) = (now, Version + 1);

    internal void Touch() => Version++;

    private sealed class Configuration : IEntityTypeConfiguration<Member>
    {
        public void Configure(EntityTypeBuilder<Member> entity)
        {
            entity.ToTable("members");
            entity.Property(m => m.Version).IsConcurrencyToken();
            entity.HasIndex(m => new { m.EnterpriseId, m.AccountId }).IsUnique();
            entity.HasIndex(m => m.AccountId).IsUnique().HasFilter("ended_at IS NULL");
            entity.HasOne<Account>().WithMany().HasForeignKey(m => m.EnterpriseId);
            entity.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        }
    }
}
