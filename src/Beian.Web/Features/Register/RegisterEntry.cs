using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Register;

/// <summary>Whether an entry holds.</summary>
public enum EntryState
{
    Valid,
    Lapsed,
    Cancelled,
    Revoked,
}

/// <summary>What holds: an approved filing as the public sees it. Ids grow in the order of entering, which is the order of pages.</summary>
public sealed class RegisterEntry
{
    private RegisterEntry() { }

    /// <param name="number">登记表编号, permanent.</param>
    /// <param name="code">The 13-digit code.</param>
    /// <param name="codeKey">The enterprise's code as it is compared (<see cref="Subject.CodeKey"/>); one valid entry a service.</param>
    /// <param name="publicAnswers">JSON of the fields register.yaml makes public, nothing else.</param>
    public RegisterEntry(Filing filing, string number, string code, string codeKey, string name, string publicAnswers, Process process)
    {
        PublicId = Guid.CreateVersion7();
        Service = filing.Service;
        DefinitionVersion = filing.DefinitionVersion;
        Number = number;
        Code = code;
        CodeKey = codeKey;
        Name = name;
        PublicAnswers = publicAnswers;
        AuthorityId = filing.AuthorityId;
        FilingId = filing.Id;
        Revision = filing.Revision;
        FirstApprovedAt = ApprovedAt = process.Now;
    }

    public long Id { get; private set; }

    /// <summary>What events and links outside the register name the entry by.</summary>
    public Guid PublicId { get; private set; }

    public string Service { get; private set; } = "";

    public string DefinitionVersion { get; private set; } = "";

    public string Number { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string CodeKey { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string PublicAnswers { get; private set; } = "{}";

    /// <summary>The major version of the pack whose register.yaml the public answers follow; older only while they are worked over.</summary>
    public int RegisterMajor { get; private set; } = 1;

    public string AuthorityId { get; private set; } = "";

    public EntryState State { get; private set; } = EntryState.Valid;

    /// <summary>The filing and revision the current version comes from.</summary>
    public Guid FilingId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>1, 2, 3 …: the dated versions; concurrency token.</summary>
    public int Version { get; private set; } = 1;

    public DateTime FirstApprovedAt { get; private set; }

    public DateTime ApprovedAt { get; private set; }

    /// <summary>Shows the entry as a version of register.yaml wants it. What holds does not change.</summary>
    /// <returns>Whether the public sees something else now.</returns>
    public bool Show(string publicAnswers, int registerMajor)
    {
        var differs = PublicAnswers != publicAnswers;
        (PublicAnswers, RegisterMajor) = (publicAnswers, registerMajor);
        return differs;
    }

    private sealed class Configuration : IEntityTypeConfiguration<RegisterEntry>
    {
        public void Configure(EntityTypeBuilder<RegisterEntry> entity)
        {
            entity.ToTable("register_entries");
            entity.Property(e => e.Version).IsConcurrencyToken();
            entity.HasIndex(e => new { e.Service, e.Number }).IsUnique();
            entity.HasIndex(e => e.FilingId);
            entity.HasAlternateKey(e => e.PublicId);
            entity.HasOne<Authorities.Authority>().WithMany().HasForeignKey(e => e.AuthorityId);
            // One valid entry a company and service: the first approval wins, whatever two officers do at once.
            entity.HasIndex(e => new { e.Service, e.CodeKey }).IsUnique().HasFilter("state = 'Valid'");
        }
    }
}

/// <summary>A version of an entry as it was from a date on: the approved answers, personal ones sealed.</summary>
public sealed class EntryVersion
{
    private EntryVersion() { }

    public EntryVersion(RegisterEntry entry, SealedAnswers answers, Process process)
    {
        Id = Guid.CreateVersion7();
        EntryId = entry.PublicId;
        Version = entry.Version;
        FilingId = entry.FilingId;
        Revision = entry.Revision;
        (Answers, PersonalAnswers) = (answers.Plain, answers.Personal);
        Sha256 = answers.Sha256;
        ApprovedAt = process.Now;
    }

    public Guid Id { get; private set; }

    public Guid EntryId { get; private set; }

    public int Version { get; private set; }

    public Guid FilingId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>The revision's answers with what the authority and the system added.</summary>
    public string Answers { get; private set; } = "{}";

    public string? PersonalAnswers { get; private set; }

    public string Sha256 { get; private set; } = "";

    public DateTime ApprovedAt { get; private set; }

    private sealed class Configuration : IEntityTypeConfiguration<EntryVersion>
    {
        public void Configure(EntityTypeBuilder<EntryVersion> entity)
        {
            entity.ToTable("entry_versions").HasIndex(v => new { v.EntryId, v.Version }).IsUnique();
            entity.HasIndex(v => v.FilingId);
            entity.HasOne<RegisterEntry>().WithMany().HasForeignKey(v => v.EntryId).HasPrincipalKey(e => e.PublicId);
        }
    }
}

public static class RegisterQueries
{
    extension(AppDb db)
    {
        public DbSet<RegisterEntry> RegisterEntries => db.Set<RegisterEntry>();
        public DbSet<EntryVersion> EntryVersions => db.Set<EntryVersion>();
    }

    /// <summary>The numbers of the entry that a filing's approval made.</summary>
    public static Task<EntryNumbers?> FindNumbersAsync(AppDb db, Guid filing, CancellationToken stop) =>
        db.RegisterEntries.Where(e => e.FilingId == filing).Select(e => new EntryNumbers(e.Number, e.Code)).FirstOrDefaultAsync(stop);

    /// <summary>The answers a filing was entered with.</summary>
    public static Task<EnteredAnswers?> FindEnteredAnswersAsync(AppDb db, Guid filing, CancellationToken stop) =>
        db
            .EntryVersions.Where(v => v.FilingId == filing)
            .OrderByDescending(v => v.Version)
            .Select(v => new EnteredAnswers(v.Answers, v.PersonalAnswers, v.ApprovedAt))
            .FirstOrDefaultAsync(stop);

    /// <summary>Those of some approved filings that entries which are valid rest on.</summary>
    public static async Task<IReadOnlySet<Guid>> FindHoldingFilingsAsync(AppDb db, IReadOnlyList<Guid> filings, CancellationToken stop) =>
        await db
            .EntryVersions.Where(v => filings.Contains(v.FilingId))
            .Join(db.RegisterEntries.Where(e => e.State == EntryState.Valid), v => v.EntryId, e => e.PublicId, (v, _) => v.FilingId)
            .ToHashSetAsync(stop);

    /// <summary>The filing behind an entry, by the entry's number.</summary>
    public static Task<Guid?> FindEntryFilingAsync(AppDb db, string service, string number, CancellationToken stop) =>
        db.RegisterEntries.Where(e => e.Service == service && e.Number == number).Select(e => (Guid?)e.FilingId).FirstOrDefaultAsync(stop);

    /// <summary>Whether an enterprise's code has a valid entry of a service.</summary>
    public static Task<bool> HasValidEntryAsync(AppDb db, string service, string codeKey, CancellationToken stop) =>
        db.RegisterEntries.AnyAsync(e => e.Service == service && e.CodeKey == codeKey && e.State == EntryState.Valid, stop);
}
