using Beian.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Exports;

/// <summary>How far an export is, and the way to its file.</summary>
public sealed class IndexModel(AppDb db, Desk desk, TimeProvider clock) : ExportPage(db, desk, clock)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FindAsync(id, stop) ? Page() : NotFound();
}
