using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings.Papers;

/// <summary>
/// 核实材料: the scan of a document that says who somebody is, for opening an account or giving a new way into it. No filing's; its content lies
/// encrypted in the file store like that of attachments.
/// </summary>
public sealed class IdentityPaper
{
    private IdentityPaper() { }

    /// <param name="accountId">The account it speaks for; null while nobody has decided that.</param>
    /// <param name="requestId">The request it came with; null where an officer took it in.</param>
    public IdentityPaper(ReceivedFile file, Guid? accountId, Guid? requestId, Process process)
    {
        Id = Guid.CreateVersion7();
        (AccountId, RequestId) = (accountId, requestId);
        FileName = file.FileName;
        MediaType = file.Stored.Kind.MediaType;
        Length = file.Stored.Length;
        Sha256 = file.Stored.Sha256;
        UploadedAt = process.Now;
        UploadedBy = process.Actor.AuthorityId is null ? null : process.Actor.Name;
    }

    public Guid Id { get; private set; }

    public Guid? AccountId { get; private set; }

    public Guid? RequestId { get; private set; }

    /// <summary>The name it had where it came from, for showing only.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>As sniffed from the content.</summary>
    public string MediaType { get; private set; } = "";

    public long Length { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTime UploadedAt { get; private set; }

    /// <summary>The officer who took it in; null: it came with a request.</summary>
    public string? UploadedBy { get; private set; }

    /// <summary>It was decided whose it is.</summary>
    public void BelongTo(Guid account) => AccountId = account;

    private sealed class Configuration : IEntityTypeConfiguration<IdentityPaper>
    {
        public void Configure(EntityTypeBuilder<IdentityPaper> entity)
        {
            entity.ToTable("papers");
            entity.HasIndex(p => new { p.AccountId, p.Id });
            entity.HasIndex(p => p.RequestId);
            entity.HasIndex(p => p.Sha256);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(p => p.AccountId);
        }
    }
}

public static class PaperQueries
{
    extension(AppDb db)
    {
        public DbSet<IdentityPaper> Papers => db.Set<IdentityPaper>();
    }
}
