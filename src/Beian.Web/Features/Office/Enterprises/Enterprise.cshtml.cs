using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>企业信息.</summary>
public sealed class EnterpriseModel(EnterpriseRoom room) : EnterprisePage(room)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) ? await ShowAsync(stop) : NotFound();
}
