using System.Security.Claims;
using System.Text.Encodings.Web;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Account;

/// <summary>
/// Who is behind a request: the session cookie's key is looked up with its account, once a request. What the account is now
/// counts, not what it was at sign-in, and an ended session is over at once.
/// </summary>
public sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Cookies cookies,
    WriteGate gate,
    Settings settings,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[cookies.Session] is not { Length: > 0 and < 100 } key)
            return AuthenticateResult.NoResult();
        // Only here: who brings no cookie needs no database.
        var db = Context.RequestServices.GetRequiredService<AppDb>();
        var hash = Session.Hash(key);
        var now = clock.GetUtcNow().UtcDateTime;
        // Not the named sets: an expression tree takes no extension property.
        var (members, accounts, mandates) = (db.Members, db.Accounts, db.Mandates);
        var found = await (
            from s in db.Sessions
            join a in db.Accounts on s.AccountId equals a.Id
            from m in members.Where(m => m.AccountId == a.Id && m.EndedAt == null).DefaultIfEmpty()
            from e in accounts.Where(e => e.Id == m.EnterpriseId).DefaultIfEmpty()
            from d in mandates.Where(d => d.Id == s.MandateId).DefaultIfEmpty()
            from p in accounts.Where(p => p.Id == d.PrincipalId).DefaultIfEmpty()
            where s.KeyHash == hash
            select new
            {
                s.Id,
                s.SeenAt,
                s.ExpiresAt,
                s.ReplacedAt,
                s.ReplacedBy,
                AccountId = a.Id,
                a.Kind,
                a.DisplayName,
                a.AuthorityId,
                a.MustChangePassword,
                a.PasswordChangedAt,
                a.TwoFactorEnabled,
                a.CreatedAt,
                a.Role,
                a.SuspendedAt,
                Enterprise = (Guid?)m.EnterpriseId,
                EnterpriseName = (string?)e.DisplayName,
                MemberRole = (MemberRole?)m.Role,
                Mandate = d,
                PrincipalName = (string?)p.DisplayName,
                HasLeft = m == null && members.Any(o => o.AccountId == a.Id && o.EnterpriseId == a.Id),
            }
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(Context.RequestAborted);
        if (found is null || found.SuspendedAt is not null || now >= found.ExpiresAt || now >= found.SeenAt + Session.Idle(found.Kind))
            return AuthenticateResult.NoResult();
        if (found.ReplacedAt is { } replacedAt)
        {
            Context.Items[typeof(Replacement)] = new Replacement(replacedAt, found.ReplacedBy ?? "");
            return AuthenticateResult.NoResult();
        }
        if (now >= found.SeenAt + Session.SeenPrecision)
            await SeeAsync(db, found.Id, now);

        var identity = new ClaimsIdentity(SchemeName, Visitor.NameClaim, null);
        identity.AddClaim(new(Visitor.AccountClaim, found.AccountId.ToString()));
        identity.AddClaim(new(Visitor.NameClaim, found.DisplayName));
        identity.AddClaim(new(Visitor.KindClaim, found.Kind.ToString()));
        identity.AddClaim(new(Visitor.SessionClaim, found.Id.ToString()));
        if (found.AuthorityId is { } authority)
            identity.AddClaim(new(Visitor.AuthorityClaim, authority));
        if (found.Kind == AccountKind.Enterprise && !found.HasLeft)
        {
            var own = new Standing(
                found.Enterprise ?? found.AccountId,
                found.EnterpriseName ?? found.DisplayName,
                found.MemberRole ?? MemberRole.Administrator
            );
            identity.AddClaims(StandingClaims.Of(own, found.Mandate, found.PrincipalName, ChinaTime.DateAt(now)));
        }
        if (found.Role is { } role)
            identity.AddClaim(new(Visitor.RoleClaim, role.ToString()));
        var days = found.Kind == AccountKind.Officer ? settings.OfficerPasswordDays : 0;
        if (found.MustChangePassword || (days > 0 && now >= (found.PasswordChangedAt ?? found.CreatedAt).AddDays(days)))
            identity.AddClaim(new(Visitor.MustChangePasswordClaim, "true"));
        if (found.Kind == AccountKind.Officer && !found.TwoFactorEnabled && settings.OfficerSecondFactor == SecondFactorPolicy.Required)
            identity.AddClaim(new(Visitor.MustAddFactorClaim, "true"));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    /// <summary>Nobody is signed in: to the sign-in of the half of the counter that was asked for; 401 for programs.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (Request.Path.StartsWithSegments("/api"))
            return Answer(StatusCodes.Status401Unauthorized);
        // A POST cannot be repeated by following a link; its page can be opened again.
        var back = Request.Path + (HttpMethods.IsGet(Request.Method) ? Request.QueryString.ToString() : "");
        Response.Redirect(IsOffice ? Links.OfficeSignIn(back) : $"/?returnUrl={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    /// <summary>Signed in but not entitled: what one may not see is not there. Only the door of the office says that it is one.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (!IsOffice || Request.Path != Links.Office)
            return Answer(StatusCodes.Status404NotFound);
        Response.Redirect(Links.OfficeSignIn());
        return Task.CompletedTask;
    }

    private bool IsOffice => Request.Path.StartsWithSegments(Links.Office);

    private Task Answer(int status)
    {
        Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private async Task SeeAsync(AppDb db, Guid session, DateTime now)
    {
        using var turn = await gate.EnterAsync(Context.RequestAborted);
        await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), Context.RequestAborted);
    }
}
