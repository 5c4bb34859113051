using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Account.Passkeys;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>电子钥匙: the keys an account signs in with; adds one, takes one away, each after the password.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class PasskeysModel(
    AppDb db,
    Visitor visitor,
    PasskeyAsking asking,
    SecondFactors factors,
    PasswordCheck passwords,
    TimeProvider clock,
    Texts texts
) : AskingPage
{
    private const int Most = 10;

    /// <summary>What the owner calls the new key.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The browser's answer, in JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    /// <summary>The key to take away; null: one is added.</summary>
    [BindProperty]
    public Guid? Remove { get; set; }

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<Passkeys.Passkey> Keys { get; private set; } = [];

    public bool MayAdd => Keys.Count < Most;

    [TempData]
    public string? Message { get; set; }

    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    /// <summary>What the script asks the browser for.</summary>
    public async Task<IActionResult> OnGetOptionsAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        return Content(await asking.AskForNewAsync(HttpContext, Account), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        if (await passwords.ProblemAsync(Account, Password, stop) is { } wrong)
            return Refuse(nameof(Password), wrong);
        return Remove is { } id ? await RemoveAsync(id, stop) : await AddAsync(stop);
    }

    private async Task<IActionResult> AddAsync(CancellationToken stop)
    {
        var name = (Name ?? "").Trim();
        if (name.Length is 0 or > Passkeys.Passkey.LongestName || name.Any(char.IsControl))
            return Refuse(nameof(Name), new("请给电子钥匙起个名字，最多 40 个字", "Please give the key a name, 40 characters at most"));
        if (!MayAdd)
            throw new Refused(new($"最多登记 {Most} 把电子钥匙", $"{Most} keys at most"));
        var (info, problem) = await asking.JudgeNewAsync(HttpContext, Account, Credential);
        if (info is null)
            return Refuse(nameof(Name), problem!);
        var process = NewProcess("AddingPasskey");
        db.Add(new Passkeys.Passkey(Account, info, name, process.Now));
        process.Record("PasskeyAdded", "account", Account.Id);
        if (Account.Kind == AccountKind.Officer)
            Account.TwoFactorEnabled = true; // from now on the password alone opens nothing
        try
        {
            await db.SaveAsync(process, stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            return Refuse(nameof(Name), new("这把电子钥匙已经登记过", "This key is registered already"));
        }
        Message = texts["电子钥匙已登记，下次可以直接用它登录", "The key is registered; you can sign in with it next time"];
        return Redirect(Links.Passkeys);
    }

    private async Task<IActionResult> RemoveAsync(Guid id, CancellationToken stop)
    {
        if (Keys.FirstOrDefault(k => k.Id == id) is not { } key)
            return NotFound();
        var process = NewProcess("RemovingPasskey");
        db.Remove(key);
        process.Record("PasskeyRemoved", "account", Account.Id);
        if (Keys.Count == 1 && await factors.FindAsync(Account.Id, stop) is null)
            Account.TwoFactorEnabled = false;
        await db.SaveAsync(process, stop);
        Message = texts["电子钥匙已移除", "The key is removed"];
        return Redirect(Links.Passkeys);
    }

    private PageResult Refuse(string control, LocalizedText problem) => AskAgain(new ErrorLine(control, texts[problem]));

    private Process NewProcess(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);

    private async Task ReadAsync(CancellationToken stop)
    {
        Account = await db.Accounts.SingleAsync(a => a.Id == visitor.AccountId, stop);
        Keys = await db.PasskeysOf(Account.Id).ToListAsync(stop);
    }
}
