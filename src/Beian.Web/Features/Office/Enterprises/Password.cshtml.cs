using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Enterprises;

/// <summary>
/// 重置密码: after looking at documents. The old password opens nothing from then on and every session ends; a link to the confirmed address, or a code that is
/// handed over, leads to a new one.
/// </summary>
[ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class PasswordModel(EnterpriseRoom room) : EnterprisePage(room)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) ? Redirect(Links.OfficeEnterprise(id)) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop))
            return NotFound();
        if (!MayReset)
            throw new Refused(
                new(
                    $"该企业的密码由{ResetterName}重置，您只能查看。",
                    $"{ResetterName} resets this enterprise's password; you can read only."
                )
            );
        if (await Room.Forms.ReadAsync(HttpContext, stop) is not { } form)
            return BadRequest();
        (Proof, var problems) = Proof.Read(form.Fields, Room.Texts);
        if (problems.Count + form.Problems.Count > 0)
        {
            Papers = form;
            return await ShowAsync(stop, [.. problems, .. form.Problems]);
        }
        var process = Room.Enterprises.Desk.Begin("ResettingPassword");
        var code = await Room.Resetting.ResetAsync(Enterprise, Proof, form.Files, form["way"] == "link", process, stop);
        await Room.Db.SaveAsync(process, stop);
        (Code, Proof) = (code, new([], ""));
        if (code is not null)
            ShownUserName = Enterprise.UserName;
        Done = code is null
            ? Room.Texts[
                "密码已重置，设置新密码的链接已发往企业验证过的电子邮箱，三天内有效。",
                "The password is reset; a link to set a new one is on its way to the confirmed address. It is good for three days."
            ]
            : Room.Texts[
                "密码已重置。请把账户名称和一次性码当面或电话告知企业；一次性码只显示这一次，三天内有效。",
                "The password is reset. Tell the enterprise its user name and code, in person or by telephone; the code is shown only now and is good for three days."
            ];
        return await ShowAsync(stop);
    }
}
