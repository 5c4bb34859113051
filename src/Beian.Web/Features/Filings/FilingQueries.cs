using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

public static class FilingQueries
{
    extension(AppDb db)
    {
        public DbSet<Filing> Filings => db.Set<Filing>();
        public DbSet<Revision> Revisions => db.Set<Revision>();
        public DbSet<Decision> Decisions => db.Set<Decision>();
        public DbSet<Attachment> Attachments => db.Set<Attachment>();
        public DbSet<Claim> Claims => db.Set<Claim>();

        /// <summary>The filings nobody has decided on yet, with the filer or with the authority.</summary>
        public IQueryable<Filing> OpenFilings =>
            db.Filings.Where(f => f.State == FilingState.Draft || f.State == FilingState.Submitted || f.State == FilingState.Returned);

        /// <summary>The files that go with a filing now.</summary>
        public IQueryable<Attachment> AttachmentsOf(Guid filing) =>
            db.Attachments.Where(a => a.FilingId == filing && a.RemovedAt == null).OrderBy(a => a.Id);

        /// <summary>The mandate by which the visitor could open a filing it does not see now; null: there is none.</summary>
        public async Task<Guid?> FindMandateForAsync(Filer filer, Guid filing, CancellationToken stop)
        {
            if (filer.OwnEnterpriseId is null)
                return null;
            var found = await db.Filings.Where(f => f.Id == filing).Select(f => new { f.OwnerId, f.Service }).SingleOrDefaultAsync(stop);
            return found is { OwnerId: { } principal } ? await db.FindMandateOfAsync(filer, principal, found.Service, stop) : null;
        }

        /// <summary>The mandate by which the visitor could file for an enterprise in a service today; null: there is none.</summary>
        public async Task<Guid?> FindMandateOfAsync(Filer filer, Guid principal, string service, CancellationToken stop) =>
            filer.OwnEnterpriseId is { } own ? await db.FindMandateAsync(own, principal, service, ChinaTime.DateAt(filer.Now), stop) : null;

        /// <summary>The filings of the enterprise the visitor acts for; without an account, its drafts.</summary>
        public IQueryable<Filing> FilingsOf(Filer filer)
        {
            var filings = db.FilingsVisibleTo(filer);
            return filer.EnterpriseId is { } enterprise ? filings.Where(f => f.OwnerId == enterprise) : filings;
        }

        /// <summary>The filings of the enterprise an account acts for, and the drafts without one that this browser began in the last seven days.</summary>
        public IQueryable<Filing> FilingsVisibleTo(Filer filer)
        {
            var (enterprise, key, oldest) = (filer.EnterpriseId, filer.DraftKeyHash, filer.OldestDraft);
            var filings = db.Filings.Where(f =>
                (enterprise != null && f.OwnerId == enterprise)
                || (f.OwnerId == null && key != null && f.DraftKeyHash == key && f.UpdatedAt > oldest)
            );
            if (filer.IsWhole)
                return filings;
            var services = filer.Services;
            return filings.Where(f => services.Contains(f.Service));
        }
    }
}
