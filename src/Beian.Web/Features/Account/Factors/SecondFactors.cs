using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Fields;
using Beian.Web.Data;
using Beian.Web.Features.Account.Passkeys;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account.Factors;

/// <summary>Adds, judges and takes away second factors. Everything happens within the transaction of a process; the caller saves it.</summary>
public sealed class SecondFactors(AppDb db, Vault vault)
{
    public const int CodesGiven = 10;
    private const int CodeLength = 10;

    // Nothing that is mistaken for another sign on paper.
    private const string CodeSigns = "ABCDEFGHJKMNPQRTUVWXY346789";

    public Task<SecondFactor?> FindAsync(Guid account, CancellationToken stop) =>
        db.Set<SecondFactor>().SingleOrDefaultAsync(f => f.AccountId == account, stop);

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CountCodesAsync(Guid account, CancellationToken stop) =>
        db.Set<RecoveryCode>().CountAsync(c => c.AccountId == account && c.UsedAt == null, stop);

    /// <summary>Adds an authenticator whose first code is <paramref name="code"/>.</summary>
    /// <returns>Whether the code was right.</returns>
    public bool Add(Account account, byte[] secret, string code, Process process)
    {
        if (Totp.Find(secret, Tidy(code), process.Now, 0) is not { } step)
            return false;
        db.Add(new SecondFactor(account.Id, Convert.ToBase64String(vault.Seal(secret)), step, process.Now));
        account.TwoFactorEnabled = true;
        process.Record("SecondFactorAdded", "account", account.Id, new { kind = "authenticator" });
        return true;
    }

    /// <summary>Whether what was typed is the authenticator's code or one of the recovery codes; it is used up.</summary>
    public async Task<bool> UseAsync(Account account, string typed, Process process, CancellationToken stop)
    {
        var code = Tidy(typed);
        if (code.Length == 6)
        {
            if (
                await FindAsync(account.Id, stop) is not { } factor
                || Totp.Find(vault.Open(Convert.FromBase64String(factor.Secret)), code, process.Now, factor.LastStep) is not { } step
            )
                return false;
            factor.Use(step);
            return true;
        }
        var hash = Hash(account.Id, code);
        var found = await db.Set<RecoveryCode>()
            .FirstOrDefaultAsync(c => c.AccountId == account.Id && c.Hash == hash && c.UsedAt == null, stop);
        if (code.Length != CodeLength || found is null)
            return false;
        found.Use(process.Now);
        process.Record("RecoveryCodeUsed", "account", account.Id);
        return true;
    }

    /// <summary>New recovery codes instead of those there were; shown once and kept as hashes.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(Account account, Process process, CancellationToken stop)
    {
        db.RemoveRange(await CodesOf(account).ToListAsync(stop));
        var codes = Enumerable.Range(0, CodesGiven).Select(_ => RandomNumberGenerator.GetString(CodeSigns, CodeLength)).ToList();
        db.AddRange(codes.Select(c => new RecoveryCode(Guid.CreateVersion7(), account.Id, Hash(account.Id, c))));
        process.Record("RecoveryCodesMade", "account", account.Id);
        return codes.ConvertAll(c => $"{c[..5]}-{c[5..]}");
    }

    /// <summary>Takes everything away but the password: authenticator, recovery codes, keys.</summary>
    public async Task RemoveAllAsync(Account account, Process process, CancellationToken stop)
    {
        await RemoveAsync(account, process, stop);
        db.RemoveRange(await db.PasskeysOf(account.Id).ToListAsync(stop));
        account.TwoFactorEnabled = false;
    }

    /// <summary>Takes the authenticator and the recovery codes away; an officer's key still stands beside the password.</summary>
    public async Task RemoveAsync(Account account, Process process, CancellationToken stop)
    {
        if (await FindAsync(account.Id, stop) is { } factor)
            db.Remove(factor);
        db.RemoveRange(await CodesOf(account).ToListAsync(stop));
        account.TwoFactorEnabled = account.Kind == AccountKind.Officer && await db.PasskeysOf(account.Id).AnyAsync(stop);
        process.Record("SecondFactorRemoved", "account", account.Id);
    }

    private IQueryable<RecoveryCode> CodesOf(Account account) => db.Set<RecoveryCode>().Where(c => c.AccountId == account.Id);

    /// <summary>Full-width digits, blanks and hyphens mean what they look like.</summary>
    private static string Tidy(string typed) => typed.Length > 40 ? "" : PlainText.AsCode(typed);

    private string Hash(Guid account, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(vault.DeriveKey("recovery codes"), Encoding.ASCII.GetBytes($"{account:N}|{code}")));
}
