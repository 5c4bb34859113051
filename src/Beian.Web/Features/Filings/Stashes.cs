using System.Security.Cryptography;
using System.Text.Json;
using Beian.Definitions.Answers;
using Beian.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>
/// Keeps typing whose session had ended, and gives it back to the same account. A form carries a seal that says whose it is;
/// without a seal of this site nothing is kept, so nobody can slip typing into another's filing.
/// </summary>
public sealed class Stashes(AppDb db, WriteGate gate, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly ITimeLimitedDataProtector _seals = protection.CreateProtector("form-seal").ToTimeLimitedDataProtector();
    private readonly IDataProtector _contents = protection.CreateProtector("stash");

    /// <summary>Says that a form of a filing was made for an account acting for an enterprise, for a day.</summary>
    public string Seal(Guid filing, Filer filer) =>
        filer is { AccountId: { } account, EnterpriseId: { } enterprise }
            ? _seals.Protect($"{filing:N}{account:N}{enterprise:N}", TimeSpan.FromDays(1))
            : "";

    /// <summary>The account a form was made for; null where the seal says nothing of the kind.</summary>
    public Guid? OwnerIn(string seal, Guid filing) => Read(seal, filing, 32);

    /// <summary>The enterprise it acted for then.</summary>
    public Guid? EnterpriseIn(string seal, Guid filing) => Read(seal, filing, 64);

    private Guid? Read(string seal, Guid filing, int place)
    {
        if (seal.Length is 0 or > 1000)
            return null;
        try
        {
            var text = _seals.Unprotect(seal);
            return text.StartsWith(filing.ToString("N"), StringComparison.Ordinal) && text.Length >= place + 32
                ? Guid.ParseExact(text.AsSpan(place, 32), "N")
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Keeps the typing, in place of what was kept for the same filing before.</summary>
    public async Task KeepAsync(StashedForm form, Guid account, CancellationToken stop)
    {
        var content = _contents.Protect(JsonSerializer.Serialize(form));
        var now = clock.GetUtcNow().UtcDateTime;
        using var turn = await gate.EnterAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Stashes.Where(s => s.CreatedAt < now - Stash.Lifetime).ExecuteDeleteAsync(stop);
        await db.Stashes.Where(s => s.AccountId == account && s.FilingId == form.FilingId).ExecuteDeleteAsync(stop);
        db.Add(new Stash(form.FilingId, account, content, now));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>What is kept for an account: of one filing, or the newest of any; null where there is nothing.</summary>
    public async Task<StashedForm?> FindAsync(Guid? account, Guid? filing, CancellationToken stop)
    {
        if (account is null)
            return null;
        var oldest = clock.GetUtcNow().UtcDateTime - Stash.Lifetime;
        var content = await db
            .Stashes.Where(s => s.AccountId == account && s.CreatedAt >= oldest && (filing == null || s.FilingId == filing))
            .OrderByDescending(s => s.CreatedAt)
            .Select(s => s.Content)
            .FirstOrDefaultAsync(stop);
        try
        {
            return content is null ? null : JsonSerializer.Deserialize<StashedForm>(_contents.Unprotect(content));
        }
        catch (CryptographicException)
        {
            return null; // sealed with a key that is no more
        }
    }

    /// <summary>Forgets what is kept of a filing.</summary>
    public async Task ForgetAsync(Guid account, Guid filing, CancellationToken stop)
    {
        using var turn = await gate.EnterAsync(stop);
        await db.Stashes.Where(s => s.AccountId == account && s.FilingId == filing).ExecuteDeleteAsync(stop);
    }

    public static AnswerSet AnswersOf(StashedForm form) => AnswerSet.FromJson(form.Answers);
}

public static class StashQueries
{
    extension(AppDb db)
    {
        public DbSet<Stash> Stashes => db.Set<Stash>();
    }
}
