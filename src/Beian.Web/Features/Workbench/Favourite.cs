using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Workbench;

/// <summary>What a favourite is.</summary>
public enum FavouriteKind
{
    Application,
    Service,
}

/// <summary>Something an enterprise keeps at hand (我的收藏). There is one of each for an account.</summary>
public sealed class Favourite
{
    private Favourite() { }

    public Favourite(Guid accountId, FavouriteKind kind, string code, DateTime now) =>
        (AccountId, Kind, Code, AddedAt) = (accountId, kind, code, now);

    public Guid AccountId { get; private set; }

    public FavouriteKind Kind { get; private set; }

    /// <summary>The code of the application or service.</summary>
    public string Code { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<Favourite>
    {
        public void Configure(EntityTypeBuilder<Favourite> entity)
        {
            entity
                .ToTable("favourites")
                .HasKey(f => new
                {
                    f.AccountId,
                    f.Kind,
                    f.Code,
                });
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(f => f.AccountId);
        }
    }
}

public static class FavouriteQueries
{
    extension(AppDb db)
    {
        public DbSet<Favourite> Favourites => db.Set<Favourite>();
    }
}
