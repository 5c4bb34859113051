using System.Security.Claims;

namespace Beian.Web.Web;

/// <summary>What the frame of a page asks about who is signed in; everything else is in Account.</summary>
public static class SignedIn
{
    /// <summary>The claim with the side of the counter (AccountKind).</summary>
    public const string KindClaim = "kind";

    private const string EnterpriseKind = "Enterprise";

    /// <summary>Whether an enterprise is signed in.</summary>
    public static bool IsEnterprise(this ClaimsPrincipal user) => user.HasClaim(KindClaim, EnterpriseKind);
}
