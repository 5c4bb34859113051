using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Workbench.Applications;

/// <summary>注册结果, the last step: the application can be entered, and who confirms the profile.</summary>
public sealed class RegisteredModel(Entrances entrances, ProfileGates gates) : PageModel
{
    public Entrance Entrance { get; private set; } = null!;

    public ProfileGate? Gate { get; private set; }

    public async Task<IActionResult> OnGetAsync(string application, CancellationToken stop)
    {
        if (await entrances.FindAsync(application, stop) is not { } entrance)
            return NotFound();
        if (!entrance.IsRegistered)
            return Redirect(entrance.Next);
        Entrance = entrance;
        var here = Links.ApplicationPage(entrance.Application.Code, "registered");
        Gate = await gates.FindAsync(entrance.UserType!.Profile!, entrance.Added.AccountId, here, stop);
        return Page();
    }
}
