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

    public Claim(Guid accountId, Filing filing, string code, Process process)
    {
        Id = Guid.CreateVersion7();
        AccountId = accountId;
        FilingId = filing.Id;
        Service = filing.Service;
        Code = code;
        CreatedAt = process.Now;
        process.Record("CodeClaimed", "filing", filing.Id, new { accountId });
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public Guid FilingId { get; private set; }

    public string Service { get; private set; } = "";

    public string Code { get; private set; } = "";

    public ClaimState State { get; private set; } = ClaimState.Open;

    public DateTime CreatedAt { get; private set; }

    /// <summary>Follows the code in the form while nothing is decided.</summary>
    public void Rename(string code) => Code = code;

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
                c.Code,
                c.State,
            });
            entity.HasOne<Filing>().WithMany().HasForeignKey(c => c.FilingId);
            entity.HasOne<Account.Account>().WithMany().HasForeignKey(c => c.AccountId);
        }
    }
}
