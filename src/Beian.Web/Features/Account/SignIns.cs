using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>What came of a name and a password.</summary>
/// <param name="Account">Who is signed in; null: nobody, name or password is wrong.</param>
/// <param name="LockedUntil">Until when nobody may try this name here.</param>
/// <param name="IsHalf">The password was right, and a second factor is to be shown before anybody is signed in.</param>
/// <param name="IsBusy">Too many sign in at this moment; nothing was looked at.</param>
public sealed record SignInOutcome(Account? Account, DateTime? LockedUntil = null, bool IsHalf = false, bool IsBusy = false);

/// <summary>Begins and ends sessions.</summary>
public sealed class SignIns(
    AppDb db,
    WriteGate gate,
    Cookies cookies,
    KnownDevices devices,
    SignInFailures failures,
    Passwords passwords,
    FindCodeHolders findCodeHolders,
    Greetings greetings,
    Settings settings,
    TimeProvider clock
)
{
    /// <summary>进出口企业代码.</summary>
    private const int CodeLength = 13;

    // Whom the request's name means: asked for before a captcha and at the try.
    private (AccountKind Kind, string Name, Account? Account)? _named;

    /// <summary>Whether a try with this name from here has to bring a captcha when it is asked for only after failures.</summary>
    public async Task<bool> IsSuspectAsync(HttpContext http, AccountKind kind, string userName, CancellationToken stop)
    {
        var account = await FindAsync(kind, userName, stop);
        return (await failures.OfAsync(SubjectsOf(http, kind, userName, account), stop)).Count >= 2;
    }

    /// <summary>Signs in whoever knows the password. Unknown names, wrong passwords and accounts of the other kind get the same answer.</summary>
    public async Task<SignInOutcome> TryAsync(HttpContext http, AccountKind kind, string userName, string password, CancellationToken stop)
    {
        var account = await FindAsync(kind, userName, stop);
        var subjects = SubjectsOf(http, kind, userName, account);
        if ((await failures.OfAsync(subjects, stop)).LockedUntil is { } locked)
            return new(null, locked);

        if (await passwords.CompareAsync(account, password, stop) is not var (isRight, better))
            return new(null, IsBusy: true);
        if (account is null || !isRight)
            return new(null, await FailAsync(http, subjects, account, stop));
        // Many guesses at once all begin unlocked; one that is right counts only if the others have not locked the name meanwhile.
        if ((await failures.OfAsync(subjects, stop)).LockedUntil is { } lockedMeanwhile)
            return new(null, lockedMeanwhile);

        await failures.ClearAsync(subjects[0], stop);
        if (better is not null && !account.MustChangePassword)
            account.Rehash(better);
        if (account.TwoFactorEnabled)
            return new(account, IsHalf: true);
        await SignInAsync(http, account, stop);
        return new(account);
    }

    /// <summary>Signs in an account that has just proved itself (or has just been made) in this browser, in a transaction of its own.</summary>
    /// <param name="account">Tracked by the request's database.</param>
    public async Task SignInAsync(HttpContext http, Account account, CancellationToken stop)
    {
        var process = NewProcess("SigningIn", ActorOf(http, account));
        var replaced = await ReplaceAsync(http, account, process, stop);
        var key = await BeginAsync(http, account, process, stop);
        await db.SaveAsync(process, stop);
        Keep(http, account, key);
        greetings.Leave(http, account, replaced);
    }

    /// <summary>Where somebody goes who has just signed in: where he or she was going, unless a new password has to be chosen first.</summary>
    public string DestinationOf(Account account, string? returnUrl)
    {
        var office = account.Kind == AccountKind.Officer;
        if (account.NeedsNewPassword(clock.GetUtcNow().UtcDateTime, office ? settings.OfficerPasswordDays : 0))
            return Links.AccountPassword;
        var fits = LocalPath.IsLocal(returnUrl) && returnUrl!.StartsWith(Links.Office, StringComparison.Ordinal) == office;
        return fits ? returnUrl!
            : office ? Links.Office
            : Links.Workbench;
    }

    /// <summary>A new session within the transaction of <paramref name="process"/>.</summary>
    /// <returns>The key to <see cref="Keep"/> in the browser once the transaction is through.</returns>
    internal async Task<string> BeginAsync(HttpContext http, Account account, Process process, CancellationToken stop)
    {
        using (await gate.EnterAsync(stop))
            await db.Sessions.Where(s => s.ExpiresAt < process.Now).ExecuteDeleteAsync(stop);
        // A session of this browser ends with the next: its key is never carried over.
        if (http.Request.Cookies[cookies.Session] is { Length: > 0 } former)
        {
            var hash = Session.Hash(former);
            db.RemoveRange(await db.Sessions.Where(s => s.KeyHash == hash).ToListAsync(stop));
        }

        var key = Session.NewKey();
        db.Add(new Session(account, key, process.Actor.Address, http.Request.Headers.UserAgent.ToString(), process.Now));
        account.SignedIn(process.Actor.Address, Session.Shorten(http.Request.Headers.UserAgent.ToString()), process.Now);
        process.Record("SignedIn", "account", account.Id);
        return key;
    }

    /// <summary>An officer has one session, where the settings say so: the newer ends the older, and both are told.</summary>
    /// <returns>The session that ended; null: none did.</returns>
    private async Task<Session?> ReplaceAsync(HttpContext http, Account account, Process process, CancellationToken stop)
    {
        if (account.Kind != AccountKind.Officer || !settings.OfficersHaveOneSession)
            return null;
        var former = http.Request.Cookies[cookies.Session] is { Length: > 0 } key ? Session.Hash(key) : null;
        var alive = process.Now - Session.Idle(account.Kind);
        var others = await db
            .Sessions.Where(s => s.AccountId == account.Id && s.ReplacedAt == null && s.KeyHash != former)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(stop);
        var by = $"{BrowserName.Of(http.Request.Headers.UserAgent.ToString())} {process.Actor.Address}".Trim();
        foreach (var other in others)
            other.Replace(by, process.Now);
        // One that was idle too long, or over, had ended by itself.
        var replaced = others.Find(s => s.SeenAt > alive && s.ExpiresAt > process.Now);
        if (replaced is not null)
            process.Record("SessionReplaced", "account", account.Id);
        return replaced;
    }

    internal void Keep(HttpContext http, Account account, string key)
    {
        http.Response.Cookies.Append(cookies.Session, key, cookies.Options());
        devices.Remember(http, account.Id);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task SignOutAsync(HttpContext http, Visitor visitor, CancellationToken stop)
    {
        if (visitor is { AccountId: { } account, SessionId: { } session })
        {
            var process = NewProcess("SigningOut", visitor.Actor);
            process.Record("SignedOut", "account", account);
            db.RemoveRange(await db.Sessions.Where(s => s.Id == session).ToListAsync(stop));
            await db.SaveAsync(process, stop);
        }
        http.Response.Cookies.Delete(cookies.Session, cookies.Options());
    }

    private async Task<Account?> FindAsync(AccountKind kind, string userName, CancellationToken stop)
    {
        if (_named is not var (known, name, _) || known != kind || name != userName)
            _named = (kind, userName, await ReadAsync(kind, userName, stop));
        return _named.Value.Account;
    }

    /// <summary>By user name; else by the confirmed e-mail address, or the code an authority confirmed, of one account alone.</summary>
    private async Task<Account?> ReadAsync(AccountKind kind, string userName, CancellationToken stop)
    {
        var normalized = userName.ToUpperInvariant();
        var accounts = db.Accounts.Where(a => a.Kind == kind && a.SuspendedAt == null);
        if (await accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalized, stop) is { } named)
            return named;
        if (normalized.Contains('@'))
            return await OnlyAsync(accounts.Where(a => a.NormalizedEmail == normalized && a.EmailConfirmed), stop);
        if (kind != AccountKind.Enterprise || normalized.Length != CodeLength || !normalized.All(char.IsAsciiLetterOrDigit))
            return null;
        var holders = await findCodeHolders(db, normalized, stop);
        return await OnlyAsync(accounts.Where(a => holders.Contains(a.Id)), stop);
    }

    /// <summary>The account, where it is the only one: what several share says not who somebody is.</summary>
    private static async Task<Account?> OnlyAsync(IQueryable<Account> accounts, CancellationToken stop) =>
        await accounts.Take(2).ToListAsync(stop) is [var only] ? only : null;

    /// <summary>The name (or the account at this known device) first, then the address, which a known device does not share.</summary>
    private List<string> SubjectsOf(HttpContext http, AccountKind kind, string userName, Account? account)
    {
        if (account is not null && devices.Find(http, account.Id) is { } device)
            return [failures.OfDevice(device, account.Id)];
        // Whatever it was called by: three names are not three times as many tries.
        var name = failures.OfName(kind, account?.NormalizedUserName ?? userName.ToUpperInvariant());
        return SignInFailures.OfAddress(http.Connection.RemoteIpAddress) is { } address ? [name, address] : [name];
    }

    /// <summary>Counts a failure. Of a flood the trail keeps the first failure and each lock, not every try.</summary>
    private async Task<DateTime?> FailAsync(HttpContext http, List<string> subjects, Account? account, CancellationToken stop)
    {
        var process = NewProcess("SigningIn", new(null, "", Visitor.AddressOf(http)));
        if (account is not null)
            using (await gate.EnterAsync(stop))
                await db
                    .Accounts.Where(a => a.Id == account.Id)
                    .ExecuteUpdateAsync(a => a.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount + 1), stop);
        foreach (var subject in subjects)
        {
            var (count, locked) = await failures.AddAsync(subject, stop);
            if (subject != subjects[0])
            {
                if (locked)
                    process.Record("AddressLocked", "address", Guid.Empty, new { count });
            }
            else if (account is not null && (locked || count == 1))
                process.Record(locked ? "SignInLocked" : "SignInFailed", "account", account.Id, new { count });
        }
        if (process.Events.Count > 0)
            await db.SaveAsync(process, stop);
        return (await failures.OfAsync(subjects, stop)).LockedUntil;
    }

    private Process NewProcess(string name, Actor actor) => new(name, actor, clock.GetUtcNow().UtcDateTime);

    private static Actor ActorOf(HttpContext http, Account account) => new(account.Id, account.DisplayName, Visitor.AddressOf(http));
}
