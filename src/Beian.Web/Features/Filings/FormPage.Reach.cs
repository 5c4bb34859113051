using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>Whose filing a form is of: nothing typed for one enterprise is saved for another.</summary>
public abstract partial class FormPage
{
    /// <summary>A filing the visitor sees, to be changed; null: there is none.</summary>
    protected Task<Filing?> FindAsync(Guid id, CancellationToken stop) =>
        Db.FilingsVisibleTo(services.Filer).SingleOrDefaultAsync(f => f.Id == id, stop);

    /// <summary>What is answered instead of the form of a filing the visitor does not see: the way to the mandate by which it would be seen.</summary>
    /// <param name="here">Where one goes on from there.</param>
    protected async Task<IActionResult> NotSeenAsync(Guid id, string here, CancellationToken stop)
    {
        if (!services.Filer.IsSignedIn)
            return Challenge();
        return await Db.FindMandateForAsync(services.Filer, id, stop) is { } mandate
            ? Redirect(Links.EnterpriseMandate(mandate, here))
            : NotFound();
    }

    /// <summary>Whether the visitor acts for the enterprise a form was made for; one made before anybody signed in is for whoever does.</summary>
    protected bool IsForThisEnterprise(PostedForm form, Guid id) =>
        services.Filer.EnterpriseId is not { } acting
        || services.Stashes.EnterpriseIn(form.Fields["seal"].ToString(), id) is not { } enterprise
        || enterprise == acting;

    /// <summary>A form that was made for this account, which may not save it any more: the mandate ended, or it switched. For anybody else there is no such filing.</summary>
    protected async Task<IActionResult> OutOfReachAsync(PostedForm form, Guid id, CancellationToken stop) =>
        IsMadeForVisitor(form, id)
        && await Db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.OwnerId != null, stop) is { } filing
            ? await NotKeptAsync(filing, services.Catalogue.PackOf(filing), form, Filer.NotWithin, stop)
            : NotFound();
}
