using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Workbench.Applications;

/// <summary>The home of an application: its menu, the enterprise's filings in it, and whom to ask.</summary>
public sealed class IndexModel(
    AppDb db,
    Filer filer,
    Portal portal,
    MyApplications applications,
    FindFilingStandings findStandings,
    Entrances entrances,
    ProfileGates gates,
    IOptions<Site> site
) : PageModel
{
    public Application Application { get; private set; } = null!;

    /// <summary>Whether it needs no 申请 any more.</summary>
    public bool IsMine { get; private set; }

    /// <summary>Whether it is among 我的收藏.</summary>
    public bool IsKept { get; private set; }

    /// <summary>What its menu offers the enterprise.</summary>
    public IReadOnlyList<Business> Menu { get; private set; } = [];

    /// <summary>Where the profile stands, in an application that asks for one.</summary>
    public ProfileGate? Gate { get; private set; }

    /// <summary>Whether something of the menu waits until the profile is confirmed.</summary>
    public bool Waits(Business business) => business.NeedsConfirmedProfile && Gate is { Standing.IsConfirmed: false };

    public IReadOnlyList<FilingRow> Rows { get; private set; } = [];

    public bool More { get; private set; }

    public IReadOnlyList<ApplicationSupport> Support => site.Value.SupportOf(Application, Audience.Enterprises);

    [TempData]
    public string? Message { get; set; }

    public async Task<IActionResult> OnGetAsync(string application, CancellationToken stop)
    {
        if (portal.FindApplication(application) is not { } found)
            return NotFound();
        Application = found;
        if (await entrances.FindAsync(application, stop) is { } entrance)
        {
            // Nobody is inside before the profile was sent once.
            if (!entrance.IsRegistered)
                return Redirect(entrance.Next);
            Gate = await gates.FindAsync(entrance.UserType!.Profile!, entrance.Added.AccountId, Links.Application(found.Code), stop);
        }
        var added = await applications.AddedAsync(stop);
        IsMine = MyApplications.IsAdded(found, added, await applications.ReadAsync(stop));
        var userType = added.GetValueOrDefault(found.Code)?.UserType;
        Menu = [.. found.Menu.Where(b => b.IsFor(userType) || userType is null)];
        IsKept = await db.Favourites.AnyAsync(
            f => f.AccountId == filer.AccountId && f.Kind == FavouriteKind.Application && f.Code == found.Code,
            stop
        );
        (Rows, More) = await FilingRow.ReadAsync(db, filer, findStandings, null, stop, [.. found.Services]);
        return Page();
    }
}
