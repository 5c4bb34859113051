using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Enterprise.Invitations;

/// <summary>How far an invitation has come.</summary>
public enum InvitationState
{
    Open,
    Accepted,
    Withdrawn,
    Expired,
}

/// <summary>An administrator asks somebody to join the enterprise, by a link to an address. Good once, for seven days, for an account with that address.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation() { }

    public Invitation(Standing standing, string email, MemberRole role, Process process)
    {
        Id = Guid.CreateVersion7();
        EnterpriseId = standing.EnterpriseId;
        Email = email;
        Role = role;
        (InvitedBy, InvitedByName) = (process.Actor.AccountId!.Value, process.Actor.Name);
        CreatedAt = process.Now;
        ExpiresAt = process.Now + Lifetime;
        process.Record("MemberInvited", EnterpriseActs.SubjectKind, EnterpriseId, new { invitation = Id, role = $"{role}" });
    }

    public Guid Id { get; private set; }

    public Guid EnterpriseId { get; private set; }

    /// <summary>Where the link went.</summary>
    public string Email { get; private set; } = "";

    public MemberRole Role { get; private set; }

    public Guid InvitedBy { get; private set; }

    public string InvitedByName { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was accepted or taken back. Concurrency token: of two uses at once one counts.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The account that accepted it; null: none did.</summary>
    public Guid? AccountId { get; private set; }

    public InvitationState StateAt(DateTime now) =>
        EndedAt is not null
            ? AccountId is null
                ? InvitationState.Withdrawn
                : InvitationState.Accepted
            : now >= ExpiresAt
                ? InvitationState.Expired
                : InvitationState.Open;

    public void Accept(Guid account, DateTime now) => (AccountId, EndedAt) = (account, now);

    public void Withdraw(Process process)
    {
        EndedAt = process.Now;
        process.Record("InvitationWithdrawn", EnterpriseActs.SubjectKind, EnterpriseId, new { invitation = Id });
    }

    private sealed class Configuration : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> entity)
        {
            entity.ToTable("invitations").HasIndex(i => new { i.EnterpriseId, i.Id });
            entity.Property(i => i.EndedAt).IsConcurrencyToken();
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(i => i.EnterpriseId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(i => i.InvitedBy);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(i => i.AccountId);
        }
    }
}

public static class InvitationQueries
{
    extension(AppDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
