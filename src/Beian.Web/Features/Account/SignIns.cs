using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>What came of a name and a password.</summary>
/// <param name="Account">Who is signed in; null: nobody, name or password is wrong.</param>
/// <param name="LockedUntil">Until when nobody may try this name here.</param>
public sealed record SignInOutcome(Account? Account, DateTime? LockedUntil = null);

/// <summary>Begins and ends sessions.</summary>
public sealed class SignIns(
    AppDb db,
    WriteGate gate,
    Cookies cookies,
    KnownDevices devices,
    SignInFailures failures,
    IPasswordHasher<Account> hasher,
    TimeProvider clock
)
{
    /// <summary>What a password is compared with where there is no account: the answer takes the same time.</summary>
    private static string? _nobodysHash;

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

        var verdict = Verify(account, password);
        if (account is null || verdict == PasswordVerificationResult.Failed)
            return new(null, await FailAsync(http, subjects, account, stop));
        // Many guesses at once all begin unlocked; one that is right counts only if the others have not locked the name meanwhile.
        if ((await failures.OfAsync(subjects, stop)).LockedUntil is { } lockedMeanwhile)
            return new(null, lockedMeanwhile);

        await failures.ClearAsync(subjects[0], stop);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded && !account.MustChangePassword)
            account.SetPassword(hasher.HashPassword(account, password));
        await SignInAsync(http, account, stop);
        return new(account);
    }

    /// <summary>Signs in an account that has just proved itself (or has just been made) in this browser, in a transaction of its own.</summary>
    /// <param name="account">Tracked by the request's database.</param>
    public async Task SignInAsync(HttpContext http, Account account, CancellationToken stop)
    {
        var process = NewProcess("SigningIn", ActorOf(http, account));
        var key = await BeginAsync(http, account, process, stop);
        await db.SaveAsync(process, stop);
        Keep(http, account, key);
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
        account.SignedIn(process.Actor.Address, process.Now);
        process.Record("SignedIn", "account", account.Id);
        return key;
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
        var normalized = userName.ToUpperInvariant();
        return await db.Accounts.SingleOrDefaultAsync(
            a => a.NormalizedUserName == normalized && a.Kind == kind && a.SuspendedAt == null,
            stop
        );
    }

    /// <summary>The name (or the account at this known device) first, then the address, which a known device does not share.</summary>
    private List<string> SubjectsOf(HttpContext http, AccountKind kind, string userName, Account? account)
    {
        if (account is not null && devices.Find(http, account.Id) is { } device)
            return [failures.OfDevice(device, account.Id)];
        var name = failures.OfName(kind, userName.ToUpperInvariant());
        return SignInFailures.OfAddress(http.Connection.RemoteIpAddress) is { } address ? [name, address] : [name];
    }

    private PasswordVerificationResult Verify(Account? account, string password)
    {
        var known = account ?? Account.ForEnterprise("nobody", "", "", default);
        _nobodysHash ??= hasher.HashPassword(known, Session.NewKey());
        return hasher.VerifyHashedPassword(known, account?.PasswordHash ?? _nobodysHash, password);
    }

    /// <summary>Counts a failure. Of a flood the trail keeps the first failure and each lock, not every try.</summary>
    private async Task<DateTime?> FailAsync(HttpContext http, List<string> subjects, Account? account, CancellationToken stop)
    {
        var process = NewProcess("SigningIn", new(null, "", Visitor.AddressOf(http)));
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
