using Beian.Definitions.Packs;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Workbench.Applications;

/// <summary>
/// 完善用户信息, the third step: the form of the profile, which is a filing like any other. 保存并下一步 sends it to the authority that confirms it.
/// </summary>
[AllowAnonymous, ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class ProfileModel(FormServices services, Entrances entrances, Portal portal) : FormPage(services)
{
    public Application Application { get; private set; } = null!;

    protected override FormNotice NotSubmitted => FormNotice.StepNotDone;

    private string Here => Links.ApplicationPage(Application.Code, "profile");

    public async Task<IActionResult> OnGetAsync(string application, string? done, CancellationToken stop)
    {
        var (filing, refusal) = await FindAsync(application, stop);
        if (filing is null)
            return refusal!;
        var notice = done switch
        {
            "saved" => FormNotice.SavedDraft,
            "unchanged" => FormNotice.Unchanged,
            "resubmitted" => FormNotice.Resubmitted,
            _ => null,
        };
        View = await ViewAsync(filing, Services.Catalogue.PackOf(filing), null, filing.Version, notice, null, [], stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string application, CancellationToken stop)
    {
        if (!Services.Filer.IsSignedIn && portal.FindApplication(application) is { } left)
            return await StashAsync(left, stop);
        var (filing, refusal) = await FindAsync(application, stop);
        var (form, unread) = await ReadAsync(filing is null ? null : Services.Catalogue.PackOf(filing), stop);
        if (form is null)
            return refusal ?? unread!;
        // The address names the application, the form its filing: since it was made the visitor may have turned to another enterprise, ...
        if (!IsForThisEnterprise(form, form.Id))
            return await OutOfReachAsync(form, form.Id, stop);
        if (filing is null)
            return refusal!;
        // ... or chosen another user type.
        filing = form.Id == filing.Id ? filing : await FindAsync(form.Id, stop) ?? filing;
        return await PostAsync(filing, Services.Catalogue.PackOf(filing), form, stop);
    }

    protected override FormPlaces PlacesOf(Guid id) =>
        new(Here, Links.ApplicationPage(Application.Code, "registered"), Links.ApplicationPage(Application.Code, "user"));

    /// <summary>The profile that is being filled in, to be changed; or where to go instead.</summary>
    private async Task<(Filing? Filing, IActionResult? Refusal)> FindAsync(string application, CancellationToken stop)
    {
        if (!Services.Filer.IsSignedIn)
            return (null, Challenge());
        if (await entrances.FindAsync(application, stop) is not { } entrance)
            return (null, NotFound());
        Application = entrance.Application;
        if (entrance.Standing?.Open is not { } open)
            return (null, Redirect(entrance.Next));
        // A change begins with what was confirmed and has its own page.
        if (open.EntryId is not null)
            return (null, Redirect(Links.FilingForm(open.Id)));
        return await Db.FilingsVisibleTo(Services.Filer).SingleOrDefaultAsync(f => f.Id == open.Id, stop) is { } filing
            ? (filing, null)
            : (null, NotFound());
    }

    /// <summary>Nobody is signed in any more: the typing is kept for the account the form was made for, and the sign-in comes up.</summary>
    private async Task<IActionResult> StashAsync(Application application, CancellationToken stop)
    {
        Application = application;
        var (form, refusal) = await ReadAsync(null, stop);
        if (form is null)
            return refusal!;
        if (
            Services.Stashes.OwnerIn(form.Fields["seal"].ToString(), form.Id) is { } owner
            && await Db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == form.Id && f.OwnerId != null, stop) is { } filing
        )
        {
            var typed = form.AnswersTo(Services.Catalogue.PackOf(filing));
            var now = Services.Filer.Now;
            await Services.Stashes.KeepAsync(
                new(filing.Id, filing.Service, filing.AuthorityId, filing.Route, form.Version, typed.ToJson(), now),
                owner,
                stop
            );
            // Whoever filed by a mandate comes in for the own enterprise: the filing leads over the mandate.
            if (await Db.FindEnterpriseOfAsync(owner, stop) != filing.OwnerId)
                return Redirect(Links.SignIn(Links.FilingForm(filing.Id)));
        }
        return Redirect(Links.SignIn(Here));
    }
}
