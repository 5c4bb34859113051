using System.Globalization;
using System.Security.Claims;

namespace Beian.Web.Features.Account.Standings;

/// <summary>How the standing of a request's account travels in its claims: read with the session once, asked for by every page.</summary>
public static class StandingClaims
{
    private const string Enterprise = "enterprise";
    private const string EnterpriseName = "enterprise-name";
    private const string Role = "member-role";
    private const string Mandate = "mandate";
    private const string MandateServices = "mandate-services";
    private const string MandateLastDay = "mandate-last-day";
    private const string Principal = "principal";
    private const string PrincipalName = "principal-name";
    private const string MandateOver = "mandate-over";

    /// <param name="mandate">The one the session files by; null: none.</param>
    public static IEnumerable<Claim> Of(Standing own, Mandate? mandate, string? principalName, DateOnly today)
    {
        yield return new(Enterprise, $"{own.EnterpriseId}");
        yield return new(EnterpriseName, own.Name);
        yield return new(Role, $"{own.Role}");
        if (mandate is null)
            yield break;
        if (mandate.AgencyId != own.EnterpriseId || mandate.StateOn(today) != MandateState.InForce)
        {
            yield return new(MandateOver, principalName ?? "");
            yield break;
        }
        yield return new(Mandate, $"{mandate.Id}");
        yield return new(MandateServices, mandate.Services);
        yield return new(MandateLastDay, mandate.LastDay.ToString("O", CultureInfo.InvariantCulture));
        yield return new(Principal, $"{mandate.PrincipalId}");
        yield return new(PrincipalName, principalName ?? "");
    }

    extension(ClaimsPrincipal user)
    {
        /// <summary>The own enterprise, whether it acts for it now or by a mandate; null for officers and for who left the own enterprise and joined none.</summary>
        public Standing? FindOwnStanding() =>
            Guid.TryParse(user.FindFirst(Enterprise)?.Value, out var enterprise)
            && Enum.TryParse<MemberRole>(user.FindFirst(Role)?.Value, out var role)
                ? new(enterprise, user.FindFirst(EnterpriseName)?.Value ?? "", role)
                : null;

        /// <summary>For whom it acts now. By a mandate nobody looks after members.</summary>
        public Standing? FindStanding()
        {
            var own = user.FindOwnStanding();
            if (
                own is null
                || !Guid.TryParse(user.FindFirst(Mandate)?.Value, out var mandate)
                || !Guid.TryParse(user.FindFirst(Principal)?.Value, out var principal)
            )
                return own;
            return new(
                principal,
                user.FindFirst(PrincipalName)?.Value ?? "",
                own.Role == MemberRole.Reader ? MemberRole.Reader : MemberRole.Filer,
                new(
                    mandate,
                    own.Name,
                    Standings.Mandate.ReadServices(user.FindFirst(MandateServices)?.Value ?? ""),
                    DateOnly.ParseExact(user.FindFirst(MandateLastDay)!.Value, "O", CultureInfo.InvariantCulture)
                )
            );
        }

        /// <summary>Whose mandate was over while the session still filed by it; null: none was.</summary>
        public string? FindEndedPrincipal() => user.FindFirst(MandateOver)?.Value;
    }
}
