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
    }
}
