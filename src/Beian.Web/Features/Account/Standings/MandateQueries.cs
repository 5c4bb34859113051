using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account.Standings;

public static class MandateQueries
{
    extension(AppDb db)
    {
        public DbSet<Mandate> Mandates => db.Set<Mandate>();

        /// <summary>The mandates by which an agency files today.</summary>
        public IQueryable<Mandate> MandatesInForce(Guid agency, DateOnly today) =>
            db.Set<Mandate>()
                .Where(m => m.AgencyId == agency && m.AcceptedAt != null && m.EndedAt == null && m.FirstDay <= today && m.LastDay >= today);

        /// <summary>The mandate by which an agency files for an enterprise in a service today; null: there is none.</summary>
        public async Task<Guid?> FindMandateAsync(Guid agency, Guid principal, string service, DateOnly today, CancellationToken stop)
        {
            // An enterprise has a few open at once.
            var mandates = await db.MandatesInForce(agency, today).AsNoTracking().Where(m => m.PrincipalId == principal).ToListAsync(stop);
            return mandates.Find(m => m.Covers(service))?.Id;
        }
    }
}
