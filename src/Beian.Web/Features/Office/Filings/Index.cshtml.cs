using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>A case as the officer sees it: its newest revision, or an earlier one, with what changed and a file beside it.</summary>
public sealed class IndexModel(CaseRoom room) : CasePage(room)
{
    public Task<IActionResult> OnGetAsync(Guid id, int? revision, int? against, Guid? file, CancellationToken stop) =>
        ShowAsync(id, new CaseView(revision, against, file), stop);
}
