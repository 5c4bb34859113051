using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Web;

/// <summary>Something good for one use (a captcha, what a key or the national platform was asked) that had it.</summary>
public sealed class SpentToken
{
    private SpentToken() { }

    public long Nonce { get; private set; }

    /// <summary>When it would be refused anyway.</summary>
    public DateTime ExpiresAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<SpentToken>
    {
        public void Configure(EntityTypeBuilder<SpentToken> entity)
        {
            entity.ToTable("spent_tokens").HasKey(t => t.Nonce);
            entity.Property(t => t.Nonce).ValueGeneratedNever();
            entity.HasIndex(t => t.ExpiresAt);
        }
    }
}

/// <summary>Spends what is good for one use: true the first time, on whichever node.</summary>
/// <param name="nonce">Drawn at random with it.</param>
/// <param name="expires">When it would be refused anyway.</param>
public delegate Task<bool> SpendToken(long nonce, DateTimeOffset expires, CancellationToken stop);

/// <summary>What was used, in the database: of several nodes that are shown the same, one accepts it.</summary>
public sealed class SpentTokens(AppDb db, WriteGate gate, TimeProvider clock)
{
    /// <inheritdoc cref="SpendToken"/>
    public async Task<bool> SpendAsync(long nonce, DateTimeOffset expires, CancellationToken stop)
    {
        var until = expires.UtcDateTime;
        using var turn = await gate.EnterAsync(stop);
        return await db.Database.ExecuteSqlAsync(
                $"INSERT INTO spent_tokens (nonce, expires_at) VALUES ({nonce}, {until}) ON CONFLICT (nonce) DO NOTHING",
                stop
            ) == 1;
    }

    /// <summary>Forgets those that would be refused anyway.</summary>
    /// <returns>How many they were.</returns>
    public async Task<int> ForgetAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        using var turn = await gate.EnterAsync(stop);
        return await db.Set<SpentToken>().Where(t => t.ExpiresAt < now).ExecuteDeleteAsync(stop);
    }
}
