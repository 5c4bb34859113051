using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account.Standings;

public static class StandingQueries
{
    extension(AppDb db)
    {
        public DbSet<Member> Members => db.Set<Member>();

        /// <summary>The enterprise an account belongs to; null where it left its own and joined none.</summary>
        public async Task<Guid?> FindEnterpriseOfAsync(Guid account, CancellationToken stop)
        {
            var rows = await db
                .Members.AsNoTracking()
                .Where(m => m.AccountId == account && (m.EndedAt == null || m.EnterpriseId == account))
                .Select(m => new { m.EnterpriseId, m.EndedAt })
                .ToListAsync(stop);
            return rows.Find(m => m.EndedAt is null)?.EnterpriseId ?? (rows.Count == 0 ? account : null);
        }

        /// <summary>
        /// The account that mails about an enterprise go to: the one it began with while that is an administrator, then the administrator who is one longest.
        /// </summary>
        public async Task<Account?> FindCorrespondentAsync(Guid? enterprise, CancellationToken stop)
        {
            var administrators = db.Members.Where(m =>
                m.EnterpriseId == enterprise && m.EndedAt == null && m.Role == MemberRole.Administrator
            );
            var founder = await db.Accounts.FindAsync([enterprise], stop);
            if (
                founder is null
                || !await db.Members.AnyAsync(
                    m =>
                        m.AccountId == enterprise
                        && m.EnterpriseId == enterprise
                        && (m.EndedAt != null || m.Role != MemberRole.Administrator),
                    stop
                )
            )
                return founder;
            return await db
                    .Accounts.Where(a => administrators.Any(m => m.AccountId == a.Id))
                    .OrderBy(a => administrators.Where(m => m.AccountId == a.Id).Min(m => m.Since))
                    .FirstOrDefaultAsync(stop)
                ?? founder;
        }
    }
}
