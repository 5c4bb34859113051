using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings.Moving;

/// <summary>What a draft held before a migration moved it. Goes with the draft.</summary>
public sealed class MovedDraft
{
    private MovedDraft() { }

    /// <summary>Keeps what <paramref name="draft"/> holds; to be made before it is moved.</summary>
    public MovedDraft(DraftMigrationRun run, Filing draft)
    {
        Id = Guid.CreateVersion7();
        MigrationId = run.Id;
        FilingId = draft.Id;
        FromVersion = draft.DefinitionVersion;
        (Answers, PersonalAnswers) = (draft.Answers, draft.PersonalAnswers);
        MovedToVersion = draft.Version + 1;
    }

    public Guid Id { get; private set; }

    public Guid MigrationId { get; private set; }

    public Guid FilingId { get; private set; }

    /// <summary>The definition version the draft had.</summary>
    public string FromVersion { get; private set; } = "";

    public string Answers { get; private set; } = "{}";

    /// <summary>Sealed with the draft's own key, as it was.</summary>
    public string? PersonalAnswers { get; private set; }

    /// <summary>The draft's concurrency token after the move: as long as it has it, nobody edited it since.</summary>
    public int MovedToVersion { get; private set; }

    public DateTime? MovedBackAt { get; private set; }

    /// <summary>Puts the draft back as it was.</summary>
    public void Return(Filing draft, Process process)
    {
        draft.MoveTo(FromVersion, Answers, PersonalAnswers, null, process);
        MovedBackAt = process.Now;
    }

    private sealed class Configuration : IEntityTypeConfiguration<MovedDraft>
    {
        public void Configure(EntityTypeBuilder<MovedDraft> entity)
        {
            entity.ToTable("moved_drafts").HasIndex(m => m.MigrationId);
            entity.HasIndex(m => m.FilingId);
            entity.HasOne<DraftMigrationRun>().WithMany().HasForeignKey(m => m.MigrationId);
            entity.HasOne<Filing>().WithMany().HasForeignKey(m => m.FilingId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}

public static class MovingQueries
{
    extension(AppDb db)
    {
        public DbSet<DraftMigrationRun> DraftMigrationRuns => db.Set<DraftMigrationRun>();
        public DbSet<MovedDraft> MovedDrafts => db.Set<MovedDraft>();
    }
}
