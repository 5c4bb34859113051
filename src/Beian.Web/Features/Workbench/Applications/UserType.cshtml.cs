using Beian.Definitions.Packs;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Workbench.Applications;

/// <summary>请选择您的用户类型, right after 申请.</summary>
[ForOneEnterprise]
public sealed class UserTypeModel(Entrances entrances) : PageModel
{
    public Entrance Entrance { get; private set; } = null!;

    /// <summary>That the application was added.</summary>
    [TempData]
    public string? Message { get; set; }

    /// <summary>Nothing, or nothing that there is, was chosen.</summary>
    public bool IsMissing { get; private set; }

    public bool MayChoose(UserType type) => entrances.MayChoose(type);

    public async Task<IActionResult> OnGetAsync(string application, CancellationToken stop)
    {
        if (await entrances.FindAsync(application, stop) is not { } entrance)
            return NotFound();
        Entrance = entrance;
        return entrance.IsRegistered ? Redirect(entrance.Next) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string application, string? type, CancellationToken stop)
    {
        if (await entrances.FindAsync(application, stop) is not { } entrance)
            return NotFound();
        Entrance = entrance;
        if (entrance.IsRegistered)
            return Redirect(entrance.Next);
        if (entrance.Application.UserTypes.FirstOrDefault(t => t.Code == type && t.IsOpen) is { } chosen)
        {
            await entrances.ChooseAsync(entrance, chosen, stop);
            return Redirect(Links.ApplicationPage(entrance.Application.Code, "account"));
        }
        IsMissing = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
