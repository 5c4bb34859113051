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

    /// <summary>An officer's role; null for enterprises.</summary>
    public OfficerRole? Role { get; private set; }

    /// <summary>Since when nobody may sign in with it; null: it may be used.</summary>
    public DateTime? SuspendedAt { get; private set; }

    /// <summary>The authority an enterprise belongs to: that of what it last sent or was entered with; null before that, and for officers.</summary>
    public string? HomeAuthorityId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? LastSignInAt { get; private set; }

    public string? LastSignInAddress { get; private set; }

    /// <summary>What the browser of the last sign-in called itself.</summary>
    public string? LastSignInBrowser { get; private set; }

    /// <summary>The sign-in before the last one: what is shown to the one who signed in last.</summary>
    public DateTime? PreviousSignInAt { get; private set; }

    public string? PreviousSignInAddress { get; private set; }

    public string? PreviousSignInBrowser { get; private set; }

    /// <summary>How many tries failed between the sign-in before the last one and the last one. Those since then: <see cref="IdentityUser{TKey}.AccessFailedCount"/>.</summary>
    public int PreviousFailures { get; private set; }

    /// <summary>The password was given by somebody else; its owner chooses a new one before anything else.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>When its owner last chose a password; null: never, or longer ago than this is noted.</summary>
    public DateTime? PasswordChangedAt { get; private set; }

    /// <summary>Belongs to the demo data: in demo mode one click signs it in.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>An enterprise's account, made by its first filing or by registration.</summary>
    public static Account ForEnterprise(string userName, string email, string displayName, DateTime now) =>
        new(AccountKind.Enterprise, userName, displayName, now) { Email = email, NormalizedEmail = email.ToUpperInvariant() };

    /// <summary>An enterprise's account that an authority makes (开通用户): its owner chooses the password.</summary>
    public static Account ForOpening(string userName, string? email, string displayName, DateTime now) =>
        new(AccountKind.Enterprise, userName, displayName, now) { Email = email, NormalizedEmail = email?.ToUpperInvariant() };

    /// <summary>An officer's account at an authority.</summary>
    public static Account ForOfficer(
        string userName,
        string displayName,
        string authorityId,
        DateTime now,
        OfficerRole role = OfficerRole.Reviewer,
        string? email = null
    ) =>
        new(AccountKind.Officer, userName, displayName, now)
        {
            AuthorityId = authorityId,
            Role = role,
            Email = email,
            NormalizedEmail = email?.ToUpperInvariant(),
        };

    /// <summary>Nobody signs in any more; what the account did stays.</summary>
    public void Suspend(Process process)
    {
        SuspendedAt ??= process.Now;
        process.Record("OfficerSuspended", "account", Id);
    }

    public void Resume(Process process)
    {
        SuspendedAt = null;
        process.Record("OfficerResumed", "account", Id);
    }

    /// <summary>An officer goes to another authority or gets another role.</summary>
    public void Move(string authorityId, OfficerRole role, Process process)
    {
        process.Record(
            "OfficerMoved",
            "account",
            Id,
            new
            {
                from = AuthorityId,
                to = authorityId,
                role = role.ToString(),
            }
        );
        (AuthorityId, Role) = (authorityId, role);
    }

    /// <summary>A user name of the owner's own choice, at the first entry.</summary>
    public void ChooseUserName(string userName) => (UserName, NormalizedUserName) = (userName, userName.ToUpperInvariant());

    /// <summary>The password does not open anything any more; a single-use key leads to a new one.</summary>
    public void ForgetPassword() => PasswordHash = null;

    /// <summary>The authority the enterprise belongs to from now on.</summary>
    /// <returns>Whether it is another one.</returns>
    public bool MoveTo(string authorityId)
    {
        var moves = HomeAuthorityId != authorityId;
        HomeAuthorityId = authorityId;
        return moves;
    }

    public void SignedIn(string? address, string browser, DateTime now)
    {
        (PreviousSignInAt, PreviousSignInAddress, PreviousSignInBrowser) = (LastSignInAt, LastSignInAddress, LastSignInBrowser);
        (LastSignInAt, LastSignInAddress, LastSignInBrowser) = (now, address, browser);
        (PreviousFailures, AccessFailedCount) = (AccessFailedCount, 0);
    }

    /// <summary>A password of the owner's own choice.</summary>
    public void SetPassword(string hash, DateTime now) => (PasswordHash, MustChangePassword, PasswordChangedAt) = (hash, false, now);

    /// <summary>The same password, hashed as it is done today.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    /// <summary>Whether a new password has to be chosen before anything else: this one came from somebody else, or is too old.</summary>
    /// <param name="days">How long a password holds; 0: for ever.</param>
    public bool NeedsNewPassword(DateTime now, int days) =>
        MustChangePassword || (days > 0 && now >= (PasswordChangedAt ?? CreatedAt).AddDays(days));

    /// <summary>A first password chosen by somebody else, good for one sign-in.</summary>
    public void SetInitialPassword(string hash) => (PasswordHash, MustChangePassword) = (hash, true);

    /// <summary>The link sent to an address was used; it counts only while the address is still the account's.</summary>
    public bool ConfirmEmail(string email) => EmailConfirmed |= string.Equals(Email, email, StringComparison.Ordinal);

    public void MarkAsDemo() => IsDemo = true;

    public void Rename(string displayName) => DisplayName = displayName;

    private sealed class Configuration : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> entity)
        {
            entity.ToTable("accounts");
            entity.HasIndex(a => a.NormalizedUserName).IsUnique();
            entity.HasIndex(a => a.NormalizedEmail);
            entity.HasIndex(a => new { a.AuthorityId, a.Id });

            entity.HasIndex(a => new { a.HomeAuthorityId, a.Id });
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
