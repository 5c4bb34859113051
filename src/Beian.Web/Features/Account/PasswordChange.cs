using Microsoft.AspNetCore.Authorization;

namespace Beian.Web.Features.Account;

/// <summary>Who has a password that somebody else chose goes nowhere before choosing one.</summary>
public static class PasswordChange
{
    public const string Path = "/account/password";

    public static void UsePasswordChange(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                if (
                    !http.User.HasClaim(c => c.Type == Visitor.MustChangePasswordClaim)
                    || http.Request.Path == Path
                    || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
                )
                    return next(http);
                http.Response.Redirect(Path);
                return Task.CompletedTask;
            }
        );
}
