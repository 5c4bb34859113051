using Beian.Web.Data;
using Beian.Web.Features.Filings.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings;

/// <summary>A file that goes with a filing. Its content lies encrypted in the file store under its hash.</summary>
public sealed class Attachment
{
    private Attachment() { }

    /// <param name="sheet">What reading it told, of the scan of a signed sheet; null for any other file.</param>
    public Attachment(
        Filing filing,
        string code,
        string fileName,
        string mediaType,
        long length,
        string sha256,
        Process process,
        SheetReading? sheet = null
    )
    {
        Id = Guid.CreateVersion7();
        FilingId = filing.Id;
        Code = code;
        FileName = fileName;
        MediaType = mediaType;
        Length = length;
        Sha256 = sha256;
        UploadedAt = process.Now;
        (Sheet, SheetRevision, SheetSha256) = (sheet?.Finding, sheet?.Revision, sheet?.Sha256);
        process.Record(
            "AttachmentAdded",
            "filing",
            filing.Id,
            new
            {
                Id,
                code,
                sha256,
                length,
                sheet,
            }
        );
    }

    public Guid Id { get; private set; }

    public Guid FilingId { get; private set; }

    /// <summary>Which of the pack's attachments it is (fLicence).</summary>
    public string Code { get; private set; } = "";

    /// <summary>The name it had at the filer's, for showing only; never a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>As sniffed from the content, not as the browser said.</summary>
    public string MediaType { get; private set; } = "";

    public long Length { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTime UploadedAt { get; private set; }

    /// <summary>When the filer took it away or replaced it; revisions that had it keep it.</summary>
    public DateTime? RemovedAt { get; private set; }

    /// <summary>What is known of the scan of a signed sheet; null for any other file.</summary>
    public SheetFinding? Sheet { get; private set; }

    /// <summary>The revision the sheet was printed for; null where that is not known.</summary>
    public int? SheetRevision { get; private set; }

    /// <summary>The hash of the answers printed on it; null where that is not known.</summary>
    public string? SheetSha256 { get; private set; }

    /// <summary>The short code of a sheet was typed, where the scan itself could not be read.</summary>
    public void Confirm(SheetStamp stamp, Process process)
    {
        (Sheet, SheetRevision, SheetSha256) = (SheetFinding.Typed, stamp.Revision, stamp.Sha256);
        process.Record(
            "SignedSheetConfirmed",
            "filing",
            FilingId,
            new
            {
                Id,
                stamp.Revision,
                stamp.Sha256,
            }
        );
    }

    public void Remove(Process process)
    {
        RemovedAt = process.Now;
        process.Record(
            "AttachmentRemoved",
            "filing",
            FilingId,
            new
            {
                Id,
                Code,
                Sha256,
            }
        );
    }

    private sealed class Configuration : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> entity)
        {
            entity.ToTable("attachments").HasIndex(a => a.FilingId);
            entity.HasIndex(a => a.Sha256);
            entity.HasOne<Filing>().WithMany().HasForeignKey(a => a.FilingId);
        }
    }
}
