using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise;

/// <summary>
/// The members of an enterprise as they change: who joins, gets another role, leaves. It never loses its last administrator, and of two changes at once one is
/// told to look again: each counts on the founder's row.
/// </summary>
public sealed class Team
{
    /// <summary>More people never act for one enterprise.</summary>
    public const int Most = 50;

    private readonly AppDb _db;
    private readonly Guid _enterprise;
    private readonly List<Member> _members;

    private Team(AppDb db, Guid enterprise, List<Member> members) => (_db, _enterprise, _members) = (db, enterprise, members);

    /// <summary>Reads them, to be changed. An enterprise that only its founder acted for so far gets his or her row with the change.</summary>
    public static async Task<Team> ReadAsync(AppDb db, Guid enterprise, CancellationToken stop)
    {
        var members = await db
            .Members.Where(m => m.EnterpriseId == enterprise && (m.EndedAt == null || m.AccountId == enterprise))
            .ToListAsync(stop);
        if (!members.Exists(m => m.IsFounder))
        {
            var since = await db.Accounts.Where(a => a.Id == enterprise).Select(a => a.CreatedAt).SingleAsync(stop);
            var founder = new Member(enterprise, enterprise, MemberRole.Administrator, since);
            db.Add(founder);
            members.Add(founder);
        }
        return new(db, enterprise, members);
    }

    public int Count => _members.Count(m => m.IsActive);

    /// <summary>Somebody joins, or comes back.</summary>
    public async Task JoinAsync(Guid account, MemberRole role, Process process, CancellationToken stop)
    {
        if (Count >= Most)
            throw new Refused(new($"本企业的成员已满 {Most} 人。", $"The enterprise has {Most} members already."));
        var former =
            _members.Find(m => m.AccountId == account)
            ?? await _db.Members.SingleOrDefaultAsync(m => m.EnterpriseId == _enterprise && m.AccountId == account, stop);
        if (former is { IsActive: true })
            throw new Refused(new("您已经是本企业的成员。", "You are a member of this enterprise already."));
        if (former is null)
            _db.Add(new Member(_enterprise, account, role, process.Now));
        else
            former.Return(role, process.Now);
        Note("MemberJoined", process, new { account, role = $"{role}" });
    }

    public void ChangeRole(Guid account, MemberRole role, Process process)
    {
        var member = Find(account);
        if (member.Role == role)
            return;
        var from = member.Role;
        member.Become(role);
        RequireAdministrator();
        Note(
            "MemberRoleChanged",
            process,
            new
            {
                account,
                from = $"{from}",
                to = $"{role}",
            }
        );
    }

    /// <summary>An administrator takes somebody out.</summary>
    public void Remove(Guid account, Process process) => End(account, "MemberRemoved", process);

    /// <summary>Somebody goes.</summary>
    public void Leave(Guid account, Process process) => End(account, "MemberLeft", process);

    /// <summary>One administrator makes another member one, and files on.</summary>
    public void HandOver(Guid from, Guid to, Process process)
    {
        var (giver, taker) = (Find(from), Find(to));
        if (giver == taker)
            throw new Refused(new("请选择另一位成员。", "Please choose another member."));
        taker.Become(MemberRole.Administrator);
        giver.Become(MemberRole.Filer);
        Note("AdministratorHandedOver", process, new { from, to });
    }

    private void End(Guid account, string happened, Process process)
    {
        Find(account).End(process.Now);
        RequireAdministrator();
        Note(happened, process, new { account });
    }

    private Member Find(Guid account) =>
        _members.Find(m => m.IsActive && m.AccountId == account)
        ?? throw new Refused(new("这位成员已不在本企业。", "This person is no member any more."));

    private void RequireAdministrator()
    {
        if (!_members.Exists(m => m is { IsActive: true, Role: MemberRole.Administrator }))
            throw new Refused(
                new(
                    "本企业至少要有一名管理员。请先把管理员移交给其他成员，再退出或修改角色。",
                    "An enterprise has one administrator at least. Hand the role over to another member first."
                )
            );
    }

    private void Note(string kind, Process process, object data)
    {
        _members.Find(m => m.IsFounder)!.Touch();
        process.Record(kind, EnterpriseActs.SubjectKind, _enterprise, data);
    }
}
