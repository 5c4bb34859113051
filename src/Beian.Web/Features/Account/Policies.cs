using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Beian.Web.Features.Account;

/// <summary>Who may enter which room. What no rule names needs a sign-in.</summary>
public static class Policies
{
    /// <summary>A signed-in enterprise.</summary>
    public const string Enterprise = nameof(Enterprise);

    /// <summary>A signed-in officer.</summary>
    public const string Officer = nameof(Officer);

    /// <summary>An officer who looks after officers, offices and the calendar (系统管理).</summary>
    public const string Administrator = nameof(Administrator);

    /// <summary>A signed-in enterprise, or somebody with a draft that has no account yet. Whose draft it is the page itself asks.</summary>
    public const string Filer = nameof(Filer);

    public static void AddPolicies(this IServiceCollection services) =>
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Enterprise, p => p.RequireClaim(Visitor.KindClaim, nameof(AccountKind.Enterprise)))
            .AddPolicy(Officer, p => p.RequireClaim(Visitor.KindClaim, nameof(AccountKind.Officer)))
            .AddPolicy(Administrator, p => p.RequireClaim(Visitor.RoleClaim, nameof(OfficerRole.Administrator)))
            .AddPolicy(Filer, p => p.RequireAssertion(IsFiler))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

    /// <summary>The rule of each folder of pages.</summary>
    public static void AddRules(this PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Office", Officer);
        foreach (var folder in new[] { "/Office/Officers", "/Office/Authorities" })
            pages.AuthorizeFolder(folder, Administrator);
        foreach (var page in new[] { "/Office/Holidays", "/Office/Log" })
            pages.AuthorizePage(page, Administrator);
        pages.AuthorizeFolder("/Workbench", Enterprise);
        pages.AuthorizeFolder("/Enterprise", Enterprise);
        pages.AuthorizeFolder("/Messages", Enterprise);
        pages.AuthorizeFolder("/Appointments", Enterprise);
        pages.AuthorizeFolder("/Filings", Filer);
        pages.AuthorizeFolder("/Tickets");
        pages.AuthorizeFolder("/Account");
        foreach (
            var page in new[]
            {
                "/Account/SignIn",
                "/Account/OfficeSignIn",
                "/Account/SignOut",
                "/Account/EmailConfirmation",
                "/Account/PasswordReset",
                "/Account/NewPassword",
                "/Account/OneTimeCode",
                "/Account/UserNames",
                "/Account/SecondFactor",
                "/Account/Passkey",
                "/Account/New",
                "/Account/Registration",
            }
        )
            pages.AllowAnonymousToPage(page);
        pages.AllowAnonymousToFolder("/Account/Platform");
        pages.AllowAnonymousToFolder("/Enterprise/Invitations");
        pages.AllowAnonymousToPage("/Enterprise/Access");
        foreach (var folder in new[] { "/Home", "/Help", "/Progress", "/Services", "/Register", "/Resets", "/Verify", "/Errors" })
            pages.AllowAnonymousToFolder(folder);
    }

    private static bool IsFiler(AuthorizationHandlerContext context) =>
        context.User.HasClaim(Visitor.KindClaim, nameof(AccountKind.Enterprise))
        || (
            context.Resource is HttpContext http
            && !context.User.HasClaim(c => c.Type == Visitor.KindClaim)
            && http.Request.Cookies.ContainsKey(http.RequestServices.GetRequiredService<Cookies>().Draft)
        );
}
