using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>
/// Sends and judges the links that confirm e-mail addresses. A link's key follows from its id and the master key, so that the database
/// holds nothing a reader of it could confirm with; in the outbox the link waits sealed.
/// </summary>
public sealed class EmailConfirmations(AppDb db, Vault vault, PublicAddress address)
{
    private const int PerDay = 5;

    /// <summary>Sends a link within the transaction of <paramref name="process"/>, if the account has an address.</summary>
    public void Ask(Account account, Process process)
    {
        if (account.Email is not { Length: > 0 } email || account.EmailConfirmed)
            return;
        var confirmation = new EmailConfirmation(account, email, process.Now);
        db.Add(confirmation);
        var link = address.Of(Links.EmailConfirmation(confirmation.Id, KeyOf(confirmation.Id)));
        var data = new
        {
            name = account.DisplayName,
            userName = account.UserName,
            sealedLink = Convert.ToBase64String(vault.Seal(Encoding.UTF8.GetBytes(link))),
        };
        process.Send(new OutboxMessage("mail", email, "email-confirmation", data, account.Id, process.Now));
        process.Record("EmailConfirmationSent", "account", account.Id);
    }

    /// <summary>Whether another link may be sent to the account today.</summary>
    public async Task<bool> MayAskAsync(Guid account, DateTime now, CancellationToken stop)
    {
        var yesterday = now.AddDays(-1);
        return await db.Set<EmailConfirmation>().CountAsync(c => c.AccountId == account && c.CreatedAt > yesterday, stop) < PerDay;
    }

    /// <summary>Whether the key belongs to the id; says nothing about whether it is still good.</summary>
    public bool IsGenuine(Guid id, string? key) =>
        key is { Length: < 100 } && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(KeyOf(id)), Encoding.UTF8.GetBytes(key));

    /// <summary>Uses a link up and confirms the address.</summary>
    /// <returns>Whether it was good.</returns>
    public async Task<bool> ConfirmAsync(Guid id, string? key, Actor actor, DateTime now, CancellationToken stop)
    {
        if (!IsGenuine(id, key) || await db.Set<EmailConfirmation>().SingleOrDefaultAsync(c => c.Id == id, stop) is not { } confirmation)
            return false;
        var account = await db.Accounts.SingleAsync(a => a.Id == confirmation.AccountId, stop);
        if (!confirmation.IsGood(now) || !account.ConfirmEmail(confirmation.Email))
            return false;
        confirmation.Use(now);
        var process = new Process("ConfirmingEmail", actor, now);
        process.Record("EmailConfirmed", "account", account.Id);
        await db.SaveAsync(process, stop);
        return true;
    }

    private string KeyOf(Guid id) => Base64Url.EncodeToString(HMACSHA256.HashData(vault.DeriveKey("email confirmation"), id.ToByteArray()));
}
