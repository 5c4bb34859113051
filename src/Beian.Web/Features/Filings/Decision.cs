using System.Text.Json;
using Beian.Definitions.Answers;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings;

/// <summary>What an officer did with a filing.</summary>
public enum Outcome
{
    Approved,
    Returned,
    Rejected,

    /// <summary>Handed on to another authority: the filing goes on there, nothing is judged.</summary>
    Transferred,
}

/// <summary>A decision on one revision, with the reasons that reach the filer.</summary>
public sealed class Decision
{
    private Decision() { }

    internal Decision(
        Filing filing,
        Outcome outcome,
        string reason,
        IReadOnlyDictionary<string, string> fieldReasons,
        AnswerSet answers,
        Officer officer,
        Process process
    )
    {
        Id = Guid.CreateVersion7();
        FilingId = filing.Id;
        Revision = filing.Revision;
        Outcome = outcome;
        Reason = reason;
        FieldReasons = JsonSerializer.Serialize(fieldReasons);
        Answers = answers.ToJson();
        OfficerId = officer.AccountId;
        OfficerName = officer.Name;
        AuthorityId = officer.AuthorityId;
        At = process.Now;
    }

    public Guid Id { get; private set; }

    public Guid FilingId { get; private set; }

    public int Revision { get; private set; }

    public Outcome Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>JSON object: field or attachment code → what must be put right.</summary>
    public string FieldReasons { get; private set; } = "{}";

    /// <summary>JSON of what the authority filled in at the approval (经营者类型, 备注); none of it is personal.</summary>
    public string Answers { get; private set; } = "{}";

    public Guid OfficerId { get; private set; }

    public string OfficerName { get; private set; } = "";

    public string AuthorityId { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>The reasons by field or attachment code.</summary>
    public IReadOnlyDictionary<string, string> ReadFieldReasons() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(FieldReasons) ?? [];

    private sealed class Configuration : IEntityTypeConfiguration<Decision>
    {
        public void Configure(EntityTypeBuilder<Decision> entity)
        {
            entity.ToTable("decisions").HasIndex(d => new { d.FilingId, d.Revision });
            entity.HasIndex(d => new { d.AuthorityId, d.At });
            entity.HasOne<Filing>().WithMany().HasForeignKey(d => d.FilingId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(d => d.OfficerId);
        }
    }
}
