using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings;

/// <summary>
/// Typing that arrived after its session had ended: kept for an hour, encrypted, for the account whose form it was.
/// The filing may not exist yet (the first form of a signed-in enterprise).
/// </summary>
public sealed class Stash
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private Stash() { }

    public Stash(Guid filingId, Guid accountId, string content, DateTime now)
    {
        Id = Guid.CreateVersion7();
        FilingId = filingId;
        AccountId = accountId;
        Content = content;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid FilingId { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The fields of the form, sealed with data protection.</summary>
    public string Content { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<Stash>
    {
        public void Configure(EntityTypeBuilder<Stash> entity)
        {
            entity.ToTable("stashes");
            entity.HasIndex(s => new { s.AccountId, s.FilingId }).IsUnique();
            entity.HasIndex(s => s.CreatedAt);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(s => s.AccountId);
        }
    }
}
