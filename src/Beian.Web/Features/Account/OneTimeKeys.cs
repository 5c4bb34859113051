using System.Security.Cryptography;
using System.Text;
using Beian.Definitions.Fields;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>
/// Gives and judges single-use links and codes. Hashes are keyed with the master key, so that a short code cannot be guessed from the database;
/// in the outbox a link waits sealed.
/// </summary>
public sealed class OneTimeKeys(AppDb db, WriteGate gate, Vault vault, PublicAddress address)
{
    // Nothing that is mistaken for another sign when read out over the telephone.
    private const string CodeSigns = "ABCDEFGHJKMNPQRTUVWXY346789";
    private const int CodeLength = 8;
    private const int PerHour = 3;

    /// <summary>Sends a link within the transaction of <paramref name="process"/>.</summary>
    public void SendLink(Account account, KeyPurpose purpose, string email, KeyIssuer? issuer, Process process)
    {
        var (id, key) = (Guid.CreateVersion7(), Session.NewKey());
        db.Add(new OneTimeKey(id, account, purpose, Hash(id, key), email, issuer, process.Now));
        var link = address.Of(Links.NewPasswordBy(id, key));
        var data = new
        {
            name = account.DisplayName,
            userName = account.UserName,
            hours = OneTimeKey.Lifetime(purpose).TotalHours,
            sealedLink = Convert.ToBase64String(vault.Seal(Encoding.UTF8.GetBytes(link))),
        };
        var template =
            purpose != KeyPurpose.Opening ? "password-link"
            : account.Kind == AccountKind.Officer ? "officer-opened"
            : "account-opened";
        process.Send(new OutboxMessage("mail", email, template, data, account.Id, process.Now));
    }

    /// <summary>Makes a code within the transaction of <paramref name="process"/>; it is shown once and kept as a hash.</summary>
    public string NewCode(Account account, KeyPurpose purpose, KeyIssuer issuer, Process process)
    {
        var (id, code) = (Guid.CreateVersion7(), RandomNumberGenerator.GetString(CodeSigns, CodeLength));
        db.Add(new OneTimeKey(id, account, purpose, Hash(id, code), null, issuer, process.Now));
        return $"{code[..4]}-{code[4..]}";
    }

    /// <summary>Whether the owner may be sent another link in this hour.</summary>
    public async Task<bool> MayAskAsync(Guid account, DateTime now, CancellationToken stop)
    {
        var since = now.AddHours(-1);
        return await db.Set<OneTimeKey>()
                .CountAsync(k => k.AccountId == account && k.Purpose == KeyPurpose.Reset && k.CreatedAt > since, stop) < PerHour;
    }

    /// <summary>The key of a link, whether it is still good or not; null where the link is nobody's.</summary>
    public async Task<OneTimeKey?> FindAsync(Guid id, string? key, CancellationToken stop) =>
        key is { Length: > 0 and < 100 }
        && await db.Set<OneTimeKey>().SingleOrDefaultAsync(k => k.Id == id, stop) is { } found
        && IsRight(found, key)
            ? found
            : null;

    /// <summary>The good key a code belongs to; null where it is wrong, and then it is counted, too late, or was tried too often.</summary>
    public async Task<OneTimeKey?> TryCodeAsync(string userName, string code, DateTime now, CancellationToken stop)
    {
        var normalized = userName.ToUpperInvariant();
        var typed = PlainText.AsCode(code);
        var found = await db.Set<OneTimeKey>()
            .Where(k => k.IsCode && k.UsedAt == null && k.ExpiresAt > now && k.Tries < OneTimeKey.MostTries)
            .Where(k => db.Set<Account>().Any(a => a.Id == k.AccountId && a.NormalizedUserName == normalized))
            .OrderByDescending(k => k.CreatedAt)
            .FirstOrDefaultAsync(stop);
        if (found is null)
            return null;
        // Counted before it is judged: many tries at once are many tries.
        int counted;
        using (await gate.EnterAsync(stop))
            counted = await db.Set<OneTimeKey>()
                .Where(k => k.Id == found.Id && k.Tries < OneTimeKey.MostTries)
                .ExecuteUpdateAsync(k => k.SetProperty(x => x.Tries, x => x.Tries + 1), stop);
        return counted == 1 && typed.Length == CodeLength && IsRight(found, typed) ? found : null;
    }

    /// <summary>A key of a link that a right code is exchanged for, good for half an hour; the code stays good until a password is set.</summary>
    public string Exchange(OneTimeKey code, Account account, Process process)
    {
        var (id, key) = (Guid.CreateVersion7(), Session.NewKey());
        var issuer = code.IssuedBy is { } officer ? new KeyIssuer(officer, code.IssuedByName!, code.AuthorityId!, code.Proof) : null;
        // Sent to no address: it confirms none.
        db.Add(new OneTimeKey(id, account, code.Purpose, Hash(id, key), "", issuer, process.Now));
        return Links.NewPasswordBy(id, key);
    }

    /// <summary>Uses a key up, and with it every other one of the account; every session ends.</summary>
    public async Task UseAsync(OneTimeKey key, Account account, Process process, CancellationToken stop)
    {
        // Itself in any case: where another window was quicker it is not among the open ones any more, and saving has to tell.
        key.Use(process.Now);
        foreach (var open in await db.Set<OneTimeKey>().Where(k => k.AccountId == account.Id && k.UsedAt == null).ToListAsync(stop))
            open.Use(process.Now);
        if (key.Email is { Length: > 0 } email)
            account.ConfirmEmail(email);
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == account.Id).ToListAsync(stop));
        process.Record("PasswordSet", "account", account.Id, new { purpose = key.Purpose.ToString(), key = key.Id });
    }

    private bool IsRight(OneTimeKey found, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(found.SecretHash), Encoding.ASCII.GetBytes(Hash(found.Id, secret)));

    private string Hash(Guid id, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(vault.DeriveKey("one-time keys"), Encoding.UTF8.GetBytes($"{id:N}|{secret}")));
}
