using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beian.Definitions.Answers;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings;

/// <summary>What was sent with one 上报. Immutable; a decision names the one it judged.</summary>
public sealed class Revision
{
    private Revision() { }

    internal Revision(
        Filing filing,
        int number,
        SealedAnswers answers,
        IReadOnlyList<Attachment> attachments,
        EvaluationContext context,
        SheetState? sheet,
        Process process
    )
    {
        Id = Guid.CreateVersion7();
        FilingId = filing.Id;
        Number = number;
        AuthorityId = filing.AuthorityId;
        Route = filing.Route;
        (Answers, PersonalAnswers) = (answers.Plain, answers.Personal);
        AttachmentIds = JsonSerializer.Serialize(attachments.Select(a => a.Id));
        Context = StoredContext.Write(context);
        SubmittedAt = process.Now;
        Sha256 = Hash(filing, answers, attachments);
        (SheetMatch, SheetRevision, SheetSha256) = (sheet?.Match, sheet?.Revision, sheet?.Sha256);
    }

    public Guid Id { get; private set; }

    public Guid FilingId { get; private set; }

    /// <summary>1, 2, 3 … within the filing.</summary>
    public int Number { get; private set; }

    public string AuthorityId { get; private set; } = "";

    public string Route { get; private set; } = "";

    public string Answers { get; private set; } = "{}";

    public string? PersonalAnswers { get; private set; }

    /// <summary>JSON array of the attachments that went with it.</summary>
    public string AttachmentIds { get; private set; } = "[]";

    /// <summary>JSON of the context it was judged with (<see cref="StoredContext"/>), so that it never judges itself anew.</summary>
    public string Context { get; private set; } = "{}";

    public DateTime SubmittedAt { get; private set; }

    /// <summary>Hash over definition version, answers and attachments: what the audit trail and the receipt name.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>How the signed sheet that went with it and its answers go together; null where none was asked for.</summary>
    public SheetMatch? SheetMatch { get; private set; }

    /// <summary>The revision that sheet was printed for; null where that is not known.</summary>
    public int? SheetRevision { get; private set; }

    /// <summary>The hash of the answers that its sheets print; null where no signed sheet was asked for.</summary>
    public string? SheetSha256 { get; private set; }

    /// <summary>The context it was judged with.</summary>
    public EvaluationContext ReadContext() => StoredContext.Read(Context);

    /// <summary>The attachments that went with it.</summary>
    public IReadOnlyList<Guid> ReadAttachmentIds() => JsonSerializer.Deserialize<Guid[]>(AttachmentIds) ?? [];

    private static string Hash(Filing filing, SealedAnswers answers, IReadOnlyList<Attachment> attachments) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        [
                            filing.Service,
                            filing.DefinitionVersion,
                            filing.Number,
                            answers.Sha256,
                            .. attachments.Select(a => $"{a.Code}:{a.Sha256}").Order(StringComparer.Ordinal),
                        ]
                    )
                )
            )
        );

    private sealed class Configuration : IEntityTypeConfiguration<Revision>
    {
        public void Configure(EntityTypeBuilder<Revision> entity)
        {
            entity.ToTable("revisions").HasIndex(r => new { r.FilingId, r.Number }).IsUnique();
            entity.HasOne<Filing>().WithMany().HasForeignKey(r => r.FilingId);
        }
    }
}
