using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;

namespace Beian.Web.Features.Account.Factors;

/// <summary>An officer who must have a second factor and has none goes nowhere before adding one.</summary>
public static class FactorDuty
{
    /// <summary>Where a factor is added, and what comes before that.</summary>
    private static readonly string[] _open = [Links.Authenticator, Links.Passkeys, Links.AccountPassword];

    public static void UseFactorDuty(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    !http.User.HasClaim(c => c.Type == Visitor.MustAddFactorClaim)
                    || _open.Any(path => http.Request.Path.StartsWithSegments(path))
                    || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
                )
                    return next(http);
                http.Response.Redirect(Links.Authenticator);
                return Task.CompletedTask;
            }
        );
}
