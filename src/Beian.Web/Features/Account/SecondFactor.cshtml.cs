using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>第二因素: the second half of a sign-in whose password was right.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class SecondFactorModel(
    AppDb db,
    HalfSignIns halves,
    SecondFactors factors,
    SignInFailures failures,
    SignIns signIns,
    TimeProvider clock,
    Texts texts
) : AskingPage
{
    private HalfSignIn _half = null!;

    [BindProperty]
    public string? Code { get; set; }

    public Account Account { get; private set; } = null!;

    /// <summary>A key that proves whose it is needs nothing else.</summary>
    public string PasskeyHref => Links.Passkey(_half.ReturnUrl);

    public string BackHref => Account.Kind == AccountKind.Officer ? Links.OfficeSignIn() : Links.SignIn();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FindAsync(stop) ? Page() : Redirect(Links.SignIn());

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FindAsync(stop))
            return Redirect(Links.SignIn());
        var subject = failures.OfDevice("second factor", Account.Id);
        if ((await failures.OfAsync([subject], stop)).LockedUntil is { } until)
            return Refuse(Locked(until));
        var process = new Process(
            "ShowingSecondFactor",
            new(Account.Id, Account.DisplayName, Visitor.AddressOf(HttpContext), Account.AuthorityId),
            clock.GetUtcNow().UtcDateTime
        );
        if (!await factors.UseAsync(Account, Code ?? "", process, stop))
            return Refuse(await FailAsync(subject, process, stop));
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code in another window was quicker.
            return Refuse(await FailAsync(subject, new(process.Name, process.Actor, process.Now), stop));
        }
        await failures.ClearAsync(subject, stop);
        halves.End(HttpContext);
        await signIns.SignInAsync(HttpContext, Account, stop);
        return Redirect(signIns.DestinationOf(Account, _half.ReturnUrl));
    }

    /// <summary>Counts a failure; the trail keeps the first and each lock.</summary>
    private async Task<LocalizedText> FailAsync(string subject, Process process, CancellationToken stop)
    {
        var (count, locked) = await failures.AddAsync(subject, stop);
        if (locked || count == 1)
        {
            db.ChangeTracker.Clear();
            process.Record(locked ? "SecondFactorLocked" : "SecondFactorFailed", "account", Account.Id, new { count });
            await db.SaveAsync(process, stop);
        }
        return locked && (await failures.OfAsync([subject], stop)).LockedUntil is { } until
            ? Locked(until)
            : new("验证码不正确，或已经用过，请等下一个验证码", "The code is wrong or was used before; wait for the next one");
    }

    private static LocalizedText Locked(DateTime until) =>
        new(
            $"连续输错次数过多，请于 {ChinaTime.At(until):HH:mm} 之后再试",
            $"Too many wrong tries; try again after {ChinaTime.At(until):HH:mm} (China time)"
        );

    private PageResult Refuse(LocalizedText problem) => AskAgain(new ErrorLine(nameof(Code), texts[problem]));

    private async Task<bool> FindAsync(CancellationToken stop)
    {
        if (
            halves.Find(HttpContext) is not { } half
            || await db.Accounts.SingleOrDefaultAsync(a => a.Id == half.AccountId && a.SuspendedAt == null && a.TwoFactorEnabled, stop)
                is not { } account
        )
            return false;
        (_half, Account) = (half, account);
        return true;
    }
}
