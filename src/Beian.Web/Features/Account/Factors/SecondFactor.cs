using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account.Factors;

/// <summary>The authenticator app of an account.</summary>
public sealed class SecondFactor
{
    private SecondFactor() { }

    public SecondFactor(Guid account, string secret, long step, DateTime now) =>
        (AccountId, Secret, LastStep, AddedAt) = (account, secret, step, now);

    public Guid AccountId { get; private set; }

    /// <summary>Sealed with the master key.</summary>
    public string Secret { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    /// <summary>The step of the last code that was used. Concurrency token: of two uses at once one counts.</summary>
    public long LastStep { get; private set; }

    public void Use(long step) => LastStep = step;

    private sealed class Configuration : IEntityTypeConfiguration<SecondFactor>
    {
        public void Configure(EntityTypeBuilder<SecondFactor> entity)
        {
            entity.ToTable("second_factors").HasKey(f => f.AccountId);
            entity.Property(f => f.LastStep).IsConcurrencyToken();
            entity.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.AccountId);
        }
    }
}

/// <summary>A code that stands in for a lost authenticator, once.</summary>
public sealed class RecoveryCode
{
    private RecoveryCode() { }

    public RecoveryCode(Guid id, Guid account, string hash) => (Id, AccountId, Hash) = (id, account, hash);

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>Keyed with the master key: a short code cannot be guessed from the database.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Concurrency token: of two uses at once one counts.</summary>
    public DateTime? UsedAt { get; private set; }

    public void Use(DateTime now) => UsedAt = now;

    private sealed class Configuration : IEntityTypeConfiguration<RecoveryCode>
    {
        public void Configure(EntityTypeBuilder<RecoveryCode> entity)
        {
            entity.ToTable("recovery_codes").HasIndex(c => c.AccountId);
            entity.Property(c => c.UsedAt).IsConcurrencyToken();
            entity.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        }
    }
}
