using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Workbench.Applications;

/// <summary>填写用户信息, the second step: what kind of user, and who will confirm it. The profile is begun from here.</summary>
[ForOneEnterprise]
public sealed class UserModel(Entrances entrances, Catalogue.Catalogue catalogue) : PageModel
{
    public Entrance Entrance { get; private set; } = null!;

    /// <summary>The profile's filing: made with the page, so that a double click begins one.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Whether the pack of the profile leaves it to a province (or a city of its rank), not to a city.</summary>
    public bool ConfirmedByProvince =>
        Entrance.UserType is { Profile: { } profile } && catalogue[profile].Service.ReviewedBy is { Level: < 2 };

    public async Task<IActionResult> OnGetAsync(string application, CancellationToken stop) => await FindAsync(application, stop) ?? Page();

    public async Task<IActionResult> OnPostAsync(string application, Guid id, CancellationToken stop)
    {
        if (await FindAsync(application, stop) is { } refusal)
            return refusal;
        await entrances.BeginAsync(Entrance, id == Guid.Empty ? Id : id, stop);
        return Redirect(Links.ApplicationPage(Entrance.Application.Code, "profile"));
    }

    private async Task<IActionResult?> FindAsync(string application, CancellationToken stop)
    {
        if (await entrances.FindAsync(application, stop) is not { } entrance)
            return NotFound();
        Entrance = entrance;
        return entrance.UserType is null || entrance.IsRegistered ? Redirect(entrance.Next) : null;
    }
}
