using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Workbench;

/// <summary>What an enterprise sees after signing in: its applications and its filings.</summary>
[Authorize(Policy = Account.Policies.Enterprise)]
public sealed class IndexModel(
    AppDb db,
    Filer filer,
    FindFilingStandings findStandings,
    FindHeldEntries findHeld,
    MyApplications applications
) : PageModel
{
    public IReadOnlyList<Application> Applications { get; private set; } = [];

    public IReadOnlyList<FilingRow> Rows { get; private set; } = [];

    public bool More { get; private set; }

    /// <summary>What came from the former system.</summary>
    public IReadOnlyList<HeldEntry> Held { get; private set; } = [];

    public DateTime? Previous { get; private set; }

    public string? PreviousAddress { get; private set; }

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Applications = await applications.ReadAsync(stop);
        (Rows, More) = await FilingRow.ReadAsync(db, filer, findStandings, null, stop);
        Held = [.. (await findHeld(db, filer.EnterpriseId!.Value, stop)).Where(e => filer.Covers(e.Service))];
        var account = await db.Set<Account.Account>()
            .Where(a => a.Id == filer.AccountId)
            .Select(a => new { a.PreviousSignInAt, a.PreviousSignInAddress })
            .SingleAsync(stop);
        (Previous, PreviousAddress) = (account.PreviousSignInAt, account.PreviousSignInAddress);
        return Page();
    }
}
