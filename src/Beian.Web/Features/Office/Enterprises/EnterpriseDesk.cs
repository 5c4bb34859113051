using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Claims;
using Beian.Web.Features.Resets;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>
/// 企业信息管理: the enterprises this officer may see, and what he or she may do for them. The filing authority of an entry opens its account, and so does
/// the city above a district; passwords are reset by the city (or 计划单列市, or whoever above is the first that is no district), districts reset nobody's.
/// </summary>
public sealed class EnterpriseDesk(AppDb db, Desk desk, AuthorityTree authorities)
{
    public Desk Desk => desk;

    /// <summary>The enterprises' accounts that belong to this officer's jurisdiction.</summary>
    public IQueryable<Account.Account> Accounts()
    {
        var all = db.Set<Account.Account>().Where(a => a.Kind == AccountKind.Enterprise && a.HomeAuthorityId != null);
        var ids = desk.Jurisdiction.Ids;
        return desk.Jurisdiction.IsEverything ? all : all.Where(a => ids.Contains(a.HomeAuthorityId!));
    }

    /// <summary>The valid entries of the jurisdiction that nobody has an account for.</summary>
    public IQueryable<RegisterEntry> Unopened() => desk.Own(db.EntriesWithoutHolder().Where(e => e.State == EntryState.Valid));

    /// <summary>The requests of the jurisdiction.</summary>
    public IQueryable<ClaimRequest> Requests()
    {
        var ids = desk.Jurisdiction.Ids;
        return desk.Jurisdiction.IsEverything ? db.ClaimRequests : db.ClaimRequests.Where(r => ids.Contains(r.AuthorityId));
    }

    /// <summary>Filings of the jurisdiction that came from the former system and have nobody to answer for them.</summary>
    public IQueryable<Filing> Ownerless() =>
        desk.Filings().Where(f => f.OwnerId == null && (f.State == FilingState.Submitted || f.State == FilingState.Returned));

    /// <summary>Whether this officer may open the account of an entry or filing of an authority.</summary>
    public bool MayOpen(string authorityId) => desk.Officer.AuthorityId == authorityId || MayReset(authorityId);

    /// <summary>Whether this officer may reset passwords of enterprises that belong to an authority.</summary>
    public bool MayReset(string? authorityId) => authorityId is not null && desk.Officer.AuthorityId == ResetterOf(authorityId).Id;

    /// <summary>Who resets the passwords of enterprises that belong to an authority: the first one upwards that is no district.</summary>
    public Authority ResetterOf(string authorityId) => authorities.ResetterOf(AccountKind.Enterprise, authorityId)!;
}
