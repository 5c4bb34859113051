using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Office.Enterprises;
using Beian.Web.Features.Resets;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Resets;

/// <summary>The reset requests this officer may see: those of the jurisdiction, of officers' accounts only for administrators. The handler's decide.</summary>
public sealed class ResetDesk(AppDb db, Desk desk, Visitor visitor, EnterpriseDesk enterprises, Administration.Officers officers)
{
    public Desk Desk => desk;

    public IQueryable<ResetRequest> Requests()
    {
        var all = db.ResetRequests.AsQueryable();
        if (!visitor.IsAdministrator)
            all = all.Where(r => r.Kind == AccountKind.Enterprise);
        var (ids, own) = (desk.Jurisdiction.Ids, desk.Officer.AuthorityId);
        // Who decides sees the request, and so do those above; districts see those of their own enterprises.
        return desk.Jurisdiction.IsEverything ? all : all.Where(r => r.HandlerId == own || ids.Contains(r.AuthorityId));
    }

    public bool MayDecide(ResetRequest request) =>
        request.HandlerId == desk.Officer.AuthorityId && (request.Kind == AccountKind.Enterprise || visitor.IsAdministrator);

    /// <summary>The account of a name, if it is one this officer may give a new way into; null otherwise.</summary>
    public async Task<Account.Account?> FindAsync(AccountKind kind, string userName, CancellationToken stop)
    {
        var name = userName.Trim().ToUpperInvariant();
        if (name.Length == 0)
            return null;
        if (kind == AccountKind.Officer)
        {
            var officer = await officers.Visible().SingleOrDefaultAsync(a => a.NormalizedUserName == name, stop);
            return officers.MayManage(officer?.AuthorityId) ? officer : null;
        }
        var enterprise = await enterprises.Accounts().SingleOrDefaultAsync(a => a.NormalizedUserName == name, stop);
        return enterprises.MayReset(enterprise?.HomeAuthorityId) ? enterprise : null;
    }
}
