using Beian.Web.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Beian.Web.Features.Account.Passkeys;

/// <summary>Keys answer for this site alone: for PublicUrl, or where none is set for the address the browser asked for.</summary>
internal sealed class PasskeyOrigin(Settings settings) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required"; // something one has, and knows or is: two factors
        options.ResidentKeyRequirement = "required"; // signs in without a name
        options.AttestationConveyancePreference = "none";
        if (Uri.TryCreate(settings.PublicUrl, UriKind.Absolute, out var site))
            options.ServerDomain = site.Host;
        options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context));
    }

    private bool IsOurs(PasskeyOriginValidationContext context)
    {
        var request = context.HttpContext.Request;
        var own = settings.PublicUrl.Length > 0 ? settings.PublicUrl : $"{request.Scheme}://{request.Host}";
        if (
            !context.CrossOrigin
            && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && Uri.TryCreate(own, UriKind.Absolute, out var site)
            && origin.GetLeftPart(UriPartial.Authority) == site.GetLeftPart(UriPartial.Authority)
        )
            return true;
        context.HttpContext.Items[typeof(PasskeyOrigin)] = context.Origin;
        return false;
    }
}
