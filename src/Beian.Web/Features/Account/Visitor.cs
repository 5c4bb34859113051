using System.Security.Claims;
using Beian.Web.Data;
using Beian.Web.Features.Account.Standings;

namespace Beian.Web.Features.Account;

/// <summary>When a session ended because its officer signed in elsewhere, and with which browser from where.</summary>
public sealed record Replacement(DateTime At, string By);

/// <summary>Who is behind this request, as pages need it. Read from the session's claims; asks no database.</summary>
public sealed class Visitor(IHttpContextAccessor http)
{
    public const string AccountClaim = ClaimTypes.NameIdentifier;
    public const string NameClaim = "name";
    public const string KindClaim = Web.SignedIn.KindClaim;
    public const string AuthorityClaim = "authority";
    public const string RoleClaim = "role";
    public const string SessionClaim = "session";
    public const string MustChangePasswordClaim = "must-change-password";

    public const string MustAddFactorClaim = "must-add-factor";

    public bool IsSignedIn => AccountId is not null;

    public Guid? AccountId => Guid.TryParse(Value(AccountClaim), out var id) ? id : null;

    public AccountKind? Kind => Enum.TryParse<AccountKind>(Value(KindClaim), out var kind) ? kind : null;

    /// <summary>The account's display name; empty when nobody is signed in.</summary>
    public string Name => Value(NameClaim) ?? "";

    /// <summary>For which enterprise the account acts now, and what it may do; null for officers and for who left the own enterprise and joined none.</summary>
    public Standing? Standing => http.HttpContext?.User.FindStanding();

    /// <summary>The same towards the own enterprise, though it may act for another now.</summary>
    public Standing? OwnStanding => http.HttpContext?.User.FindOwnStanding();

    /// <summary>Whose mandate was over while this session still filed by it; null: none was.</summary>
    public string? EndedPrincipal => http.HttpContext?.User.FindEndedPrincipal();

    /// <summary>An officer's authority; null for everybody else.</summary>
    public string? AuthorityId => Value(AuthorityClaim);

    /// <summary>Whether the officer may do 系统管理.</summary>
    public bool IsAdministrator => Value(RoleClaim) == nameof(OfficerRole.Administrator);

    /// <summary>Whether the officer has to add a second factor before anything else.</summary>
    public bool MustAddFactor => Value(MustAddFactorClaim) is not null;

    public Guid? SessionId => Guid.TryParse(Value(SessionClaim), out var id) ? id : null;

    /// <summary>The session this browser had, ended by a newer one of the same officer; null: none was.</summary>
    public Replacement? Replacement => http.HttpContext?.Items[typeof(Replacement)] as Replacement;

    /// <summary>The network address, IPv4 written as such.</summary>
    public string? Address => http.HttpContext is { } context ? AddressOf(context) : null;

    /// <summary>For the process of what the visitor does.</summary>
    public Actor Actor => new(AccountId, Name, Address, AuthorityId);

    /// <summary>The network address behind a request.</summary>
    public static string? AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? $"{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}" : null;

    private string? Value(string claim) => http.HttpContext?.User.FindFirst(claim)?.Value;
}
