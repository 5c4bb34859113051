using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Enterprise.AccessRequests;
using Beian.Web.Features.Enterprise.Invitations;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise;

/// <summary>成员: who acts for the enterprise. Its administrators invite, change roles, take out and hand over; everybody may go.</summary>
public sealed class MembersModel(AppDb db, Visitor visitor, InvitationDesk desk, AccessDesk access, TimeProvider clock, Texts texts)
    : AskingPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public MemberRole? Role { get; set; }

    [TempData]
    public string? Message { get; set; }

    public Standing Standing { get; private set; } = null!;

    public IReadOnlyList<Colleague> Members { get; private set; } = [];

    /// <summary>Who has not answered yet; administrators see them.</summary>
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>Who asks to be let in; administrators see them.</summary>
    public IReadOnlyList<AskedAccess> Asked { get; private set; } = [];

    public Guid Me => visitor.AccountId!.Value;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (visitor.OwnStanding is null)
            return Redirect(Links.Enterprise);
        await ReadAsync(stop);
        return Page();
    }

    public IActionResult OnGetInvitation() => Redirect(Links.EnterpriseMembers);

    public async Task<IActionResult> OnPostInvitationAsync(CancellationToken stop)
    {
        var standing = Require();
        var email = (Email ?? "").Trim();
        await ReadAsync(stop);
        var errors = new List<ErrorLine>();
        if (AccountBlock.EmailProblem(email) is { } problem)
            errors.Add(new(nameof(Email), texts[problem.Message]));
        else if (Members.Any(m => string.Equals(m.Email, email, StringComparison.OrdinalIgnoreCase)))
            errors.Add(new(nameof(Email), texts["这个邮箱的账号已是本企业的成员", "The account with this address is a member already"]));
        if (Role is null || !Enum.IsDefined(Role.Value))
            errors.Add(new(nameof(Role), texts["请选择角色", "Please choose a role"]));
        if (errors.Count > 0)
            return AskAgain(errors);
        var process = Begin("InvitingMember");
        await desk.SendAsync(standing, email, Role!.Value, process, stop);
        await db.SaveAsync(process, stop);
        return Done(texts[$"邀请已发往 {email}，七天内有效。", $"The invitation is on its way to {email}, good for seven days."]);
    }

    public async Task<IActionResult> OnPostWithdrawalAsync(Guid id, CancellationToken stop)
    {
        var standing = Require();
        if (
            await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.EnterpriseId == standing.EnterpriseId, stop)
            is not { } invitation
        )
            return NotFound();
        if (invitation.StateAt(Now) is InvitationState.Accepted)
            throw new Refused(new("这份邀请已被接受。", "This invitation was accepted."));
        var process = Begin("WithdrawingInvitation");
        if (invitation.EndedAt is null)
            invitation.Withdraw(process);
        await db.SaveAsync(process, stop);
        return Done(texts["邀请已撤回，链接不能再使用。", "The invitation was taken back; its link is no longer good."]);
    }

    /// <summary>Whoever asked gets an invitation.</summary>
    public Task<IActionResult> OnPostAdmissionAsync(Guid id, CancellationToken stop) =>
        Role is { } role && Enum.IsDefined(role) ? AnswerAsync(id, role, stop) : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostRefusalAsync(Guid id, CancellationToken stop) => AnswerAsync(id, null, stop);

    public Task<IActionResult> OnPostRoleAsync(Guid account, CancellationToken stop) =>
        Role is { } role && Enum.IsDefined(role)
            ? ChangeAsync("ChangingRole", (t, p) => t.ChangeRole(account, role, p), texts["角色已修改。", "The role was changed."], stop)
            : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostRemovalAsync(Guid account, CancellationToken stop) =>
        ChangeAsync(
            "RemovingMember",
            (t, p) => t.Remove(account, p),
            texts[
                "已移出。此人立即不能再查看和办理本企业的事项。",
                "Taken out: the enterprise's filings are closed to this person at once."
            ],
            stop
        );

    public Task<IActionResult> OnPostHandOverAsync(Guid account, CancellationToken stop) =>
        ChangeAsync(
            "HandingOver",
            (t, p) => t.HandOver(Me, account, p),
            texts["管理员已移交，您现在是经办人。", "The role was handed over; you are a filer now."],
            stop
        );

    /// <summary>One goes by oneself, whatever the role.</summary>
    public async Task<IActionResult> OnPostLeavingAsync(CancellationToken stop)
    {
        if (visitor.OwnStanding is not { } standing)
            return Redirect(Links.Enterprise);
        var process = Begin("LeavingEnterprise");
        var team = await Team.ReadAsync(db, standing.EnterpriseId, stop);
        team.Leave(Me, process);
        await SaveAsync(process, stop);
        TempData[nameof(Message)] = texts[$"您已退出{standing.Name}。", $"You left {standing.Name}."];
        return Redirect(Links.Enterprise);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, MemberRole? role, CancellationToken stop)
    {
        var standing = Require();
        var process = Begin("AnsweringAccessRequest");
        if (await access.FindAsync(id, standing.EnterpriseId, process.Now, stop) is not { } request)
            return NotFound();
        request.Answer(role is not null, standing.EnterpriseId, process);
        if (role is { } granted)
            await desk.SendAsync(standing, access.ContactOf(request).Email, granted, process, stop);
        await SaveAsync(process, stop);
        return Done(
            role is null
                ? texts["已记为不同意，不通知对方。", "Refused; the other is not told."]
                : texts["邀请已发往对方的邮箱，七天内有效。", "The invitation is on its way, good for seven days."]
        );
    }

    private async Task<IActionResult> ChangeAsync(string name, Action<Team, Process> change, string done, CancellationToken stop)
    {
        var standing = Require();
        var process = Begin(name);
        change(await Team.ReadAsync(db, standing.EnterpriseId, stop), process);
        await SaveAsync(process, stop);
        return Done(done);
    }

    /// <summary>Of two changes at once the second is told to look again.</summary>
    private async Task SaveAsync(Process process, CancellationToken stop)
    {
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            throw new Refused(
                new("成员刚刚已被改动，请看过最新情况再试。", "The members were changed a moment ago; look at them anew and try again.")
            );
        }
    }

    private Standing Require() =>
        visitor.OwnStanding is { MayAdminister: true } standing
            ? standing
            : throw new Refused(new("只有本企业的管理员可以管理成员。", "Only administrators of the enterprise look after its members."));

    private RedirectResult Done(string message)
    {
        Message = message;
        return Redirect(Links.EnterpriseMembers);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Process Begin(string name) => new(name, visitor.Actor, Now);

    private async Task ReadAsync(CancellationToken stop)
    {
        Standing = visitor.OwnStanding!;
        Members = await Colleague.ReadAsync(db, Standing.EnterpriseId, stop);
        if (!Standing.MayAdminister)
            return;
        Asked = await access.WaitingAsync(Standing.EnterpriseId, Now, stop);
        Invitations = await desk.OpenOf(Standing.EnterpriseId, Now).AsNoTracking().Take(InvitationDesk.MostOpen).ToListAsync(stop);
    }
}
