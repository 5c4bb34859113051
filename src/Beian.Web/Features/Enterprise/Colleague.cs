using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Enterprise;

/// <summary>A member as lists show one.</summary>
public sealed record Colleague(Guid AccountId, string Name, string UserName, string? Email, MemberRole Role, DateTime Since)
{
    /// <summary>Who acts for an enterprise now, in the order of joining.</summary>
    public static async Task<IReadOnlyList<Colleague>> ReadAsync(AppDb db, Guid enterprise, CancellationToken stop)
    {
        var members = await (
            from m in db.Members
            join a in db.Accounts on m.AccountId equals a.Id
            where m.EnterpriseId == enterprise && m.EndedAt == null
            orderby m.Since, m.Id
            select new Colleague(a.Id, a.DisplayName, a.UserName ?? "", a.Email, m.Role, m.Since)
        )
            .Take(Team.Most)
            .ToListAsync(stop);
        if (members.Count > 0)
            return members;
        // Nobody has joined yet: the account it began with acts alone.
        return await db
            .Accounts.Where(a => a.Id == enterprise)
            .Select(a => new Colleague(a.Id, a.DisplayName, a.UserName ?? "", a.Email, MemberRole.Administrator, a.CreatedAt))
            .ToListAsync(stop);
    }
}
