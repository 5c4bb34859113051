using Beian.Web.Data;
using Beian.Web.Features.Office.Ledger;
using Beian.Web.Jobs;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Exports;

/// <summary>An export of this officer's own; nobody else's is there.</summary>
public abstract class ExportPage(AppDb db, Desk desk, TimeProvider clock) : PageModel
{
    public Job Job { get; private set; } = null!;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>The file; null while there is none, and no longer.</summary>
    public LedgerExportFile? Result => Job.State == JobState.Done && Now < Job.ExpiresAt ? Job.ReadResult<LedgerExportFile>() : null;

    protected AppDb Db => db;

    protected Desk Desk => desk;

    protected async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var me = desk.Officer.AccountId;
        var job = await db.Jobs.SingleOrDefaultAsync(j => j.Id == id && j.AccountId == me && j.Kind == LedgerExport.KindName, stop);
        Job = job!;
        Response.Headers.CacheControl = "private, no-store";
        return job is not null;
    }
}
