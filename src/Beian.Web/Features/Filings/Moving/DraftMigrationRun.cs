using Beian.Definitions.Packs;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings.Moving;

/// <summary>One migration of a service's drafts to a new major version, so that it can be undone.</summary>
public sealed class DraftMigrationRun
{
    private DraftMigrationRun() { }

    public DraftMigrationRun(Pack to, Process process)
    {
        Id = Guid.CreateVersion7();
        Service = to.Code;
        ToVersion = to.Version.ToString();
        At = process.Now;
        process.Record("DraftMigrationBegun", "migration", Id, new { Service, ToVersion });
    }

    public Guid Id { get; private set; }

    public string Service { get; private set; } = "";

    public string ToVersion { get; private set; } = "";

    public DateTime At { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    /// <summary>Ends the way back: what could be moved back was.</summary>
    public void Undo(int back, int kept, Process process)
    {
        UndoneAt = process.Now;
        process.Record("DraftMigrationUndone", "migration", Id, new { back, kept });
    }

    private sealed class Configuration : IEntityTypeConfiguration<DraftMigrationRun>
    {
        public void Configure(EntityTypeBuilder<DraftMigrationRun> entity) => entity.ToTable("draft_migrations");
    }
}
