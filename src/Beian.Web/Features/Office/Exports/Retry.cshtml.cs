using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Exports;

/// <summary>重试: begins a failed export anew.</summary>
public sealed class RetryModel(AppDb db, Desk desk, TimeProvider clock) : ExportPage(db, desk, clock)
{
    public IActionResult OnGet(Guid id) => Redirect(Links.OfficeExport(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        Job.Retry(Now);
        await Db.SaveAsync(Desk.Begin("RetryingExport"), stop);
        return Redirect(Links.OfficeExport(id));
    }
}
