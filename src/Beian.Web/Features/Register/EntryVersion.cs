using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Register;

/// <summary>A version of an entry as it was from a date on: the approved answers, personal ones sealed.</summary>
public sealed class EntryVersion
{
    private EntryVersion() { }

    /// <param name="number">Its 登记表编号; the entry keeps the one of its first version.</param>
    /// <param name="kind">The kind of filing that made it.</param>
    public EntryVersion(RegisterEntry entry, string number, string kind, SealedAnswers answers, Process process)
    {
        Id = Guid.CreateVersion7();
        EntryId = entry.PublicId;
        Version = entry.Version;
        (Number, Code, Kind) = (number, entry.Code, kind);
        (AuthorityId, DefinitionVersion) = (entry.AuthorityId, entry.DefinitionVersion);
        FilingId = entry.FilingId;
        Revision = entry.Revision;
        (Answers, PersonalAnswers) = (answers.Plain, answers.Personal);
        Sha256 = answers.Sha256;
        ApprovedAt = process.Now;
    }

    public Guid Id { get; private set; }

    public Guid EntryId { get; private set; }

    public int Version { get; private set; }

    /// <summary>登记表编号 of this version. Every one of them leads to the entry for ever.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The code it was given (进出口企业代码).</summary>
    public string Code { get; private set; } = "";

    /// <summary>The kind of filing that made it (initial, change …).</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The authority that approved it.</summary>
    public string AuthorityId { get; private set; } = "";

    /// <summary>The version of the pack it was filed with.</summary>
    public string DefinitionVersion { get; private set; } = "";

    public Guid FilingId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The key of the personal answers where there is no filing, which otherwise has it; wrapped by the master key.</summary>
    public string? SubjectKey { get; private set; }

    /// <summary>The revision's answers with what the authority and the system added.</summary>
    public string Answers { get; private set; } = "{}";

    public string? PersonalAnswers { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTime ApprovedAt { get; private set; }

    /// <summary>Gives what came in without a filing the one that stands for it from now on.</summary>
    internal void RestOn(Filing filing) => (FilingId, Revision) = (filing.Id, filing.Revision);

    private sealed class Configuration : IEntityTypeConfiguration<EntryVersion>
    {
        public void Configure(EntityTypeBuilder<EntryVersion> entity)
        {
            entity.ToTable("entry_versions").HasIndex(v => new { v.EntryId, v.Version }).IsUnique();
            entity.HasIndex(v => v.FilingId).HasFilter("revision > 0");
            entity.HasIndex(v => v.Number);
            entity.HasOne<RegisterEntry>().WithMany().HasForeignKey(v => v.EntryId).HasPrincipalKey(e => e.PublicId);
        }
    }
}
