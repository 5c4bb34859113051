using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Papers;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>
/// 重置密码 of an enterprise or an officer by the authority in charge: the old password opens nothing from then on, every session ends, and a link to the confirmed
/// address or a code that is handed over leads to a new one. Whether the officer may is the page's business.
/// </summary>
public sealed class Resetting(AppDb db, Desk desk, OneTimeKeys keys, Vault vault)
{
    /// <summary>Does it within the transaction of <paramref name="process"/>.</summary>
    /// <param name="byLink">Whether a link is wanted; without a confirmed address it is a code all the same.</param>
    /// <returns>The code to hand over, shown this once; null where a link was sent.</returns>
    public async Task<string?> ResetAsync(
        Account.Account account,
        Proof proof,
        IReadOnlyList<ReceivedFile> papers,
        bool byLink,
        Process process,
        CancellationToken stop
    )
    {
        account.ForgetPassword();
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == account.Id).ToListAsync(stop));
        foreach (var open in await db.Set<OneTimeKey>().Where(k => k.AccountId == account.Id && k.UsedAt == null).ToListAsync(stop))
            open.Use(process.Now);
        db.AddRange(papers.Select(p => new IdentityPaper(p, account.Id, null, process)));
        process.Record(
            account.Kind == AccountKind.Officer ? "OfficerPasswordReset" : "PasswordResetByAuthority",
            "account",
            account.Id,
            new
            {
                authority = desk.Officer.AuthorityId,
                documents = proof.Documents,
                papers = papers.Select(p => p.Stored.Sha256),
            }
        );
        var issuer = proof.By(desk.Officer, vault);
        if (!byLink || account is not { EmailConfirmed: true, Email: { Length: > 0 } email })
            return keys.NewCode(account, KeyPurpose.OfficeReset, issuer, process);
        keys.SendLink(account, KeyPurpose.OfficeReset, email, issuer, process);
        return null;
    }
}
