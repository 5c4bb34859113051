using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Tickets;

/// <summary>The visitor before the counter of questions: what may be asked of whom, and what may be seen.</summary>
public sealed class Counter(AppDb db, Visitor visitor, AuthorityTree authorities, TimeProvider clock)
{
    public Guid AccountId => visitor.AccountId!.Value;

    /// <summary>The enterprise it acts for; an officer, or who has none, has one that owns nothing.</summary>
    private Guid EnterpriseId => visitor.Standing?.EnterpriseId ?? Guid.Empty;

    public string Name => visitor.Name;

    public bool IsOfficer => visitor.Kind == AccountKind.Officer;

    /// <summary>
    /// Who answers this visitor: an officer's superior authority; an enterprise's own one, or before it has one that of its newest filing. Empty: none is known yet, any may be
    /// chosen; null: there is nobody above.
    /// </summary>
    public async Task<string?> AuthorityAsync(CancellationToken stop)
    {
        if (IsOfficer)
            return authorities[visitor.AuthorityId!].Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var superior, _]
                ? superior
                : null;
        var home = await db.Accounts.Where(a => a.Id == EnterpriseId).Select(a => a.HomeAuthorityId).SingleOrDefaultAsync(stop);
        return home
            ?? await db
                .Filings.Where(f => f.OwnerId == EnterpriseId)
                .OrderByDescending(f => f.Id)
                .Select(f => f.AuthorityId)
                .FirstOrDefaultAsync(stop)
            ?? "";
    }

    /// <summary>The questions this visitor may read: those asked, and for officers those put to their authority.</summary>
    public IQueryable<Ticket> Visible()
    {
        var (me, own) = (AccountId, visitor.AuthorityId);
        return db.Tickets.Where(t => t.AccountId == me || (own != null && t.AuthorityId == own));
    }

    public Process Begin(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);
}
