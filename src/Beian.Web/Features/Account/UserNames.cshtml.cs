using Beian.Definitions.Codes;
using Beian.Web.Data;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>
/// 忘记账户名称: the unified social credit code and the legal representative's name bring the user names to the confirmed address. The page says the same whatever
/// came of it.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class UserNamesModel(
    AppDb db,
    FindHolders findHolders,
    Visitor visitor,
    Settings settings,
    Captchas captchas,
    TimeProvider clock,
    Texts texts
) : CaptchaPage(settings, captchas, texts)
{
    private const int PerDay = 5;

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    /// <summary>Whether the form was sent, whatever came of it.</summary>
    public bool IsAsked { get; private set; }

    public IActionResult OnGet() => Ask();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Another is not null)
            return Ask();
        var code = Uscc.Normalise(Code ?? "");
        if (Uscc.Check(code) is { } fault)
            return Ask(Line(nameof(Code), fault.Message));
        if (!IsTyped(Person, 100))
            return Ask(Line(nameof(Person), new("请填写法定代表人（负责人）姓名", "Please fill in the legal representative's name")));
        if (await CheckCaptchaAsync(stop) is { } wrong)
            return Ask(wrong);
        var process = new Process("AskingForUserNames", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        var sent = 0;
        foreach (
            var holders in (await findHolders(db, code, Person!.Trim(), stop)).Where(a => a.EmailConfirmed).GroupBy(a => a.NormalizedEmail)
        )
        {
            var account = holders.First();
            var yesterday = process.Now.AddDays(-1);
            if (
                await db.Outbox.CountAsync(m => m.SubjectId == account.Id && m.Template == "user-names" && m.CreatedAt > yesterday, stop)
                >= PerDay
            )
                continue;
            var data = new { name = account.DisplayName, userNames = holders.Select(a => a.UserName).ToArray() };
            process.Send(new OutboxMessage("mail", account.Email!, "user-names", data, account.Id, process.Now));
            process.Record("UserNamesSent", "account", account.Id);
            sent++;
        }
        // Found or not, something is written: the answer takes as long.
        if (sent == 0)
            process.Record("UserNamesAskedFor", "account", Guid.Empty);
        await db.SaveAsync(process, stop);
        IsAsked = true;
        return Page();
    }
}
