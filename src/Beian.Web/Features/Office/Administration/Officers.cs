using Beian.Definitions;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Office.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Administration;

/// <summary>The officers of a jurisdiction, and what an administrator does about those his or her authority is in charge of.</summary>
public sealed class Officers(
    AppDb db,
    Desk desk,
    AuthorityTree authorities,
    AccountBlock names,
    SecondFactors factors,
    Resetting resetting,
    OneTimeKeys keys
)
{
    private const int LongestName = 50;

    /// <summary>All officers of the own authority and those below it.</summary>
    public IQueryable<Account.Account> Visible()
    {
        var officers = db.Accounts.Where(a => a.Kind == AccountKind.Officer);
        var ids = desk.Jurisdiction.Ids;
        return desk.Jurisdiction.IsEverything ? officers : officers.Where(a => a.AuthorityId != null && ids.Contains(a.AuthorityId));
    }

    public bool MayManage(string? authorityId) =>
        authorityId is not null && authorities.MayManageOfficers(desk.Officer.AuthorityId, authorityId);

    /// <summary>The authorities whose officers this one manages.</summary>
    public IReadOnlyList<Authority> Manageable() => [.. desk.Jurisdiction.Ids.Where(MayManage).Select(id => authorities[id])];

    /// <summary>An officer to be changed; null: none this administrator may change.</summary>
    public async Task<Account.Account?> FindAsync(Guid id, CancellationToken stop) =>
        await Visible().SingleOrDefaultAsync(a => a.Id == id, stop) is { } officer && MayManage(officer.AuthorityId) ? officer : null;

    /// <summary>How many filings are open that this officer had in hand before: who takes over should know.</summary>
    public Task<int> CountOpenAsync(Guid officer, CancellationToken stop) =>
        db
            .Filings.Where(f => f.State == FilingState.Submitted || f.State == FilingState.Returned)
            .CountAsync(f => f.AssignedToId == officer || db.Set<Decision>().Any(d => d.FilingId == f.Id && d.OfficerId == officer), stop);

    /// <summary>What is wrong with a new officer; empty: nothing.</summary>
    public async Task<IReadOnlyList<(string Control, LocalizedText Text)>> CheckAsync(
        string name,
        string userName,
        string authorityId,
        string email,
        CancellationToken stop
    )
    {
        var problems = new List<(string, LocalizedText)>();
        if (name.Length is 0 or > LongestName)
            problems.Add(("name", new($"请填写姓名，最多 {LongestName} 个字", $"Please enter the name, {LongestName} characters at most")));
        if (await names.CheckUserNameAsync(userName, stop) is { } problem)
            problems.Add(("userName", problem.Message));
        if (authorities.Find(authorityId) is null || !MayManage(authorityId))
            problems.Add(("authority", new("请选择由您管理的机关", "Please choose an authority that you manage")));
        if (email.Length > 0 && AccountBlock.EmailProblem(email) is { } wrong)
            problems.Add(("email", wrong.Message));
        return problems;
    }

    /// <param name="email">Where the link to the first password goes; empty: a code is handed over.</param>
    /// <returns>The code, to be shown once; null where a link was sent.</returns>
    /// <exception cref="DbUpdateException">Somebody took the name in the same moment.</exception>
    public async Task<string?> CreateAsync(
        string name,
        string userName,
        string authorityId,
        OfficerRole role,
        string email,
        CancellationToken stop
    )
    {
        var process = desk.Begin("CreatingOfficer");
        var officer = Account.Account.ForOfficer(userName, name, authorityId, process.Now, role, email.Length > 0 ? email : null);
        process.Record("OfficerCreated", "account", officer.Id, new { authority = authorityId, role = role.ToString() });
        db.Add(officer);
        var issuer = new KeyIssuer(desk.Officer.AccountId, desk.Officer.Name, desk.Officer.AuthorityId, null);
        string? code = null;
        if (email.Length > 0)
            keys.SendLink(officer, KeyPurpose.Opening, email, issuer, process);
        else
            code = keys.NewCode(officer, KeyPurpose.Opening, issuer, process);
        await db.SaveAsync(process, stop);
        return code;
    }

    /// <returns>The code to hand over, shown once; null where a link was sent. Every session of the officer has ended.</returns>
    public async Task<string?> ResetPasswordAsync(
        Account.Account officer,
        Proof proof,
        IReadOnlyList<ReceivedFile> papers,
        bool byLink,
        CancellationToken stop
    )
    {
        var process = desk.Begin("ResettingPassword");
        var code = await resetting.ResetAsync(officer, proof, papers, byLink, process, stop);
        await db.SaveAsync(process, stop);
        return code;
    }

    /// <summary>The officer's second factor and recovery codes are gone, every session has ended: for one whose telephone is lost.</summary>
    public async Task RemoveFactorAsync(Account.Account officer, CancellationToken stop)
    {
        var process = desk.Begin("RemovingSecondFactor");
        await factors.RemoveAllAsync(officer, process, stop);
        await EndSessionsAsync(officer, stop);
        await db.SaveAsync(process, stop);
    }

    public async Task SuspendAsync(Account.Account officer, CancellationToken stop)
    {
        var process = desk.Begin("SuspendingOfficer");
        officer.Suspend(process);
        await EndSessionsAsync(officer, stop);
        await db.SaveAsync(process, stop);
    }

    public async Task ResumeAsync(Account.Account officer, CancellationToken stop)
    {
        var process = desk.Begin("ResumingOfficer");
        officer.Resume(process);
        await db.SaveAsync(process, stop);
    }

    /// <summary>To another authority, with another role, or both.</summary>
    public async Task MoveAsync(Account.Account officer, string authorityId, OfficerRole role, CancellationToken stop)
    {
        var process = desk.Begin("MovingOfficer");
        officer.Move(authorityId, role, process);
        await EndSessionsAsync(officer, stop);
        await db.SaveAsync(process, stop);
    }

    private async Task EndSessionsAsync(Account.Account officer, CancellationToken stop) =>
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == officer.Id).ToListAsync(stop));
}
