using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
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

    /// <param name="number">The first 登记表编号, which stays the entry's own for ever.</param>
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

    /// <summary>The filing and revision the current version comes from; of what came in without a filing, the empty id and 0.</summary>
    public Guid FilingId { get; private set; }

    public int Revision { get; private set; }

    /// <summary>1, 2, 3 …: the dated versions; concurrency token.</summary>
    public int Version { get; private set; } = 1;

    public DateTime FirstApprovedAt { get; private set; }

    public DateTime ApprovedAt { get; private set; }

    /// <summary>When it ended; null while it is valid.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The kind (lifecycle.yaml) by which it ended; null while it is valid.</summary>
    public string? EndKind { get; private set; }

    /// <summary>The officer's words about the end, for the enterprise and the authorities; null where there are none.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The last day for what must follow the approval, or the authority may let it lapse; null where nothing is to be done, or it is done.</summary>
    public DateOnly? DutyDueOn { get; private set; }

    /// <summary>A new version, from an approved filing that started from the one in force.</summary>
    /// <exception cref="Refused">The entry ended, or has another version by now.</exception>
    public void Renew(Filing filing, string code, string codeKey, string name, string publicAnswers, Process process)
    {
        RequireValid();
        if (filing.EntryVersion != Version)
            throw new Refused(
                new(
                    "这份登记已有更新的版本，本次操作没有任何改动，请退回企业核对。",
                    "There is a newer version of this entry. Nothing was changed; please return the filing."
                )
            );
        Version++;
        (Code, CodeKey, Name, PublicAnswers) = (code, codeKey, name, publicAnswers);
        (DefinitionVersion, AuthorityId) = (filing.DefinitionVersion, filing.AuthorityId);
        (FilingId, Revision, ApprovedAt) = (filing.Id, filing.Revision, process.Now);
    }

    /// <summary>Ends it. Its versions stay, and everybody sees how it ended.</summary>
    /// <param name="reason">The officer's words, for the enterprise; null where the enterprise asked for it.</param>
    /// <exception cref="Refused">It ended before.</exception>
    public void End(FilingKind kind, string? reason, Process process)
    {
        RequireValid();
        State = kind.Effect switch
        {
            KindEffect.Cancel => EntryState.Cancelled,
            KindEffect.Revoke => EntryState.Revoked,
            KindEffect.Lapse => EntryState.Lapsed,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        (EndedAt, EndKind, EndReason, DutyDueOn) = (process.Now, kind.Code, reason, null);
        process.Record($"Entry{State}", "entry", PublicId, new { kind = kind.Code, number = Number });
    }

    /// <summary>Says until when something must follow the approval; null: nothing.</summary>
    public void Oblige(DateOnly? dueOn) => DutyDueOn = dueOn;

    /// <summary>What had to follow the approval is done.</summary>
    public void MeetDuty(Process process)
    {
        RequireValid();
        if (DutyDueOn is not { } dueOn)
            return;
        DutyDueOn = null;
        process.Record("EntryDutyMet", "entry", PublicId, new { dueOn });
    }

    /// <summary>Gives what came in without a filing the one that stands for it from now on: its owner changes it from there.</summary>
    internal void RestOn(Filing filing, EntryVersion version)
    {
        (FilingId, Revision) = (filing.Id, filing.Revision);
        version.RestOn(filing);
    }

    private void RequireValid()
    {
        if (State != EntryState.Valid)
            throw new Refused(
                new(
                    $"这份登记已于 {ChinaTime.DateAt(EndedAt ?? ApprovedAt):yyyy-MM-dd} {State.Text.Zh.Replace("已", "", StringComparison.Ordinal)}，本次操作没有任何改动。",
                    $"This entry ended on {ChinaTime.DateAt(EndedAt ?? ApprovedAt):yyyy-MM-dd} ({State.Text.En.ToLowerInvariant()}). Nothing was changed."
                )
            );
    }

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
            // What came without a filing is not found by one.
            entity.HasIndex(e => e.FilingId).HasFilter("revision > 0");
            entity.HasIndex(e => new { e.AuthorityId, e.Id });
            // The ledgers, newest first: of one office and of all of them.
            entity.HasIndex(e => new { e.Service, e.Id });
            entity.HasIndex(e => new
            {
                e.Service,
                e.AuthorityId,
                e.Id,
            });
            entity.HasAlternateKey(e => e.PublicId);
            entity.HasOne<Authorities.Authority>().WithMany().HasForeignKey(e => e.AuthorityId);
            entity.Property(e => e.State).IsConcurrencyToken();
            // The list of overdue duties: few entries have one open.
            entity.HasIndex(e => new { e.DutyDueOn, e.Id }).HasFilter("duty_due_on IS NOT NULL");
            // One valid entry a company and service: the first approval wins, whatever two officers do at once.
            entity.HasIndex(e => new { e.Service, e.CodeKey }).IsUnique().HasFilter("state = 'Valid'");
            // The others by their code, for the ledger.
            entity.HasIndex(e => new { e.Service, e.CodeKey }, "ix_register_entries_service_code_key_ended").HasFilter("state <> 'Valid'");
        }
    }
}
