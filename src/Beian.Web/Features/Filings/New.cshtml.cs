using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Authorities;
using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>The blank form. The filing's id is made with it, so that the same form sent twice makes one filing.</summary>
[AllowAnonymous, ReadsOwnForm, IgnoreAntiforgeryToken, RequestSizeLimit(FormReader.MaxRequest)]
public sealed class NewModel(FormServices services, SignIns signIns, ProfileGates gates) : FormPage(services)
{
    private Pack _pack = null!;
    private Authority _authority = null!;
    private Beian.Definitions.Packs.Route _route = null!;

    public async Task<IActionResult> OnGetAsync(string? service, string? authority, string? route, CancellationToken stop)
    {
        if (Services.Filer.IsSignedIn && Services.Filer.AccountId is null)
            return NotFound();
        // After a session ended while the first form was being typed, the sign-in leads here without a query.
        if (service is null && await Services.Stashes.FindAsync(Services.Filer.AccountId, null, stop) is { } stash)
            return Redirect(await BackToAsync(stash, stop));
        if (!Find(service, authority, route))
            return service is not null && Services.Catalogue.FindListed(service) is not null ? Redirect(Links.Start(service)) : NotFound();
        if (await gates.ClosedAsync(_pack, Services.Filer.EnterpriseId, Request.GetEncodedPathAndQuery(), stop) is { } gate)
            return new ViewResult
            {
                StatusCode = StatusCodes.Status409Conflict,
                ViewName = "/Features/Filings/_Gate.cshtml",
                ViewData = new ViewDataDictionary<(Pack, ProfileGate)>(ViewData, (_pack, gate)),
            };
        if (!Services.Filer.MayFile)
            throw new Refused(Services.Filer.Hindrance);
        if (!Services.Filer.Covers(_pack.Code))
            throw new Refused(Filer.NotWithin);
        if (Services.Filer.AccountId is null)
            Services.Keys.Ensure();
        var kept = await FindStashAsync(null, stop);
        if (kept is not null && (kept.Service != _pack.Code || await Db.Filings.AnyAsync(f => f.Id == kept.FilingId, stop)))
            kept = null;
        await ShowAsync(kept?.FilingId ?? Guid.CreateVersion7(), AnswerSet.Empty, null, null, [], stop, kept);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? service, string? authority, string? route, CancellationToken stop)
    {
        if ((Services.Filer.IsSignedIn && Services.Filer.AccountId is null) || !Find(service, authority, route))
            return NotFound();
        var (form, refusal) = await ReadAsync(_pack, stop);
        if (form is null)
            return refusal!;
        var id = form.Id == Guid.Empty ? Guid.CreateVersion7() : form.Id;
        if (!Services.Filer.IsSignedIn && Services.Stashes.OwnerIn(form.Fields["seal"].ToString(), id) is { } owner)
        {
            await Services.Stashes.KeepAsync(Kept(form, id) with { Answers = form.AnswersTo(_pack).ToJson() }, owner, stop);
            return Redirect(Links.SignIn(Links.NewFilingStashed));
        }

        if (!Services.Filer.MayFile || !IsWithin(form, id))
            return await NotKeptAsync(
                _pack,
                form,
                Kept(form, id),
                Services.Filer.MayFile ? Filer.NotWithin : Services.Filer.Hindrance,
                stop
            );
        if (await Db.Filings.AnyAsync(f => f.Id == id, stop))
            return await RepeatAsync(id, form, stop);
        if (!await Services.Antiforgery.IsRequestValidAsync(HttpContext))
            return await ReshowAsync(id, form, FormNotice.Stale, StatusCodes.Status400BadRequest, stop);
        return form.Action switch
        {
            "restore" when await FindStashAsync(id, stop) is { } stash => await RestoreAsync(stash, stop),
            "restore" or "discard" => await DiscardAsync(id, stop),
            "refresh" => await ReshowAsync(id, form, FormNotice.Refreshed, StatusCodes.Status200OK, stop),
            _ => await CreateAsync(id, form, stop),
        };
    }

    private bool Find(string? service, string? authority, string? route)
    {
        if (service is null || Services.Catalogue.FindListed(service) is not { Service.OpenForNew: true } pack)
            return false;
        if (pack.Service.Routes.FirstOrDefault(r => r.Code == route) is not { } way)
            return false;
        var office = pack.Service.ReviewedBy is not null
            ? Services.Territories.Undetermined
            : Services.Authorities.AcceptingOn(pack.Service, way).FirstOrDefault(a => a.Id == authority);
        if (office is null)
            return false;
        (_pack, _authority, _route) = (pack, office, way);
        return true;
    }

    /// <summary>Whether the visitor acts for the enterprise the form was made for, and in its service.</summary>
    private bool IsWithin(PostedForm form, Guid id) => Services.Filer.Covers(_pack.Code) && IsForThisEnterprise(form, id);

    /// <summary>As what the typing of a form is kept, but for the answers.</summary>
    private StashedForm Kept(PostedForm form, Guid id) =>
        new(
            id,
            _pack.Code,
            _authority.Id,
            _route.Code,
            0,
            "",
            Services.Filer.Now,
            Services.Stashes.EnterpriseIn(form.Fields["seal"].ToString(), id)
        );

    /// <summary>What is kept for the account and the enterprise it acts for now: what was typed for one is not offered for another.</summary>
    private async Task<StashedForm?> FindStashAsync(Guid? filing, CancellationToken stop) =>
        await Services.Stashes.FindAsync(Services.Filer.AccountId, filing, stop) is { } stash && IsForThisEnterprise(stash) ? stash : null;

    private bool IsForThisEnterprise(StashedForm stash) => stash.Enterprise is null || stash.Enterprise == Services.Filer.EnterpriseId;

    /// <summary>Where what is kept can be gone on with: typed by a mandate, over that mandate.</summary>
    private async Task<string> BackToAsync(StashedForm stash, CancellationToken stop)
    {
        if (IsForThisEnterprise(stash))
            return Links.NewFiling(stash.Service, stash.Authority, stash.Route);
        return await Db.FindMandateOfAsync(Services.Filer, stash.Enterprise!.Value, stash.Service, stop) is { } mandate
            ? Links.EnterpriseMandate(mandate, Links.NewFilingStashed)
            : Links.Workbench;
    }

    private async Task<IActionResult> CreateAsync(Guid id, PostedForm form, CancellationToken stop)
    {
        if (Services.Filer.AccountId is null && !_pack.Service.AccountByFiling)
            return Challenge();
        if (Services.Filer.AccountId is null && !Services.Limit.TryStart(HttpContext))
            return await ReshowAsync(id, form, FormNotice.Busy, StatusCodes.Status429TooManyRequests, stop);
        Saved saved;
        try
        {
            saved = await Services.Saving.CreateAsync(
                id,
                EntryOf(_pack, form, form.AnswersTo(_pack), withAccount: Services.Filer.AccountId is null),
                _authority,
                _route.Code,
                stop
            );
        }
        catch (DbUpdateException)
        {
            // A double click: the other request was first.
            Db.ChangeTracker.Clear();
            if (!await Db.Filings.AnyAsync(f => f.Id == id, stop))
                throw;
            return await RepeatAsync(id, form, stop);
        }
        if (Services.Filer.AccountId is { } account)
            await Services.Stashes.ForgetAsync(account, id, stop);
        return await AnswerAsync(saved, _pack, form, stop);
    }

    private async Task<IActionResult> RepeatAsync(Guid id, PostedForm form, CancellationToken stop) =>
        await Db.FilingsVisibleTo(Services.Filer).SingleOrDefaultAsync(f => f.Id == id, stop) is { } there
            ? await AgainAsync(there, form, stop)
            : await ProvenAsync(id, form, stop);

    /// <summary>The form arrives again and its filing is there: the first save counts, what differs is a conflict like any other.</summary>
    private async Task<IActionResult> AgainAsync(Filing filing, PostedForm form, CancellationToken stop)
    {
        if (filing.Service != _pack.Code)
            return NotFound();
        var saved = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, Services.Vault);
        if (filing.OwnerId is null || !Conflict.IsSame(_pack, form.AnswersTo(_pack), saved))
            return await PostAsync(filing, _pack, form, stop);
        return Redirect(filing.State == FilingState.Submitted ? Links.FilingSubmission(filing.Id) : Links.FilingSaved(filing.Id));
    }

    /// <summary>
    /// A double click on a form that makes an account: the second request left before the browser knew it was signed in.
    /// The account block itself proves whose filing it is; for anybody else the filing is not there.
    /// </summary>
    private async Task<IActionResult> ProvenAsync(Guid id, PostedForm form, CancellationToken stop)
    {
        var block = form.Account;
        var name = block.UserName.ToUpperInvariant();
        var recent = Services.Filer.Now.AddMinutes(-10);
        var filings = Db.Filings;
        var owner = await Db.Set<Account.Account>()
            .SingleOrDefaultAsync(
                a => a.NormalizedUserName == name && filings.Any(f => f.Id == id && f.OwnerId == a.Id && f.CreatedAt > recent),
                stop
            );
        if (owner is null)
            return NotFound();
        var outcome = await signIns.TryAsync(HttpContext, AccountKind.Enterprise, block.UserName, block.Password, stop);
        if (outcome.IsBusy)
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        return outcome.Account is null ? NotFound() : Redirect(Links.FilingSaved(id));
    }

    private async Task<IActionResult> RestoreAsync(StashedForm stash, CancellationToken stop)
    {
        await Services.Stashes.ForgetAsync(Services.Filer.AccountId!.Value, stash.FilingId, stop);
        await ShowAsync(stash.FilingId, Stashes.AnswersOf(stash), null, FormNotice.Restored, [], stop);
        return Page();
    }

    private async Task<IActionResult> DiscardAsync(Guid id, CancellationToken stop)
    {
        if (Services.Filer.AccountId is { } account)
            await Services.Stashes.ForgetAsync(account, id, stop);
        return Redirect(Links.NewFiling(_pack.Code, _authority.Id, _route.Code));
    }

    private async Task<IActionResult> ReshowAsync(Guid id, PostedForm form, FormNotice notice, int status, CancellationToken stop)
    {
        await ShowAsync(id, form.AnswersTo(_pack), form, notice, form.FileProblems, stop);
        Response.StatusCode = status;
        return Page();
    }

    private async Task ShowAsync(
        Guid id,
        AnswerSet typed,
        PostedForm? form,
        FormNotice? notice,
        IReadOnlyList<Problem> problems,
        CancellationToken stop,
        StashedForm? stash = null
    )
    {
        var (evaluation, context) = await Services.Judge.JudgeNewAsync(_pack, _route.Code, typed, [], Services.Filer.EnterpriseId, stop);
        View = new FormView
        {
            Pack = _pack,
            Id = id,
            PostTo = Links.NewFiling(_pack.Code, _authority.Id, _route.Code),
            Authority = _authority,
            Route = _route,
            Typed = typed,
            Evaluation = evaluation,
            Explanations = Evaluator.Explain(_pack, evaluation, context),
            Conversions = ConvertedFields.Of(Request, _pack, form?.AnswersTo(_pack)),
            Offices = FormView.OfficesFor(_pack, evaluation, Services.Authorities),
            Problems = problems,
            Account = Services.Filer.AccountId is null ? form?.Account ?? new("", "", "", "") : null,
            Seal = Services.Stashes.Seal(id, Services.Filer),
            Unknown = form?.UnknownTo(_pack) ?? [],
            Notice = notice,
            Stash = stash,
        };
    }
}
