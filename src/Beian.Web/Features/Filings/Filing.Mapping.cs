using Beian.Web.Authorities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings;

/// <summary>How filings lie in the database.</summary>
public sealed partial class Filing
{
    private sealed class Configuration : IEntityTypeConfiguration<Filing>
    {
        public void Configure(EntityTypeBuilder<Filing> entity)
        {
            entity.ToTable("filings");
            entity.Property(f => f.Version).IsConcurrencyToken();
            entity.HasIndex(f => f.Number).IsUnique();
            entity.HasIndex(f => new { f.OwnerId, f.Id });
            // An authority's queue by due date and its other ledgers by the last change; the same for those above, across authorities.
            entity.HasIndex(f => new
            {
                f.AuthorityId,
                f.State,
                f.DueOn,
                f.Id,
            });
            entity.HasIndex(f => new
            {
                f.AuthorityId,
                f.State,
                f.UpdatedAt,
                f.Id,
            });
            entity.HasIndex(f => new
            {
                f.State,
                f.DueOn,
                f.Id,
            });
            entity.HasIndex(f => new
            {
                f.State,
                f.UpdatedAt,
                f.Id,
            });
            entity.HasIndex(f => new { f.Service, f.CodeKey });
            // The ledgers, newest first: of one office and of all of them.
            entity.HasIndex(f => new { f.Service, f.Id });
            entity.HasIndex(f => new
            {
                f.Service,
                f.AuthorityId,
                f.Id,
            });
            // An entry has one open filing, whatever two people press at once.
            entity.HasIndex(f => f.EntryId).IsUnique().HasFilter("state = 'Draft' OR state = 'Submitted' OR state = 'Returned'");
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(f => f.OwnerId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(f => f.AssignedToId);
            entity.HasOne<Authority>().WithMany().HasForeignKey(f => f.AuthorityId);
        }
    }
}
