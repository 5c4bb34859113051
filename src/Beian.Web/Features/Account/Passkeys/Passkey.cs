using System.Buffers.Text;
using Beian.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account.Passkeys;

/// <summary>电子钥匙: a security key, or a device with a passkey, that an account signs in with (WebAuthn). Only its public key is here.</summary>
public sealed class Passkey
{
    public const int LongestName = 40;

    private Passkey() { }

    public Passkey(Account account, UserPasskeyInfo info, string name, DateTime now)
    {
        Id = Guid.CreateVersion7();
        AccountId = account.Id;
        CredentialId = TextOf(info.CredentialId);
        PublicKey = info.PublicKey;
        Transports = string.Join(' ', info.Transports ?? []);
        (IsBackupEligible, Name, AddedAt) = (info.IsBackupEligible, name, now);
        Take(info);
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>What the key calls itself, in base64url.</summary>
    public string CredentialId { get; private set; } = "";

    /// <summary>COSE key.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>How often the key has signed, as it says; 0: it does not count. A copy falls behind.</summary>
    public long SignCount { get; private set; }

    public string Transports { get; private set; } = "";

    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    /// <summary>What its owner calls it.</summary>
    public string Name { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public static string TextOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);

    /// <summary>It proved itself.</summary>
    public void Use(UserPasskeyInfo info, DateTime now)
    {
        Take(info);
        UsedAt = now;
    }

    /// <summary>For what checks its signatures.</summary>
    public UserPasskeyInfo ToInfo() =>
        new(
            Base64Url.DecodeFromChars(CredentialId),
            PublicKey,
            new DateTimeOffset(AddedAt, TimeSpan.Zero),
            (uint)SignCount,
            Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            isUserVerified: true,
            IsBackupEligible,
            IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        )
        {
            Name = Name,
        };

    private void Take(UserPasskeyInfo info) => (SignCount, IsBackedUp) = (info.SignCount, info.IsBackedUp);

    private sealed class Configuration : IEntityTypeConfiguration<Passkey>
    {
        public void Configure(EntityTypeBuilder<Passkey> entity)
        {
            entity.ToTable("passkeys").HasIndex(p => p.CredentialId).IsUnique();
            entity.HasIndex(p => p.AccountId);
            entity.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        }
    }
}

public static class PasskeyQueries
{
    extension(AppDb db)
    {
        /// <summary>The keys of an account, the newest first; nobody has more than a few.</summary>
        public IQueryable<Passkey> PasskeysOf(Guid account) =>
            db.Set<Passkey>().Where(p => p.AccountId == account).OrderByDescending(p => p.Id);
    }
}
