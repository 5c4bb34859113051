using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Filings;

/// <summary>我的事项: one's own filings, newest first.</summary>
[Authorize(Policy = Account.Policies.Filer)]
public sealed class ListModel(AppDb db, Filer filer, FindFilingStandings findStandings, FindHeldEntries findHeld) : PageModel
{
    public IReadOnlyList<FilingRow> Rows { get; private set; } = [];

    /// <summary>Shown with the newest filings.</summary>
    public IReadOnlyList<HeldEntry> Held { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken stop)
    {
        (Rows, var more) = await FilingRow.ReadAsync(db, filer, findStandings, before, stop);
        if (before is null && filer.EnterpriseId is { } enterprise)
            Held = [.. (await findHeld(db, enterprise, stop)).Where(e => filer.Covers(e.Service))];
        Next = more ? $"{Links.Filings}?before={Rows[^1].Id}" : null;
        return Page();
    }
}
