using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Beian.Definitions;
using Beian.Web.Channels;
using Beian.Web.Channels.Templates;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise.Invitations;

/// <summary>
/// Sends invitations and judges their links. A link's secret follows from the invitation's id and the master key, so that the database holds nothing a reader
/// of it could join with; in the outbox the link waits sealed.
/// </summary>
public sealed class InvitationDesk(AppDb db, Vault vault, PublicAddress address)
{
    /// <summary>More wait for no enterprise at once.</summary>
    public const int MostOpen = 20;

    private const int PerDay = 30;
    private const int IdLength = 16;
    private const int SecretLength = 16;

    /// <summary>Sends an invitation within the transaction of <paramref name="process"/>; one to the same address that still waits is taken back.</summary>
    /// <exception cref="Refused">There were too many.</exception>
    public async Task SendAsync(Standing standing, string email, MemberRole role, Process process, CancellationToken stop)
    {
        var waiting = await OpenOf(standing.EnterpriseId, process.Now).ToListAsync(stop);
        var same = waiting.FindAll(i => string.Equals(i.Email, email, StringComparison.OrdinalIgnoreCase));
        var yesterday = process.Now.AddDays(-1);
        var today = await db.Invitations.CountAsync(i => i.EnterpriseId == standing.EnterpriseId && i.CreatedAt > yesterday, stop);
        if (waiting.Count - same.Count >= MostOpen || today >= PerDay)
            throw new Refused(
                new(
                    "等待接受的邀请已经很多了，请先撤回不需要的，或明天再邀请。",
                    "There are many invitations already; take some back, or go on tomorrow."
                )
            );
        foreach (var former in same)
            former.Withdraw(process);
        var invitation = new Invitation(standing, email, role, process);
        db.Add(invitation);
        var link = address.Of(Links.EnterpriseInvitation(TokenOf(invitation.Id)));
        var mail = new MemberInvited.Mail(
            standing.Name,
            process.Actor.Name,
            role.Text,
            role.Meaning,
            Invitation.Lifetime.Days,
            Convert.ToBase64String(vault.Seal(Encoding.UTF8.GetBytes(link)))
        );
        process.Send(new OutboxMessage(MailChannel.Name, email, "member-invited", mail, invitation.Id, process.Now));
    }

    /// <summary>The invitations of an enterprise that wait, newest first.</summary>
    public IQueryable<Invitation> OpenOf(Guid enterprise, DateTime now) =>
        db.Invitations.Where(i => i.EnterpriseId == enterprise && i.EndedAt == null && i.ExpiresAt > now).OrderByDescending(i => i.Id);

    /// <summary>The invitation of a link, whether it is still good or not; null where the link is nobody's.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken stop)
    {
        if (token.Length is < 40 or > 50 || !Base64Url.IsValid(token))
            return null;
        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length != IdLength + SecretLength)
            return null;
        var id = new Guid(bytes.AsSpan(0, IdLength));
        return CryptographicOperations.FixedTimeEquals(SecretOf(id), bytes.AsSpan(IdLength))
            ? await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, stop)
            : null;
    }

    /// <summary>Why an account cannot join; null: it can. One account acts for one enterprise.</summary>
    public async Task<LocalizedText?> HindranceAsync(Invitation invitation, Guid account, string? email, CancellationToken stop)
    {
        if (!string.Equals(email, invitation.Email, StringComparison.OrdinalIgnoreCase))
            return new(
                $"这份邀请发给 {Masked(invitation.Email)}，您登录的账号用的是另一个邮箱，不能使用。请退出登录，用该邮箱的账号登录，或新建账号；邀请仍然有效。",
                $"This invitation went to {Masked(invitation.Email)}; the account you are signed in with has another address. Sign out and use an account with that address, or make one; the invitation stays good."
            );
        var enterprise = await db.FindEnterpriseOfAsync(account, stop);
        if (enterprise == invitation.EnterpriseId)
            return new("您已经是本企业的成员。", "You are a member of this enterprise already.");
        var elsewhere = enterprise is not null && (enterprise != account || await OwnsSomethingAsync(account, stop));
        return elsewhere
            ? new(
                "您的账号已属于另一家企业（已有备案、登记或成员），一个账号只能属于一家企业，没有加入。原来的内容都没有变化。请管理员改为邀请您的另一个邮箱，并为它新建账号；为多家企业代办的，请使用委托。",
                "Your account belongs to another enterprise already (it has filings, entries or members), and an account acts for one only; you did not join, and nothing of yours changed. Ask the administrator to invite another address of yours and make an account for it; whoever files for several enterprises uses mandates."
            )
            : null;
    }

    /// <summary>Lets an account join within the transaction of <paramref name="process"/>.</summary>
    public async Task AcceptAsync(Invitation invitation, Account.Account account, Process process, CancellationToken stop)
    {
        var team = await Team.ReadAsync(db, invitation.EnterpriseId, stop);
        await team.JoinAsync(account.Id, invitation.Role, process, stop);
        invitation.Accept(account.Id, process.Now);
        // The link reached the address.
        account.ConfirmEmail(invitation.Email);
        // Whom the account invited to an enterprise of its own has nothing to join any more.
        foreach (var own in await OpenOf(account.Id, process.Now).ToListAsync(stop))
            if (own.EnterpriseId != invitation.EnterpriseId)
                own.Withdraw(process);
    }

    /// <summary>What a link ends with.</summary>
    public string TokenOf(Guid id) => Base64Url.EncodeToString([.. id.ToByteArray(), .. SecretOf(id)]);

    /// <summary>As much of an address as its owner knows it by.</summary>
    public static string Masked(string email) => $"{email[..1]}***{email[email.IndexOf('@', StringComparison.Ordinal)..]}";

    private async Task<bool> OwnsSomethingAsync(Guid account, CancellationToken stop) =>
        await db.Filings.AnyAsync(f => f.OwnerId == account, stop)
        || await db.Claims.AnyAsync(c => c.AccountId == account && c.State == ClaimState.Confirmed, stop)
        || await db.Mandates.AnyAsync(m => (m.PrincipalId == account || m.AgencyId == account) && m.EndedAt == null, stop)
        || await db.Members.AnyAsync(m => m.EnterpriseId == account && m.AccountId != account && m.EndedAt == null, stop);

    private byte[] SecretOf(Guid id) => HMACSHA256.HashData(vault.DeriveKey("invitations"), id.ToByteArray())[..SecretLength];
}
