using Beian.Definitions;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings;

/// <summary>好差评: what the filer thinks of how a filing was handled. One a filing, given after its decision, never changed.</summary>
public sealed class Rating
{
    public const int LongestWords = 500;

    private Rating() { }

    /// <param name="grade">1 (非常不满意) to 5 (非常满意).</param>
    public Rating(Filing filing, int grade, string words, Process process)
    {
        (FilingId, Service, AuthorityId, Grade, Words, At) = (filing.Id, filing.Service, filing.AuthorityId, grade, words, process.Now);
        process.Record("FilingRated", "filing", filing.Id, new { grade });
    }

    public Guid FilingId { get; private set; }

    public string Service { get; private set; } = "";

    /// <summary>The authority that decided.</summary>
    public string AuthorityId { get; private set; } = "";

    public int Grade { get; private set; }

    public string Words { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>The five grades, the best first.</summary>
    public static IReadOnlyList<(int Grade, LocalizedText Text)> Grades { get; } =
    [
        (5, new("非常满意", "Very satisfied")),
        (4, new("满意", "Satisfied")),
        (3, new("基本满意", "Fairly satisfied")),
        (2, new("不满意", "Dissatisfied")),
        (1, new("非常不满意", "Very dissatisfied")),
    ];

    /// <summary>What a grade is called.</summary>
    public static LocalizedText TextOf(int grade) => Grades.First(g => g.Grade == grade).Text;

    private sealed class Configuration : IEntityTypeConfiguration<Rating>
    {
        public void Configure(EntityTypeBuilder<Rating> entity)
        {
            entity.ToTable("ratings").HasKey(r => r.FilingId);
            entity.HasIndex(r => new
            {
                r.AuthorityId,
                r.At,
                r.FilingId,
            });
            entity.HasOne<Filing>().WithMany().HasForeignKey(r => r.FilingId);
            entity.HasOne<Authorities.Authority>().WithMany().HasForeignKey(r => r.AuthorityId);
        }
    }
}

public static class RatingQueries
{
    extension(AppDb db)
    {
        public DbSet<Rating> Ratings => db.Set<Rating>();
    }
}
