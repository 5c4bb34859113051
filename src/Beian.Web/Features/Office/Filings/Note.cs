using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Office.Filings;

/// <summary>
/// What an officer writes down beside a field, for colleagues only. It stays through later revisions until it is settled or goes out
/// as a point of a return. People write anything into notes: the text is sealed with the filing's key.
/// </summary>
public sealed class Note
{
    private Note() { }

    public Note(Filing filing, string field, string text, Vault vault, Officer officer, Process process)
    {
        Id = Guid.CreateVersion7();
        (FilingId, Revision, Field) = (filing.Id, filing.Revision, field);
        Text = vault.Seal(filing.SubjectKey, text);
        (OfficerId, OfficerName, AuthorityId) = (officer.AccountId, officer.Name, officer.AuthorityId);
        At = process.Now;
        process.Record("NoteWritten", "filing", filing.Id, new { note = Id, field });
    }

    public Guid Id { get; private set; }

    public Guid FilingId { get; private set; }

    /// <summary>The revision it was written about.</summary>
    public int Revision { get; private set; }

    /// <summary>Code of a field or attachment.</summary>
    public string Field { get; private set; } = "";

    /// <summary>Sealed with the filing's key.</summary>
    public string Text { get; private set; } = "";

    public Guid OfficerId { get; private set; }

    public string OfficerName { get; private set; } = "";

    public string AuthorityId { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>When it was dealt with; null while it is open.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>The revision with whose return it reached the filer as a point; null where it did not.</summary>
    public int? ReturnedWith { get; private set; }

    public bool IsOpen => SettledAt is null;

    public string Read(Filing filing, Vault vault) => vault.Open(filing.SubjectKey, Text);

    /// <summary>It is dealt with.</summary>
    /// <param name="returnedWith">The revision it is returned with; null where the filer is not told.</param>
    public void Settle(int? returnedWith, Process process)
    {
        if (!IsOpen)
            return;
        (SettledAt, ReturnedWith) = (process.Now, returnedWith);
        process.Record("NoteSettled", "filing", FilingId, new { note = Id, returnedWith });
    }

    private sealed class Configuration : IEntityTypeConfiguration<Note>
    {
        public void Configure(EntityTypeBuilder<Note> entity)
        {
            entity.ToTable("notes").HasIndex(n => n.FilingId);
            entity.HasOne<Filing>().WithMany().HasForeignKey(n => n.FilingId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(n => n.OfficerId);
        }
    }
}

public static class NoteQueries
{
    extension(AppDb db)
    {
        public DbSet<Note> Notes => db.Set<Note>();
    }
}
