using System.Security.Cryptography;
using Beian.Definitions;
using Beian.Definitions.Sheets.Drawing;
using Beian.Web.Data;
using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Account;

/// <summary>认证器: adds the authenticator app of an account, takes it away, gives recovery codes.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class AuthenticatorModel(
    AppDb db,
    Visitor visitor,
    SecondFactors factors,
    PasswordCheck passwords,
    IDataProtectionProvider protection,
    IOptions<Site> site,
    Settings settings,
    TimeProvider clock,
    Texts texts
) : AskingPage
{
    private readonly IDataProtector _protector = protection.CreateProtector("new authenticator");
    private byte[] _secret = [];

    /// <summary>The secret the page shows, sealed for this account, until the first code proves that the app has it.</summary>
    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What the pressed button does to the authenticator there is: codes or removal.</summary>
    [BindProperty]
    public string? Act { get; set; }

    public Account Account { get; private set; } = null!;

    /// <summary>The authenticator there is; null: none.</summary>
    public SecondFactor? Factor { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>New recovery codes, this once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    [TempData]
    public string? Message { get; set; }

    /// <summary>Whether the account must have a second factor before it may go anywhere.</summary>
    public bool IsDue => visitor.MustAddFactor;

    /// <summary>The secret for typing it in, in groups of four.</summary>
    public string SecretText => string.Join(' ', Totp.ToText(_secret).Chunk(4).Select(c => new string(c)));

    public QrPattern Pattern => QrPattern.Of(Totp.ToAddress(_secret, texts[site.Value.Title], Account.UserName!));

    public async Task OnGetAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        if (Factor is null)
            Offer(Totp.NewSecret());
    }

    /// <summary>Adds the authenticator once its first code is right, and gives the recovery codes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        if (Factor is not null)
            return await ChangeAsync(stop);
        if (Open(Secret) is not { } secret)
        {
            Offer(Totp.NewSecret());
            return Refuse(
                nameof(Code),
                new("页面打开时间过长，请用新的二维码重新添加", "The page was open for too long; please scan the new code")
            );
        }
        var process = NewProcess("AddingSecondFactor");
        if (!factors.Add(Account, secret, Code ?? "", process))
        {
            Offer(secret);
            return Refuse(
                nameof(Code),
                new(
                    "验证码不正确。请确认手机时间准确，并输入当前显示的 6 位数字",
                    "The code is wrong. See that your telephone's clock is right, and type the six digits it shows now"
                )
            );
        }
        NewCodes = await factors.NewCodesAsync(Account, process, stop);
        // What was signed in without it has to show it too.
        db.RemoveRange(await db.Sessions.Where(s => s.AccountId == Account.Id && s.Id != visitor.SessionId).ToListAsync(stop));
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            return Redirect(Links.Authenticator); // another window was quicker
        }
        return await ShowOnceAsync(stop);
    }

    /// <summary>New recovery codes, or the authenticator taken away: after the password.</summary>
    private async Task<IActionResult> ChangeAsync(CancellationToken stop)
    {
        if (Act is not ("codes" or "removal"))
            return Redirect(Links.Authenticator);
        if (await passwords.ProblemAsync(Account, Password, stop) is { } problem)
            return Refuse(nameof(Password), problem);
        var process = NewProcess(Act == "codes" ? "MakingRecoveryCodes" : "RemovingSecondFactor");
        if (Act == "codes")
        {
            NewCodes = await factors.NewCodesAsync(Account, process, stop);
            await db.SaveAsync(process, stop);
            return await ShowOnceAsync(stop);
        }
        await factors.RemoveAsync(Account, process, stop);
        await db.SaveAsync(process, stop);
        Message = texts["认证器已移除", "The authenticator is removed"];
        return Redirect(
            settings.OfficerSecondFactor == SecondFactorPolicy.Required && Account.Kind == AccountKind.Officer
                ? Links.Authenticator
                : Links.Account
        );
    }

    private async Task<PageResult> ShowOnceAsync(CancellationToken stop)
    {
        Response.Headers.CacheControl = "private, no-store";
        Factor = await factors.FindAsync(Account.Id, stop);
        CodesLeft = NewCodes.Count;
        return Page();
    }

    private void Offer(byte[] secret)
    {
        Response.Headers.CacheControl = "private, no-store";
        _secret = secret;
        var expires = clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        Secret = _protector.Protect($"{expires}|{Account.Id:N}|{Convert.ToHexString(secret)}");
        ModelState.Remove(nameof(Secret));
    }

    private byte[]? Open(string? text)
    {
        if (text is not { Length: > 0 and < 1000 })
            return null;
        try
        {
            var parts = _protector.Unprotect(text).Split('|');
            return long.Parse(parts[0], null) > clock.GetUtcNow().ToUnixTimeSeconds() && parts[1] == $"{Account.Id:N}"
                ? Convert.FromHexString(parts[2])
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private PageResult Refuse(string control, LocalizedText problem) => AskAgain(new ErrorLine(control, texts[problem]));

    private Process NewProcess(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);

    private async Task ReadAsync(CancellationToken stop)
    {
        Account = await db.Accounts.SingleAsync(a => a.Id == visitor.AccountId, stop);
        Factor = await factors.FindAsync(Account.Id, stop);
        CodesLeft = await factors.CountCodesAsync(Account.Id, stop);
    }
}
