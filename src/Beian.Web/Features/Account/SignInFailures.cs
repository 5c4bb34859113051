using System.Net;
using System.Security.Cryptography;
using System.Text;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>How often signing in failed lately for a name, an address or a known device.</summary>
public sealed class SignInFailure
{
    private SignInFailure() { }

    /// <summary>For whom or what: never the name itself, somebody may have typed a password there.</summary>
    public string Subject { get; private set; } = "";

    public int Count { get; private set; }

    public DateTime LastAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<SignInFailure>
    {
        public void Configure(EntityTypeBuilder<SignInFailure> entity)
        {
            entity.ToTable("sign_in_failures").HasKey(f => f.Subject);
            entity.HasIndex(f => f.LastAt);
        }
    }
}

/// <summary>
/// Counts failed sign-ins in the database, so that every node knows them, and says until when a subject is locked: a quarter of an hour
/// after the limit, twice as long after each further failure, four hours at most. A day without failures clears it.
/// </summary>
public sealed class SignInFailures(AppDb db, WriteGate gate, Vault vault, TimeProvider clock)
{
    private const int PerAccount = 5;

    /// <summary>A whole office may stand behind one address.</summary>
    private const int PerAddress = 20;

    private static readonly TimeSpan _memory = TimeSpan.FromDays(1);

    /// <summary>The subject of a name at one of the two counters, whether there is such an account or not.</summary>
    public string OfName(AccountKind kind, string normalizedUserName) => "name:" + Seal($"{kind}|{normalizedUserName}");

    /// <summary>The subject of an account at a device it knows: strangers' failures do not count there.</summary>
    public string OfDevice(string device, Guid account) => "device:" + Seal($"{device}|{account}");

    /// <summary>The subject of a network address; null where there is none.</summary>
    public static string? OfAddress(IPAddress? address) => address is null ? null : "address:" + RateLimits.Visitor(address);

    /// <summary>How many failures the worst of the subjects has, and until when one of them is locked (null: none is).</summary>
    public async Task<(int Count, DateTime? LockedUntil)> OfAsync(IReadOnlyCollection<string> subjects, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await db.Set<SignInFailure>().AsNoTracking().Where(f => subjects.Contains(f.Subject)).ToListAsync(stop);
        var recent = found.Where(f => f.LastAt > now - _memory).ToList();
        return (
            recent.Where(f => !IsAddress(f.Subject)).Select(f => f.Count).DefaultIfEmpty().Max(),
            recent.Select(f => LockedUntil(f.Subject, f.Count, f.LastAt)).Where(t => t > now).Max()
        );
    }

    /// <summary>Counts one more failure.</summary>
    /// <returns>How many there are now, and whether this one locked the subject.</returns>
    public async Task<(int Count, bool Locked)> AddAsync(string subject, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var forgotten = now - _memory;
        using var turn = await gate.EnterAsync(stop);
        await db.Set<SignInFailure>().Where(f => f.LastAt < forgotten).ExecuteDeleteAsync(stop);
        var counts = await db
            .Database.SqlQuery<int>(
                $"INSERT INTO sign_in_failures (subject, count, last_at) VALUES ({subject}, 1, {now}) ON CONFLICT (subject) DO UPDATE SET count = sign_in_failures.count + 1, last_at = excluded.last_at RETURNING count"
            )
            .ToListAsync(stop);
        return (counts[0], LockedUntil(subject, counts[0], now) is not null);
    }

    /// <summary>Forgets a subject's failures after a success.</summary>
    public async Task ClearAsync(string subject, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop);
        await db.Set<SignInFailure>().Where(f => f.Subject == subject).ExecuteDeleteAsync(stop);
    }

    private static DateTime? LockedUntil(string subject, int count, DateTime lastAt)
    {
        var over = count - (IsAddress(subject) ? PerAddress : PerAccount);
        return over < 0 ? null : lastAt + TimeSpan.FromMinutes(15 << Math.Min(over, 4));
    }

    private static bool IsAddress(string subject) => subject.StartsWith("address:", StringComparison.Ordinal);

    private string Seal(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(vault.DeriveKey("sign-in failures"), Encoding.UTF8.GetBytes(text)));
}
