using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Catalogue;

/// <summary>A published version of a pack, whole and for ever. Never changed after it is written.</summary>
public sealed class PublishedPack
{
    private PublishedPack() { }

    public PublishedPack(Pack pack, Process process)
    {
        Id = Guid.CreateVersion7();
        Service = pack.Code;
        (Major, Minor) = (pack.Version.Major, pack.Version.Minor);
        Format = PackReader.Format;
        Sha256 = pack.Sha256;
        Json = pack.Json;
        PublishedAt = process.Now;
        process.Record(
            "PackPublished",
            "pack",
            Id,
            new
            {
                Service,
                version = pack.Version.ToString(),
                Format,
                Sha256,
            }
        );
    }

    public Guid Id { get; private set; }

    public string Service { get; private set; } = "";

    public int Major { get; private set; }

    public int Minor { get; private set; }

    /// <summary>The format of <see cref="Json"/>.</summary>
    public int Format { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>The canonical JSON.</summary>
    public string Json { get; private set; } = "";

    public DateTime PublishedAt { get; private set; }

    /// <summary>Its version.</summary>
    public PackVersion Version => new(Major, Minor);

    private sealed class Configuration : IEntityTypeConfiguration<PublishedPack>
    {
        public void Configure(EntityTypeBuilder<PublishedPack> entity)
        {
            entity.ToTable("pack_versions").Ignore(p => p.Version);
            entity
                .HasIndex(p => new
                {
                    p.Service,
                    p.Major,
                    p.Minor,
                })
                .IsUnique();
        }
    }
}

public static class PublishedPackQueries
{
    extension(AppDb db)
    {
        public DbSet<PublishedPack> PublishedPacks => db.Set<PublishedPack>();
    }
}
