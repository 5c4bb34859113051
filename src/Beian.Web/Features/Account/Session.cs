using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Fields;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>A sign-in that holds. The browser has its key, the database only the key's hash; ending it here ends it everywhere.</summary>
public sealed class Session
{
    /// <summary>However busy, a session ends after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>How exactly the last use is known: it is written at most this often.</summary>
    public static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);

    private Session() { }

    public Session(Account account, string key, string? address, string userAgent, DateTime now)
    {
        Id = Guid.CreateVersion7();
        KeyHash = Hash(key);
        AccountId = account.Id;
        CreatedAt = SeenAt = now;
        ExpiresAt = now + Longest;
        Address = address;
        UserAgent = Shorten(userAgent);
    }

    public Guid Id { get; private set; }

    /// <summary>SHA-256 of the key in the cookie.</summary>
    public string KeyHash { get; private set; } = "";

    public Guid AccountId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime SeenAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public string? Address { get; private set; }

    public string UserAgent { get; private set; } = "";

    /// <summary>When a newer session of the same officer took its place; null: it holds while it lasts.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>Browser and address of the newer session.</summary>
    public string? ReplacedBy { get; private set; }

    /// <summary>Unused for this long, it ends: half an hour for enterprises, a quarter for officers.</summary>
    public static TimeSpan Idle(AccountKind kind) => TimeSpan.FromMinutes(kind == AccountKind.Officer ? 15 : 30);

    /// <summary>The mandate it files by; null: it files for the own enterprise. Whether the mandate is in force is asked with each request.</summary>
    public Guid? MandateId { get; private set; }

    public void ActBy(Guid? mandate) => MandateId = mandate;

    /// <summary>Ends it; it stays to be told of until it would have expired.</summary>
    public void Replace(string by, DateTime now) => (ReplacedAt, ReplacedBy) = (now, by);

    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>As much of what a browser calls itself as is kept.</summary>
    public static string Shorten(string userAgent) => PlainText.Cut(userAgent, 300);

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed class Configuration : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> entity)
        {
            entity.ToTable("sessions");
            entity.HasIndex(s => s.KeyHash).IsUnique();
            entity.HasIndex(s => s.AccountId);
            entity.HasIndex(s => s.ExpiresAt);
            entity.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        }
    }
}

public static class SessionQueries
{
    extension(AppDb db)
    {
        public DbSet<Session> Sessions => db.Set<Session>();
    }
}
