using Beian.Web.Data;
using Beian.Web.Features.Account.Factors;
using Beian.Web.Features.Account.Passkeys;
using Beian.Web.Features.Account.Platform;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>账号管理: the account, its e-mail and where it is signed in.</summary>
public sealed class IndexModel(
    AppDb db,
    Visitor visitor,
    EmailConfirmations confirmations,
    SecondFactors factors,
    Settings settings,
    TimeProvider clock,
    Texts texts
) : PageModel
{
    private const int SessionsShown = 50;
    private const int ActsShown = 10;

    public Account Account { get; private set; } = null!;

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    /// <summary>What authorities did to the account.</summary>
    public IReadOnlyList<Event> Acts { get; private set; } = [];

    public bool HasAuthenticator { get; private set; }

    /// <summary>Since when the national platform signs in to the account; null: it does not.</summary>
    public DateTime? PlatformSince { get; private set; }

    /// <summary>Whether the account may be joined to the national platform here.</summary>
    public bool MayJoinPlatform => settings.Platform.IsSet && Account.Kind == AccountKind.Enterprise;

    /// <summary>How many keys are registered.</summary>
    public int Keys { get; private set; }

    /// <summary>For which enterprise it acts; null for officers and for who has none.</summary>
    public Standing? Standing => visitor.OwnStanding;

    public Guid? ThisSession => visitor.SessionId;

    [TempData]
    public string? Message { get; set; }

    public Task OnGetAsync(CancellationToken stop) => ReadAsync(stop);

    /// <summary>Sends the link to the account's e-mail address again.</summary>
    public async Task<IActionResult> OnPostConfirmationAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        var process = NewProcess("SendingEmailConfirmation");
        if (!await confirmations.MayAskAsync(Account.Id, process.Now, stop))
            throw new Refused(
                new(
                    "今天已多次发送验证邮件，请明天再试，并查看垃圾邮件箱",
                    "Several links were sent today; look into your spam folder or try again tomorrow"
                )
            );
        confirmations.Ask(Account, process);
        await db.SaveAsync(process, stop);
        Message = texts["验证邮件已发送，请在三天内打开邮件中的链接", "A link is on its way; open it within three days"];
        return Redirect(Links.Account);
    }

    /// <summary>Ends a session of this account.</summary>
    public async Task<IActionResult> OnPostSessionAsync(Guid session, CancellationToken stop)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == session && s.AccountId == visitor.AccountId, stop) is not { } found)
            return NotFound();
        var process = NewProcess("EndingSession");
        process.Record("SessionEnded", "account", found.AccountId);
        db.Remove(found);
        await db.SaveAsync(process, stop);
        Message = texts["该登录已退出", "That session has ended"];
        return Redirect(Links.Account);
    }

    /// <summary>Ends every session of this account but this one.</summary>
    public async Task<IActionResult> OnPostOtherSessionsAsync(CancellationToken stop)
    {
        var others = await db.Sessions.Where(s => s.AccountId == visitor.AccountId && s.Id != visitor.SessionId).ToListAsync(stop);
        var process = NewProcess("EndingOtherSessions");
        process.Record("SessionsEnded", "account", visitor.AccountId!.Value, new { count = others.Count });
        db.RemoveRange(others);
        await db.SaveAsync(process, stop);
        Message = texts["其他登录已全部退出", "All other sessions have ended"];
        return Redirect(Links.Account);
    }

    /// <summary>From now on the national platform signs nobody in to this account.</summary>
    public async Task<IActionResult> OnPostPlatformAsync(CancellationToken stop)
    {
        await ReadAsync(stop);
        if (Account.PasswordHash is null && Keys == 0)
            throw new Refused(
                new(
                    "这个账号还没有密码或电子钥匙，解除绑定后将无法登录。请先设置密码",
                    "This account has neither password nor key; nothing else would sign in. Set a password first"
                )
            );
        var process = NewProcess("LeavingPlatform");
        process.Record("PlatformLeft", "account", Account.Id);
        db.RemoveRange(await db.Set<PlatformLink>().Where(l => l.AccountId == Account.Id).ToListAsync(stop));
        await db.SaveAsync(process, stop);
        Message = texts["已解除绑定国家政务服务平台账号", "The national platform no longer signs in to this account"];
        return Redirect(Links.Account);
    }

    private Process NewProcess(string name) => new(name, visitor.Actor, clock.GetUtcNow().UtcDateTime);

    private async Task ReadAsync(CancellationToken stop)
    {
        Account = await db.Accounts.SingleAsync(a => a.Id == visitor.AccountId, stop);
        HasAuthenticator = await factors.FindAsync(Account.Id, stop) is not null;
        PlatformSince = await db.Set<PlatformLink>()
            .Where(l => l.AccountId == Account.Id)
            .Select(l => (DateTime?)l.LinkedAt)
            .FirstOrDefaultAsync(stop);
        Keys = await db.PasskeysOf(Account.Id).CountAsync(stop);
        Acts = await db.ActsOn(Account.Id).Take(ActsShown).ToListAsync(stop);
        var earliest = clock.GetUtcNow().UtcDateTime - Session.Idle(Account.Kind);
        Sessions = await db
            .Sessions.AsNoTracking()
            .Where(s => s.AccountId == Account.Id && s.SeenAt > earliest && s.ReplacedAt == null)
            .OrderByDescending(s => s.SeenAt)
            .Take(SessionsShown)
            .ToListAsync(stop);
    }
}
