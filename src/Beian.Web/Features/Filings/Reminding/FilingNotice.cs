using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings.Reminding;

/// <summary>
/// That a filing's owner was reminded of something. Its key is what makes it happen once: of two nodes that remind at the same moment one
/// cannot write it, and its mail goes with it.
/// </summary>
public sealed class FilingNotice
{
    /// <summary>The notice of a draft that was left.</summary>
    public const string DraftWaiting = "draft-waiting";

    private FilingNotice() { }

    /// <param name="notice"><see cref="DraftWaiting"/>, or a duty's code and day (procedures/15).</param>
    public FilingNotice(Guid filingId, string notice, DateTime at) => (FilingId, Notice, At) = (filingId, notice, at);

    public Guid FilingId { get; private set; }

    public string Notice { get; private set; } = "";

    public DateTime At { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<FilingNotice>
    {
        public void Configure(EntityTypeBuilder<FilingNotice> entity)
        {
            entity.ToTable("filing_notices").HasKey(n => new { n.FilingId, n.Notice });
            entity.HasOne<Filing>().WithMany().HasForeignKey(n => n.FilingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class FilingNoticeQueries
{
    extension(AppDb db)
    {
        public DbSet<FilingNotice> FilingNotices => db.Set<FilingNotice>();
    }
}
