using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>系统设置: language and size of letters, and which mails the account gets beyond the obligatory ones.</summary>
public sealed class SettingsModel(AppDb db, Visitor visitor, TimeProvider clock, Texts texts) : PageModel
{
    public bool IsOfficer => visitor.Kind == AccountKind.Officer;

    /// <summary>The mails to choose from, each with whether it is wanted.</summary>
    public IReadOnlyList<(OptionalMail Mail, bool Wanted)> Mails { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var declined = await DeclinedAsync(stop);
        Mails = [.. Offered.Select(m => (m, !declined.Exists(d => d.Mail == m.Template)))];
    }

    /// <param name="mail">The templates of those that are wanted.</param>
    public async Task<IActionResult> OnPostAsync(string[] mail, CancellationToken stop)
    {
        var declined = await DeclinedAsync(stop);
        var unwanted = Offered.Select(m => m.Template).Except(mail).ToList();
        var process = new Process("ChoosingMails", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        db.RemoveRange(declined.Where(d => !unwanted.Contains(d.Mail)));
        db.AddRange(unwanted.Except(declined.Select(d => d.Mail)).Select(m => new DeclinedMail(visitor.AccountId!.Value, m)));
        process.Record("MailsChosen", "account", visitor.AccountId!.Value, new { declined = unwanted });
        await db.SaveAsync(process, stop);
        Message = texts["已保存", "Saved"];
        return Redirect(Links.Settings);
    }

    private IEnumerable<OptionalMail> Offered => OptionalMail.All.Where(m => m.IsFor(visitor.Kind));

    private Task<List<DeclinedMail>> DeclinedAsync(CancellationToken stop) =>
        db.DeclinedMails.Where(d => d.AccountId == visitor.AccountId).ToListAsync(stop);
}
