using System.Security.Cryptography;
using System.Text.Json;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Resets;

/// <summary>How far a request has come.</summary>
public enum ResetState
{
    Waiting,
    Granted,
    Refused,
}

/// <summary>What somebody says of himself and of the account.</summary>
/// <param name="UserName">The account's name; empty where it is forgotten too.</param>
/// <param name="Subject">The enterprise's name and code, or the officer's name.</param>
/// <param name="Person">Who asks.</param>
public sealed record ResetContent(string UserName, string Subject, string Person, string Phone, string Email, string Note);

/// <summary>
/// 重置申请: somebody without a way into an account asks the authority in charge, with documents. Nothing tells whether there is such an account: it goes to
/// whoever resets the accounts of the authority that was named. What it says lies sealed.
/// </summary>
public sealed class ResetRequest
{
    // Nothing that is mistaken for another sign when read out over the telephone.
    private const string Signs = "ABCDEFGHJKMNPQRTUVWXY346789";
    private const int TicketLength = 12;

    private ResetRequest() { }

    /// <param name="handler">Who decides: see <see cref="ResetChain"/>.</param>
    public ResetRequest(AccountKind kind, Authority authority, Authority handler, ResetContent content, Vault vault, Process process)
    {
        Id = Guid.CreateVersion7();
        Ticket = RandomNumberGenerator.GetString(Signs, TicketLength);
        Kind = kind;
        (AuthorityId, HandlerId) = (authority.Id, handler.Id);
        SubjectKey = vault.NewSubjectKey();
        Content = vault.Seal(SubjectKey, JsonSerializer.Serialize(content, JsonSerializerOptions.Web));
        CreatedAt = process.Now;
        process.Record(
            "ResetAskedFor",
            "reset",
            Id,
            new
            {
                kind = kind.ToString(),
                authority = authority.Id,
                handler = handler.Id,
            }
        );
    }

    public Guid Id { get; private set; }

    /// <summary>受理号: random, so that whoever has it may see how far the request is.</summary>
    public string Ticket { get; private set; } = "";

    public AccountKind Kind { get; private set; }

    /// <summary>The authority the account belongs to, as the asker says.</summary>
    public string AuthorityId { get; private set; } = "";

    /// <summary>The authority that decides.</summary>
    public string HandlerId { get; private set; } = "";

    public string SubjectKey { get; private set; } = "";

    /// <summary>What was said, sealed with <see cref="SubjectKey"/>.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Concurrency token: of two officers one decides.</summary>
    public ResetState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>The account that was given a new way in.</summary>
    public Guid? AccountId { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>The officer who decided, by name.</summary>
    public string? DecidedBy { get; private set; }

    /// <summary>Why it was refused; the asker reads it.</summary>
    public string? Reason { get; private set; }

    public ResetContent Open(Vault vault) =>
        JsonSerializer.Deserialize<ResetContent>(vault.Open(SubjectKey, Content), JsonSerializerOptions.Web)!;

    public void Grant(Account.Account account, Process process)
    {
        AccountId = account.Id;
        Decide(ResetState.Granted, null, process);
    }

    public void Refuse(string reason, Process process) => Decide(ResetState.Refused, reason, process);

    private void Decide(ResetState state, string? reason, Process process)
    {
        if (State != ResetState.Waiting)
            throw new Refused(new("这份申请已由他人处理。", "Somebody has already dealt with this request."));
        (State, Reason, DecidedAt, DecidedBy) = (state, reason, process.Now, process.Actor.Name);
        process.Record($"Reset{state}", "reset", Id, new { account = AccountId });
    }

    private sealed class Configuration : IEntityTypeConfiguration<ResetRequest>
    {
        public void Configure(EntityTypeBuilder<ResetRequest> entity)
        {
            entity.ToTable("reset_requests").HasIndex(r => r.Ticket).IsUnique();
            entity.Property(r => r.State).IsConcurrencyToken();
            entity.HasIndex(r => new
            {
                r.HandlerId,
                r.State,
                r.Id,
            });
            entity.HasIndex(r => new
            {
                r.AuthorityId,
                r.State,
                r.Id,
            });
            entity.HasOne<Authority>().WithMany().HasForeignKey(r => r.AuthorityId);
            entity.HasOne<Authority>().WithMany().HasForeignKey(r => r.HandlerId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(r => r.AccountId);
        }
    }
}

public static class ResetRequestQueries
{
    extension(AppDb db)
    {
        public DbSet<ResetRequest> ResetRequests => db.Set<ResetRequest>();
    }
}
