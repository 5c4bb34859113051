using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>编辑: the form of a filing that is there.</summary>
[AllowAnonymous, ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class FormModel(FormServices services) : FormPage(services)
{
    public async Task<IActionResult> OnGetAsync(Guid id, string? done, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } filing)
            return await NotSeenAsync(id, Links.FilingForm(id), stop);
        if (!filing.IsEditable || !Services.Filer.MayFile)
            return Redirect(Links.Filing(id));
        var notice = done switch
        {
            "saved" => FormNotice.SavedDraft,
            "started" => FormNotice.Started,
            "open" => FormNotice.AlreadyOpen,
            "resubmitted" => FormNotice.Resubmitted,
            "unchanged" => FormNotice.Unchanged,
            "unsigned" => FormNotice.NeedsSignature(filing.Revision),
            _ => null,
        };
        View = await ViewAsync(filing, Services.Catalogue.PackOf(filing), null, filing.Version, notice, null, [], stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } filing)
            return Services.Filer.IsSignedIn ? await OutOfReachAsync(id, stop) : await StashAsync(id, stop);
        var pack = Services.Catalogue.PackOf(filing);
        var (form, refusal) = await ReadAsync(pack, stop);
        return form is null ? refusal! : await PostAsync(filing, pack, form, stop);
    }

    private async Task<IActionResult> OutOfReachAsync(Guid id, CancellationToken stop)
    {
        var (form, refusal) = await ReadAsync(null, stop);
        return form is null ? refusal! : await OutOfReachAsync(form, id, stop);
    }

    /// <summary>Nobody is signed in any more: the typing is kept for the account the form was made for, and the sign-in comes up.</summary>
    private async Task<IActionResult> StashAsync(Guid id, CancellationToken stop)
    {
        var (form, refusal) = await ReadAsync(null, stop);
        if (form is null)
            return refusal!;
        if (
            Services.Stashes.OwnerIn(form.Fields["seal"].ToString(), id) is { } owner
            && await Db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.OwnerId != null, stop) is { } filing
        )
        {
            var typed = form.AnswersTo(Services.Catalogue.PackOf(filing));
            await Services.Stashes.KeepAsync(
                new(id, filing.Service, filing.AuthorityId, filing.Route, form.Version, typed.ToJson(), Services.Filer.Now),
                owner,
                stop
            );
        }
        return Redirect(Links.SignIn(Links.FilingForm(id)));
    }
}
