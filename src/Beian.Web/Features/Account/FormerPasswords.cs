using Beian.Definitions;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Account;

/// <summary>The hash of a password an account had.</summary>
public sealed class FormerPassword
{
    private FormerPassword() { }

    public FormerPassword(Guid account, string hash, DateTime now) =>
        (Id, AccountId, Hash, ReplacedAt) = (Guid.CreateVersion7(), account, hash, now);

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTime ReplacedAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<FormerPassword>
    {
        public void Configure(EntityTypeBuilder<FormerPassword> entity)
        {
            entity.ToTable("former_passwords").HasIndex(p => new { p.AccountId, p.Id });
            entity.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        }
    }
}

/// <summary>None of the last five passwords comes back (GB/T 22239): the present one and the four before it.</summary>
public sealed class FormerPasswords(AppDb db, Passwords passwords)
{
    private const int Remembered = 4;

    private static readonly LocalizedText _refusal = new(
        "不能使用最近五次用过的密码，请换一个",
        "This is one of your last five passwords; please choose another"
    );

    /// <summary>What is wrong with a new password: it is one of the last five. Takes a hash each: ask outside a transaction.</summary>
    /// <returns>Null: nothing.</returns>
    public async Task<LocalizedText?> ProblemAsync(Account account, string password, CancellationToken stop)
    {
        var hashes = await db.Set<FormerPassword>()
            .Where(p => p.AccountId == account.Id)
            .OrderByDescending(p => p.Id)
            .Take(Remembered)
            .Select(p => p.Hash)
            .ToListAsync(stop);
        if (account.PasswordHash is { } present)
            hashes.Add(present);
        return await passwords.MatchesAnyAsync(account, hashes, password, stop) switch
        {
            null => Passwords.Busy,
            true => _refusal,
            false => null,
        };
    }

    /// <summary>Keeps the present password's hash, before another takes its place.</summary>
    public async Task KeepAsync(Account account, DateTime now, CancellationToken stop)
    {
        if (account.PasswordHash is not { } present)
            return;
        db.RemoveRange(
            await db.Set<FormerPassword>()
                .Where(p => p.AccountId == account.Id)
                .OrderByDescending(p => p.Id)
                .Skip(Remembered - 1)
                .ToListAsync(stop)
        );
        db.Add(new FormerPassword(account.Id, present, now));
    }
}
