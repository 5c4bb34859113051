using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>A page about one filing of the visitor's. What is not visible is not there; who is not signed in is asked to.</summary>
[AllowAnonymous]
public abstract class FilingPage(AppDb db, Filer filer, Catalogue.Catalogue catalogue, AuthorityTree authorities) : AskingPage
{
    public Filing Filing { get; private set; } = null!;

    public Pack Pack { get; private set; } = null!;

    public Authority Authority => authorities[Filing.AuthorityId];

    /// <summary>Whether the visitor may do something about it, and not only look.</summary>
    public bool MayAct => filer.MayFile;

    /// <summary>Why it may only look.</summary>
    public Definitions.LocalizedText Hindrance => filer.Hindrance;

    protected AppDb Db => db;

    protected Filer Filer => filer;

    /// <summary>Finds the filing.</summary>
    /// <returns>What to answer instead of the page; null where the filing is the visitor's.</returns>
    protected async Task<IActionResult?> FindAsync(Guid id, CancellationToken stop)
    {
        if (await db.FilingsVisibleTo(filer).SingleOrDefaultAsync(f => f.Id == id, stop) is not { } filing)
        {
            if (!filer.IsSignedIn)
                return Challenge();
            return await db.FindMandateForAsync(filer, id, stop) is { } mandate
                ? Redirect(Links.EnterpriseMandate(mandate, HttpMethods.IsGet(Request.Method) ? Request.Path : null))
                : NotFound();
        }
        (Filing, Pack) = (filing, catalogue.PackOf(filing));
        return null;
    }
}
