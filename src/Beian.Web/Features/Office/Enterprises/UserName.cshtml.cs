using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>查看用户名: shown once, with a reason; the enterprise sees that it was looked at.</summary>
public sealed class UserNameModel(EnterpriseRoom room) : EnterprisePage(room)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) ? Redirect(Web.Links.OfficeEnterprise(id)) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? reason, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        if (reason?.Trim() is not { Length: > 0 and <= 200 } why)
            return await ShowAsync(stop, new Shared.ErrorLine("reason", Room.Texts["请填写查看理由", "Please say why you look"]));
        var process = Room.Enterprises.Desk.Begin("LookingAtUserName");
        process.Record("UserNameSeen", "account", id, new { authority = Room.Enterprises.Desk.Officer.AuthorityId, reason = why });
        await Room.Db.SaveAsync(process, stop);
        ShownUserName = Enterprise.UserName;
        return await ShowAsync(stop);
    }
}
