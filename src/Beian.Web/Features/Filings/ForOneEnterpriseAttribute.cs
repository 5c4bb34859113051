using Beian.Web.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Beian.Web.Features.Filings;

/// <summary>
/// For a page whose forms do something for the enterprise the visitor acts for, and name nothing that would tell which that was: what was typed for one is not
/// done for another, though the visitor turned to it in another window meanwhile. The forms of filings look themselves (<see cref="FormPage"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForOneEnterpriseAttribute : Attribute;

/// <summary>Writes into the token of every form for which enterprise it was made, and compares where <see cref="ForOneEnterpriseAttribute"/> asks for it.</summary>
public sealed class EnterpriseOfForm : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => Acting(context);

    /// <returns>True; a form of another enterprise is told apart from one that is merely old.</returns>
    /// <exception cref="Refused">The visitor acts for another enterprise now.</exception>
    public bool ValidateAdditionalData(HttpContext context, string additionalData)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<ForOneEnterpriseAttribute>() is not null
            && additionalData.Length > 0
            && additionalData != Acting(context)
        )
            throw new Refused(Filer.NotWithin);
        return true;
    }

    private static string Acting(HttpContext context) =>
        context.RequestServices.GetRequiredService<Filer>().EnterpriseId is { } enterprise ? enterprise.ToString("N") : "";
}
