using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Workbench;

/// <summary>A site of the enterprise's own (我的网站), with its ICP number.</summary>
public sealed class Website
{
    /// <summary>How many an account may have.</summary>
    public const int Most = 20;

    private Website() { }

    public Website(Guid accountId, string name, string address, string? icpNumber, Process process)
    {
        Id = Guid.CreateVersion7();
        (AccountId, Name, Address, IcpNumber, AddedAt) = (accountId, name, address, icpNumber, process.Now);
        process.Record("WebsiteAdded", "account", accountId, new { Id });
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    public string? IcpNumber { get; private set; }

    public DateTime AddedAt { get; private set; }

    public void Remove(Process process) => process.Record("WebsiteRemoved", "account", AccountId, new { Id });

    private sealed class Configuration : IEntityTypeConfiguration<Website>
    {
        public void Configure(EntityTypeBuilder<Website> entity)
        {
            entity.ToTable("websites").HasIndex(w => new { w.AccountId, w.Id });
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(w => w.AccountId);
        }
    }
}

public static class WebsiteQueries
{
    extension(AppDb db)
    {
        public DbSet<Website> Websites => db.Set<Website>();
    }
}
