using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings.Sheets;

/// <summary>A page with the sheets of one's own filing. Officers have their own under the office.</summary>
public abstract class SheetsPage(AppDb db, Filer filer, Visitor visitor, Catalogue.Catalogue catalogue, AuthorityTree authorities)
    : FilingPage(db, filer, catalogue, authorities)
{
    /// <summary>Finds the filing; officers are sent to <paramref name="office"/>.</summary>
    /// <returns>What to answer instead; null where the filing is the visitor's and its pack prints something.</returns>
    protected async Task<IActionResult?> FindAsync(Guid id, string office, CancellationToken stop)
    {
        if (visitor.Kind == AccountKind.Officer)
            return Redirect(office);
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        return Pack.Sheets.Count == 0 ? NotFound() : null;
    }
}
