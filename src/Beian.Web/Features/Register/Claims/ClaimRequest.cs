using System.Text.Json;
using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Register.Claims;

/// <summary>How far a request has come.</summary>
public enum ClaimRequestState
{
    Waiting,
    Granted,
    Refused,
}

/// <summary>Who asks and how to reach them.</summary>
public sealed record ClaimContact(string Name, string Phone, string Email, string Note);

/// <summary>认领: somebody asks the authority for the account of an entry that has none. Contacts lie sealed.</summary>
public sealed class ClaimRequest
{
    /// <summary>What is said of a request that is decided.</summary>
    public static LocalizedText IsOver { get; } = new("这份申请已经处理过了。", "This request has been dealt with already.");

    private ClaimRequest() { }

    /// <param name="accountId">The account that asks; null for somebody without one.</param>
    public ClaimRequest(RegisterEntry entry, Guid? accountId, ClaimContact contact, Vault vault, Process process)
    {
        Id = Guid.CreateVersion7();
        Service = entry.Service;
        EntryId = entry.PublicId;
        AuthorityId = entry.AuthorityId;
        AccountId = accountId;
        SubjectKey = vault.NewSubjectKey();
        Contact = vault.Seal(SubjectKey, JsonSerializer.Serialize(contact, JsonSerializerOptions.Web));
        CreatedAt = process.Now;
        process.Record("EntryClaimed", "entry", entry.PublicId, new { request = Id, accountId });
    }

    public Guid Id { get; private set; }

    public string Service { get; private set; } = "";

    /// <summary>The entry, by its public id.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The office that decides: the entry's.</summary>
    public string AuthorityId { get; private set; } = "";

    public Guid? AccountId { get; private set; }

    public string SubjectKey { get; private set; } = "";

    /// <summary>The contact, sealed with <see cref="SubjectKey"/>.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>Concurrency token: of two officers one decides.</summary>
    public ClaimRequestState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? Reason { get; private set; }

    public ClaimContact Open(Vault vault) =>
        JsonSerializer.Deserialize<ClaimContact>(vault.Open(SubjectKey, Contact), JsonSerializerOptions.Web)!;

    public void Grant(Process process) => Decide(ClaimRequestState.Granted, null, process);

    public void Refuse(string reason, Process process) => Decide(ClaimRequestState.Refused, reason, process);

    private void Decide(ClaimRequestState state, string? reason, Process process)
    {
        if (State != ClaimRequestState.Waiting)
            throw new Refused(IsOver);
        (State, Reason, DecidedAt, DecidedBy) = (state, reason, process.Now, process.Actor.AccountId);
        process.Record($"ClaimRequest{state}", "entry", EntryId, new { request = Id });
    }

    private sealed class Configuration : IEntityTypeConfiguration<ClaimRequest>
    {
        public void Configure(EntityTypeBuilder<ClaimRequest> entity)
        {
            entity.ToTable("claim_requests");
            entity.Property(r => r.State).IsConcurrencyToken();
            entity.HasIndex(r => new
            {
                r.AuthorityId,
                r.State,
                r.Id,
            });
            entity.HasIndex(r => new { r.EntryId, r.State });
            entity.HasOne<RegisterEntry>().WithMany().HasForeignKey(r => r.EntryId).HasPrincipalKey(e => e.PublicId);
            entity.HasOne<Authorities.Authority>().WithMany().HasForeignKey(r => r.AuthorityId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(r => r.AccountId);
        }
    }
}

public static class ClaimRequestQueries
{
    extension(AppDb db)
    {
        public DbSet<ClaimRequest> ClaimRequests => db.Set<ClaimRequest>();
    }
}
