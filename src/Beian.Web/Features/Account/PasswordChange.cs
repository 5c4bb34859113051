using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;

namespace Beian.Web.Features.Account;

/// <summary>Who has a password that somebody else chose goes nowhere before choosing one.</summary>
public static class PasswordChange
{
    public static void UsePasswordChange(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    !http.User.HasClaim(c => c.Type == Visitor.MustChangePasswordClaim)
                    || http.Request.Path == Links.AccountPassword
                    || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
                )
                    return next(http);
                http.Response.Redirect(Links.AccountPassword);
                return Task.CompletedTask;
            }
        );
}
