using Beian.Definitions.Codes;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Beian.Web.Web.Captcha;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>
/// 注册统一平台账号: an account without a filing. It claims its code as a filing would: whether the code has an entry or another account it neither asks nor says,
/// and nothing of that company comes with it.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class RegistrationModel(
    AppDb db,
    AccountBlock block,
    EmailConfirmations confirmations,
    SignIns signIns,
    ClaimCode claim,
    Visitor visitor,
    Settings settings,
    Captchas captchas,
    TimeProvider clock,
    Texts texts
) : CaptchaPage(settings, captchas, texts)
{
    private const int LongestCompany = 100;

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Company { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The account block as typed; passwords are never shown again.</summary>
    public AccountAnswers Account { get; private set; } = new("", "", "", "");

    [TempData]
    public string? Message { get; set; }

    public IActionResult OnGet() => Ask();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Account = AccountAnswers.From(Request.Form);
        (Phone, Code) = (Definitions.Codes.Phone.Normalise(Phone ?? ""), Uscc.Normalise(Code ?? ""));
        if (Another is not null)
            return Ask();
        List<ErrorLine> errors = [.. (await block.CheckAsync(Account, stop)).Select(p => new ErrorLine(p.Control, Texts[p.Message]))];
        if (Definitions.Codes.Phone.Check(Phone) is { } phone)
            errors.Add(Line(nameof(Phone), phone.Message));
        if (!IsTyped(Company, LongestCompany))
            errors.Add(
                Line(nameof(Company), new("请填写企业名称，最多 100 个字", "Please fill in the enterprise's name, at most 100 characters"))
            );
        if (Uscc.Check(Code) is { } code)
            errors.Add(Line(nameof(Code), code.Message));
        // A code is good once: it is not spent on a form that comes again anyway.
        if (errors.Count == 0 && await CheckCaptchaAsync(stop) is { } wrong)
            errors.Add(wrong);
        if (errors.Count > 0)
            return Ask(errors);
        try
        {
            if (!await RegisterAsync(stop))
                return Ask(new ErrorLine(AccountBlock.Busy.Control, Texts[AccountBlock.Busy.Message]));
        }
        catch (DbUpdateException fault) when (AccountBlock.TakenIn(fault) is { } taken)
        {
            return Ask(new ErrorLine(taken.Control, Texts[taken.Message]));
        }
        Message = Texts[
            "注册成功。请先增加应用，再办理其中的业务；验证邮件已发往您的邮箱，请在三天内打开其中的链接。",
            "You are registered. Add an application, then do its business; a link to confirm your address is on its way, good for three days."
        ];
        return Redirect(Links.Workbench);
    }

    /// <returns>False: too many set passwords at this moment.</returns>
    private async Task<bool> RegisterAsync(CancellationToken stop)
    {
        if (await block.CreateAsync(Account, Company!.Trim(), stop) is not { } account)
            return false;
        account.PhoneNumber = Phone;
        var process = new Process("RegisteringAccount", visitor.Actor, clock.GetUtcNow().UtcDateTime);
        db.Add(account);
        claim(db, account.Id, Code!, process);
        process.Record("AccountCreated", "account", account.Id, new { registration = true });
        confirmations.Ask(account, process);
        var session = await signIns.BeginAsync(HttpContext, account, process, stop);
        await db.SaveAsync(process, stop);
        signIns.Keep(HttpContext, account, session);
        return true;
    }
}
