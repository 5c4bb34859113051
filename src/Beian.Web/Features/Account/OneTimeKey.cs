using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>What a single-use key is for.</summary>
public enum KeyPurpose
{
    /// <summary>开通用户: the first entry into an account an authority made.</summary>
    Opening,

    /// <summary>忘记密码, asked for by the owner.</summary>
    Reset,

    /// <summary>重置密码 by an authority.</summary>
    OfficeReset,
}

/// <summary>Who gave a key, and what he or she was shown for it.</summary>
/// <param name="Proof">The documents seen, sealed; null where none had to be: an officer opened a colleague's account.</param>
public sealed record KeyIssuer(Guid OfficerId, string Name, string AuthorityId, string? Proof);

/// <summary>A link or a code that leads into an account once. The database holds a hash of its secret.</summary>
public sealed class OneTimeKey
{
    /// <summary>After so many wrong tries a code is dead.</summary>
    public const int MostTries = 5;

    private OneTimeKey() { }

    /// <param name="email">The address the link is sent to; null for a code.</param>
    public OneTimeKey(Guid id, Account account, KeyPurpose purpose, string secretHash, string? email, KeyIssuer? issuer, DateTime now)
    {
        Id = id;
        AccountId = account.Id;
        Purpose = purpose;
        SecretHash = secretHash;
        IsCode = email is null;
        Email = email;
        CreatedAt = now;
        ExpiresAt = now + Lifetime(purpose);
        (IssuedBy, IssuedByName, AuthorityId, Proof) = (issuer?.OfficerId, issuer?.Name, issuer?.AuthorityId, issuer?.Proof);
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public KeyPurpose Purpose { get; private set; }

    public string SecretHash { get; private set; } = "";

    /// <summary>Whether it is a short code, handed over on paper or by telephone.</summary>
    public bool IsCode { get; private set; }

    public string? Email { get; private set; }

    public int Tries { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>Concurrency token: of two uses at once one counts.</summary>
    public DateTime? UsedAt { get; private set; }

    public Guid? IssuedBy { get; private set; }

    public string? IssuedByName { get; private set; }

    public string? AuthorityId { get; private set; }

    /// <summary>What documents the officer saw; sealed with the master key.</summary>
    public string? Proof { get; private set; }

    /// <summary>What the owner asks for holds half an hour; what an authority gives has to reach the enterprise first.</summary>
    public static TimeSpan Lifetime(KeyPurpose purpose) => purpose == KeyPurpose.Reset ? TimeSpan.FromMinutes(30) : TimeSpan.FromDays(3);

    public bool IsGood(DateTime now) => UsedAt is null && now < ExpiresAt && Tries < MostTries;

    public void Use(DateTime now) => UsedAt = now;

    private sealed class Configuration : IEntityTypeConfiguration<OneTimeKey>
    {
        public void Configure(EntityTypeBuilder<OneTimeKey> entity)
        {
            entity.ToTable("one_time_keys").HasIndex(k => new { k.AccountId, k.CreatedAt });
            entity.Property(k => k.UsedAt).IsConcurrencyToken();
            entity.HasOne<Account>().WithMany().HasForeignKey(k => k.AccountId);
        }
    }
}
