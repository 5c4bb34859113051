using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Office.Overruns;

/// <summary>
/// A limit that ran out while its filing waited. There is one a filing and limit, whoever finds it: the key keeps other nodes and
/// later rounds from telling it again. The filing itself is left alone, so that nobody's open form grows stale by it.
/// </summary>
public sealed class Overrun
{
    private Overrun() { }

    public Overrun(LateFiling late, Process process)
    {
        (FilingId, DueOn, AuthorityId, MarkedAt) = (late.Id, late.DueOn, late.AuthorityId, process.Now);
        process.Record("FilingLate", "filing", late.Id, new { authority = late.AuthorityId, dueOn = late.DueOn });
    }

    public Guid FilingId { get; private set; }

    /// <summary>The last day of the limit.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The authority that was late.</summary>
    public string AuthorityId { get; private set; } = "";

    public DateTime MarkedAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<Overrun>
    {
        public void Configure(EntityTypeBuilder<Overrun> entity)
        {
            entity.ToTable("overruns").HasKey(o => new { o.FilingId, o.DueOn });
            entity.HasOne<Filing>().WithMany().HasForeignKey(o => o.FilingId);
        }
    }
}

/// <summary>A filing whose limit ran out.</summary>
public sealed record LateFiling(Guid Id, string Number, string Name, string AuthorityId, DateOnly DueOn);

public static class OverrunQueries
{
    extension(AppDb db)
    {
        public DbSet<Overrun> Overruns => db.Set<Overrun>();

        /// <summary>The filings whose limit has run out by a day without having been marked, the oldest first.</summary>
        public IQueryable<LateFiling> UnmarkedLate(DateOnly today)
        {
            var overruns = db.Overruns;
            return db
                .Filings.Where(f =>
                    f.State == FilingState.Submitted && f.DueOn < today && !overruns.Any(o => o.FilingId == f.Id && o.DueOn == f.DueOn)
                )
                .OrderBy(f => f.DueOn)
                .ThenBy(f => f.Id)
                .Select(f => new LateFiling(f.Id, f.Number, f.SubjectName, f.AuthorityId, f.DueOn!.Value));
        }
    }
}
