using System.Security.Cryptography;
using System.Text;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Beian.Web.Features.Filings;

/// <summary>How far an account's claim to a company code has come.</summary>
public enum ClaimState
{
    /// <summary>Typed in, judged by nobody yet. Several accounts may claim one code.</summary>
    Open,

    /// <summary>An authority approved this account's filing: the code is this account's.</summary>
    Confirmed,

    /// <summary>Another account's filing was approved first.</summary>
    Lost,
}

/// <summary>An account's claim to be the company with a code. A code belongs to nobody until an authority approves its first filing.</summary>
public sealed class Claim
{
    private Claim() { }

    public Claim(Guid accountId, Filing filing, Process process)
    {
        Id = Guid.CreateVersion7();
        AccountId = accountId;
        FilingId = filing.Id;
        Service = filing.Service;
        CodeKey = filing.CodeKey;
        CreatedAt = process.Now;
        process.Record("CodeClaimed", "filing", filing.Id, new { accountId });
    }

    /// <summary>The claim of a plain platform account: it says which company it is, to no service yet. Filings of its own decide.</summary>
    public static Claim OfRegistration(AppDb db, Guid accountId, string code, Process process)
    {
        var claim = new Claim
        {
            Id = Guid.CreateVersion7(),
            AccountId = accountId,
            CodeKey = Subject.KeyOf(code),
            CreatedAt = process.Now,
        };
        db.Add(claim);
        process.Record("CodeClaimed", "account", accountId);
        return claim;
    }

    /// <summary>A claim an authority has checked itself: to an entry that stands without a filing of this account (开通用户, 认领).</summary>
    public static Claim Confirmed(Guid accountId, Guid entry, string service, string codeKey, Process process)
    {
        process.Record("ClaimConfirmed", "account", accountId, new { service, codeKey });
        return new()
        {
            // Of two officers who confirm it at once, the database takes one.
            Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{service}\n{codeKey}\n{entry:N}")).AsSpan(0, 16)),
            AccountId = accountId,
            Service = service,
            CodeKey = codeKey,
            State = ClaimState.Confirmed,
            CreatedAt = process.Now,
        };
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The filing that makes the claim; null where an authority confirmed it without one.</summary>
    public Guid? FilingId { get; private set; }

    /// <summary>The service it is made in; empty for that of a plain platform account.</summary>
    public string Service { get; private set; } = "";

    /// <summary>The code as it is compared (<see cref="Subject.CodeKey"/>).</summary>
    public string CodeKey { get; private set; } = "";

    public ClaimState State { get; private set; } = ClaimState.Open;

    public DateTime CreatedAt { get; private set; }

    /// <summary>Follows the filing's code while nothing is decided.</summary>
    public void Rename(string codeKey) => CodeKey = codeKey;

    public void Confirm() => State = ClaimState.Confirmed;

    public void Lose() => State = ClaimState.Lost;

    private sealed class Configuration : IEntityTypeConfiguration<Claim>
    {
        public void Configure(EntityTypeBuilder<Claim> entity)
        {
            entity.ToTable("claims");
            entity.HasIndex(c => c.FilingId).IsUnique();
            entity.HasIndex(c => new
            {
                c.Service,
                c.CodeKey,
                c.State,
            });
            entity.HasIndex(c => new { c.AccountId, c.State });
            entity.HasOne<Filing>().WithMany().HasForeignKey(c => c.FilingId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(c => c.AccountId);
        }
    }
}
