using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Enterprise;
using Beian.Web.Features.Enterprise.AccessRequests;
using Beian.Web.Features.Enterprise.Invitations;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Admin;

/// <summary>
/// Who acts for the demo enterprise: a colleague who files, an invitation and a request for access that wait, and mandates on either side. It files for the demo
/// base; another enterprise offers it a mandate; a forwarding agent files for it.
/// </summary>
internal sealed class DemoTeam(AppDb db, Vault vault, DateTime now)
{
    private const string ForeignTrade = "foreign-trade-operator";
    private const string Forwarding = "freight-forwarder";

    private DateOnly Today => ChinaTime.DateAt(now);

    /// <param name="colleague">An account that has filed nothing.</param>
    public async Task PlantAsync(Account.Account enterprise, Account.Account park, Account.Account colleague, CancellationToken stop)
    {
        var own = new Standing(enterprise.Id, enterprise.DisplayName, MemberRole.Administrator);
        List<Process> acts =
        [
            .. await JoinAsync(own, ActorOf(enterprise), colleague, stop),
            .. await GiveAsync(enterprise, park, stop),
            await AskAsync(enterprise, stop),
        ];
        await db.SaveAsync([.. acts.OrderBy(a => a.Now)], stop);
    }

    /// <summary>The colleague was invited and joined; somebody else has not answered yet.</summary>
    private async Task<IReadOnlyList<Process>> JoinAsync(
        Standing own,
        Actor administrator,
        Account.Account colleague,
        CancellationToken stop
    )
    {
        var inviting = new Process("InvitingMember", administrator, now.AddDays(-61));
        var accepted = new Invitation(own, colleague.Email!, MemberRole.Filer, inviting);
        var joining = new Process("AcceptingInvitation", ActorOf(colleague), now.AddDays(-60));
        var team = await Team.ReadAsync(db, own.EnterpriseId, stop);
        await team.JoinAsync(colleague.Id, MemberRole.Filer, joining, stop);
        accepted.Accept(colleague.Id, joining.Now);
        var waiting = new Process("InvitingMember", administrator, now.AddDays(-1));
        db.AddRange(accepted, new Invitation(own, "demo_chakan@example.invalid", MemberRole.Reader, waiting));
        return [inviting, joining, waiting];
    }

    private async Task<IReadOnlyList<Process>> GiveAsync(Account.Account enterprise, Account.Account park, CancellationToken stop)
    {
        var (mine, client, forwarder) = (
            await FindAsync(ForeignTrade, f => f.OwnerId == enterprise.Id, stop),
            await FindAsync(ForeignTrade, f => f.OwnerId != enterprise.Id, stop),
            await FindAsync(Forwarding, f => f.OwnerId != enterprise.Id, stop)
        );
        List<Process> acts = [];
        Give(park.Id, ActorOf(park), mine, [], 30, 1, accepts: true);
        Give(client.OwnerId!.Value, ActorOf(client), mine, [ForeignTrade], 1, 0, accepts: false);
        Give(enterprise.Id, ActorOf(enterprise), forwarder, [Forwarding], 45, 2, accepts: true);
        return acts;

        // To the enterprise that files, some days ago, from that day to a year later.
        void Give(Guid principal, Actor giver, Filing agency, string[] services, int daysAgo, int answeredAfter, bool accepts)
        {
            var giving = new Process("GivingMandate", giver, now.AddDays(-daysAgo));
            var first = Today.AddDays(-daysAgo);
            var mandate = new Mandate(
                principal,
                agency.SubjectCode,
                Subject.KeyOf(agency.SubjectCode),
                services,
                first,
                first.AddYears(1).AddDays(-1),
                giving
            );
            db.Add(mandate);
            acts.Add(giving);
            if (!accepts)
                return;
            var accepting = new Process("AcceptingMandate", ActorOf(agency), giving.Now.AddDays(answeredAfter));
            mandate.Accept(agency.OwnerId!.Value, ChinaTime.DateAt(accepting.Now), accepting);
            acts.Add(accepting);
        }
    }

    /// <summary>Somebody asks to be let in.</summary>
    private async Task<Process> AskAsync(Account.Account enterprise, CancellationToken stop)
    {
        var asking = new Process("AskingForAccess", Actor.System, now.AddHours(-5));
        var mine = await FindAsync(ForeignTrade, f => f.OwnerId == enterprise.Id, stop);
        var contact = new AccessContact("示例人丙", "demo_danzheng@example.invalid", "新来的单证员，负责对外贸易备案，请让我加入。");
        var request = new AccessRequest(Subject.KeyOf(mine.SubjectCode), contact, vault, asking.Now);
        db.Add(request);
        asking.Record("AccessAskedFor", EnterpriseActs.SubjectKind, enterprise.Id, new { request = request.Id });
        return asking;
    }

    /// <summary>The first approved filing of a service: its code is confirmed to be its owner's.</summary>
    private Task<Filing> FindAsync(string service, System.Linq.Expressions.Expression<Func<Filing, bool>> whose, CancellationToken stop) =>
        db
            .Filings.AsNoTracking()
            .Where(f => f.Service == service && f.State == FilingState.Approved && f.OwnerId != null)
            .Where(whose)
            .OrderBy(f => f.Number)
            .FirstAsync(stop);

    private static Actor ActorOf(Account.Account account) => new(account.Id, account.DisplayName, null);

    private static Actor ActorOf(Filing filing) => new(filing.OwnerId, filing.SubjectName, null);
}
