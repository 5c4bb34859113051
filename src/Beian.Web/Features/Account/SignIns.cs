using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Account;

/// <summary>Begins and ends sessions.</summary>
public sealed class SignIns(AppDb db, WriteGate gate, Cookies cookies, TimeProvider clock)
{
    /// <summary>Signs in an account that has just proved itself (or has just been made) in this browser, in a transaction of its own.</summary>
    /// <param name="account">Tracked by the request's database.</param>
    public async Task SignInAsync(HttpContext http, Account account, CancellationToken stop)
    {
        var process = new Process("SigningIn", ActorOf(http, account), clock.GetUtcNow().UtcDateTime);
        var key = await BeginAsync(http, account, process, stop);
        await db.SaveAsync(process, stop);
        Keep(http, key);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task SignOutAsync(HttpContext http, Visitor visitor, CancellationToken stop)
    {
        if (visitor is { AccountId: { } account, SessionId: { } session })
        {
            var process = new Process("SigningOut", visitor.Actor, clock.GetUtcNow().UtcDateTime);
            process.Record("SignedOut", "account", account);
            db.RemoveRange(await db.Sessions.Where(s => s.Id == session).ToListAsync(stop));
            await db.SaveAsync(process, stop);
        }
        http.Response.Cookies.Delete(cookies.Session, cookies.Options());
    }

    /// <summary>A new session within the transaction of <paramref name="process"/>; any former one of this browser ends with it.</summary>
    /// <returns>The key to <see cref="Keep"/> in the browser once the transaction is through.</returns>
    internal async Task<string> BeginAsync(HttpContext http, Account account, Process process, CancellationToken stop)
    {
        using (await gate.EnterAsync(stop))
            await db.Sessions.Where(s => s.ExpiresAt < process.Now).ExecuteDeleteAsync(stop);
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

    internal void Keep(HttpContext http, string key) => http.Response.Cookies.Append(cookies.Session, key, cookies.Options());

    internal static Actor ActorOf(HttpContext http, Account account) => new(account.Id, account.DisplayName, Visitor.AddressOf(http));
}
