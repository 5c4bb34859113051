using Beian.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>Which half of the counter an account belongs to; the two are disjoint.</summary>
public enum AccountKind
{
    Enterprise,
    Officer,
}

/// <summary>Who signs in. E-mail counts for sign-in and reset only once it is confirmed.</summary>
public sealed class Account : IdentityUser<Guid>
{
    private Account() { }

    private Account(AccountKind kind, string userName, string displayName, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Kind = kind;
        UserName = userName;
        NormalizedUserName = userName.ToUpperInvariant();
        DisplayName = displayName;
        CreatedAt = now;
        SecurityStamp = Guid.CreateVersion7().ToString("N");
        LockoutEnabled = true;
    }

    public AccountKind Kind { get; private set; }

    /// <summary>How the pages call the person or enterprise.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>An officer's authority; null for enterprises.</summary>
    public string? AuthorityId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? LastSignInAt { get; private set; }

    public string? LastSignInAddress { get; private set; }

    /// <summary>An enterprise's account, made by its first filing or by registration.</summary>
    public static Account ForEnterprise(string userName, string email, string displayName, DateTime now) =>
        new(AccountKind.Enterprise, userName, displayName, now) { Email = email, NormalizedEmail = email.ToUpperInvariant() };

    /// <summary>An officer's account at an authority.</summary>
    public static Account ForOfficer(string userName, string displayName, string authorityId, DateTime now) =>
        new(AccountKind.Officer, userName, displayName, now) { AuthorityId = authorityId };

    public void SignedIn(string? address, DateTime now) => (LastSignInAt, LastSignInAddress) = (now, address);

    public void Rename(string displayName) => DisplayName = displayName;

    private sealed class Configuration : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> entity)
        {
            entity.ToTable("accounts");
            entity.HasIndex(a => a.NormalizedUserName).IsUnique();
            entity.HasIndex(a => a.NormalizedEmail);
            entity.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        }
    }
}

public static class AccountQueries
{
    extension(AppDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
    }
}
