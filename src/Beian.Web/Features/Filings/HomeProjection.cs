using Beian.Web.Data;

namespace Beian.Web.Features.Filings;

/// <summary>Keeps the authority an enterprise belongs to: that of what it last sent, and where that went. Who may reset its password hangs on it.</summary>
public sealed class HomeProjection : Projection
{
    private static readonly string[] _moving = ["FilingSubmitted", "FilingTransferred", "FilingApproved"];

    public override async Task ApplyAsync(AppDb db, Process process, CancellationToken stop)
    {
        foreach (var happened in process.Events.Where(e => _moving.Contains(e.Kind)).ToList())
            if (
                await db.Filings.FindAsync([happened.SubjectId], stop) is { OwnerId: { } owner } filing
                && await db.Set<Account.Account>().FindAsync([owner], stop) is { } account
                && account.HomeAuthorityId is var former
                && account.MoveTo(filing.AuthorityId)
            )
                process.Record("EnterpriseMoved", "account", owner, new { from = former, to = filing.AuthorityId });
    }
}
