using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>A case as the officer sees it.</summary>
public sealed class IndexModel(CaseRoom room) : CasePage(room)
{
    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => ShowAsync(id, reveal: false, stop);
}
