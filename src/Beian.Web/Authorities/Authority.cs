using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Authorities;

/// <summary>An office in the tree of authorities (ministry → provinces, 计划单列市, 兵团 → prefectures → districts).</summary>
public sealed class Authority
{
    private Authority() { }

    public Authority(string id, Authority? parent, int level, string name, string division, string kind, string codePrefix)
    {
        Id = id;
        ParentId = parent?.Id;
        Path = (parent?.Path ?? "/") + id + "/";
        Level = level;
        Name = name;
        Division = division;
        Kind = kind;
        CodePrefix = codePrefix;
    }

    public string Id { get; private set; } = "";

    public string? ParentId { get; private set; }

    /// <summary>The ids from the root to here, each followed by a slash: a prefix of it is a superior.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>0 ministry, 1 province and its equals, 2 prefecture, 3 district.</summary>
    public int Level { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Six digits of GB/T 2260.</summary>
    public string Division { get; private set; } = "";

    /// <summary>ministry, province, municipality, plan_city, xpcc, prefecture, district.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The first four digits of the 13-digit codes it gives; empty: it gives none and files go to its superior.</summary>
    public string CodePrefix { get; private set; } = "";

    public string? Phone { get; private set; }

    public string? Address { get; private set; }

    public string? Hours { get; private set; }

    /// <summary>Where a filer can ask; shown wherever a page says "contact your authority".</summary>
    public void SetContact(string? phone, string? address, string? hours) => (Phone, Address, Hours) = (phone, address, hours);

    /// <summary>What the office has to say to filers beside that (搬迁, 停电 …).</summary>
    public string? Notice { get; private set; }

    /// <summary>The codes of the services it takes no filings of for now, with a blank between them.</summary>
    public string ClosedServices { get; private set; } = "";

    /// <summary>When somebody changed it last.</summary>
    public DateTime? ChangedAt { get; private set; }

    /// <summary>Whether it takes filings of a service, as far as that is for those above it to say.</summary>
    public bool IsOpenFor(string service) => !ClosedServices.Split(' ').Contains(service, StringComparer.Ordinal);

    /// <summary>An administrator changes what filers are told.</summary>
    public void Edit(string? phone, string? address, string? hours, string? notice, Process process)
    {
        SetContact(phone, address, hours);
        (Notice, ChangedAt) = (notice, process.Now);
        process.Record("AuthorityEdited", "authority", Guid.Empty, new { authority = Id });
    }

    /// <summary>Those above it say which services it takes no filings of.</summary>
    public void Close(IEnumerable<string> services, Process process)
    {
        var closed = string.Join(' ', services.Order(StringComparer.Ordinal));
        if (closed == ClosedServices)
            return;
        (ClosedServices, ChangedAt) = (closed, process.Now);
        process.Record("AuthorityServicesChanged", "authority", Guid.Empty, new { authority = Id, closed });
    }

    private sealed class Configuration : IEntityTypeConfiguration<Authority>
    {
        public void Configure(EntityTypeBuilder<Authority> entity)
        {
            entity.ToTable("authorities").HasIndex(a => a.Path);
            entity.HasOne<Authority>().WithMany().HasForeignKey(a => a.ParentId);
            entity.HasMany<Features.Account.Account>().WithOne().HasForeignKey(a => a.AuthorityId);
            entity.HasMany<Features.Account.Account>().WithOne().HasForeignKey(a => a.HomeAuthorityId);
        }
    }
}

public static class AuthorityQueries
{
    extension(AppDb db)
    {
        public DbSet<Authority> Authorities => db.Set<Authority>();
    }
}
