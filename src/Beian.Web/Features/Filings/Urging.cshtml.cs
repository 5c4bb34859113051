using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings;

/// <summary>催办, from the filing's page or from where it stops something else.</summary>
public sealed class UrgingModel(AppDb db, Filer filer, Catalogue.Catalogue catalogue, AuthorityTree authorities, Urges urges)
    : FilingPage(db, filer, catalogue, authorities)
{
    public IActionResult OnGet(Guid id) => Redirect(Links.Filing(id));

    /// <param name="back">Where it was pressed; the filing's page unless told.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string? back, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        await urges.UrgeAsync(Filing, stop);
        return Redirect(LocalPath.IsLocal(back) ? back! : Links.Filing(id));
    }
}
