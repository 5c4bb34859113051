using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Workbench.Applications;

/// <summary>提交登录账号, the first step: with which account the application is used.</summary>
public sealed class AccountModel(Entrances entrances, AppDb db) : PageModel
{
    public Entrance Entrance { get; private set; } = null!;

    public Features.Account.Account Account { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string application, CancellationToken stop)
    {
        if (await entrances.FindAsync(application, stop) is not { } entrance)
            return NotFound();
        if (entrance.UserType is null || entrance.IsRegistered)
            return Redirect(entrance.Next);
        Entrance = entrance;
        Account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == entrance.Added.AccountId, stop);
        return Page();
    }
}
