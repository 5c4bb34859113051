using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>A link sent to an address to see whether it reaches the account's owner. Good once, for three days.</summary>
public sealed class EmailConfirmation
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(3);

    private EmailConfirmation() { }

    public EmailConfirmation(Account account, string email, DateTime now)
    {
        Id = Guid.CreateVersion7();
        AccountId = account.Id;
        Email = email;
        CreatedAt = now;
        ExpiresAt = now + _lifetime;
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The address it was sent to.</summary>
    public string Email { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>Concurrency token: of two uses at once one counts.</summary>
    public DateTime? UsedAt { get; private set; }

    public bool IsGood(DateTime now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTime now) => UsedAt = now;

    private sealed class Configuration : IEntityTypeConfiguration<EmailConfirmation>
    {
        public void Configure(EntityTypeBuilder<EmailConfirmation> entity)
        {
            entity.ToTable("email_confirmations").HasIndex(c => c.AccountId);
            entity.Property(c => c.UsedAt).IsConcurrencyToken();
            entity.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        }
    }
}
