using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Signing;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Filings;

/// <summary>The form of a filing, new or there already: what happens to what is sent with it.</summary>
public abstract partial class FormPage(FormServices services) : PageModel
{
    protected FormServices Services => services;

    public FormView View { get; protected set; } = null!;

    protected AppDb Db => services.Db;

    /// <summary>Where the form of a filing stands, and where one goes from it.</summary>
    protected virtual FormPlaces PlacesOf(Guid id) => new(Links.FilingForm(id), Links.FilingSubmission(id));

    /// <summary>What is said when a 上报 was stopped.</summary>
    protected virtual FormNotice NotSubmitted => FormNotice.NotSubmitted;

    /// <summary>Reads what was sent; too large or unreadable is told by a page of its own.</summary>
    protected async Task<(PostedForm? Form, IActionResult? Refusal)> ReadAsync(Pack? pack, CancellationToken stop)
    {
        try
        {
            var form = await services.Reader.ReadAsync(Request, name => pack?.Attachments.Any(a => a.Code == name) == true, stop);
            return (form, null);
        }
        catch (BadHttpRequestException e) when (!Response.HasStarted)
        {
            return (
                null,
                new ViewResult
                {
                    StatusCode = e.StatusCode,
                    ViewName = "/Features/Filings/_TooLarge.cshtml",
                    ViewData = new ViewDataDictionary<int>(ViewData, e.StatusCode),
                }
            );
        }
    }

    /// <summary>What is sent for a filing that is there.</summary>
    protected async Task<IActionResult> PostAsync(Filing filing, Pack pack, PostedForm form, CancellationToken stop)
    {
        if (!filing.IsEditable)
            return await ClosedAsync(filing, pack, form, stop);
        if (!await services.Antiforgery.IsRequestValidAsync(HttpContext))
            return await ShowAsync(filing, pack, form, FormNotice.Stale, StatusCodes.Status400BadRequest, stop);
        if (!services.Filer.MayFile)
            return await NotKeptAsync(filing, pack, form, services.Filer.Hindrance, stop);
        switch (form.Action)
        {
            case "restore" when await services.Stashes.FindAsync(services.Filer.AccountId, filing.Id, stop) is { } stash:
                await services.Stashes.ForgetAsync(services.Filer.AccountId!.Value, filing.Id, stop);
                View = await ViewAsync(filing, pack, Stashes.AnswersOf(stash), stash.Version, FormNotice.Restored, form: null, [], stop);
                return Page();
            case "restore" or "discard":
                if (services.Filer.AccountId is { } account)
                    await services.Stashes.ForgetAsync(account, filing.Id, stop);
                return Redirect(PlacesOf(filing.Id).Form);
            case "refresh" when form.Files.Count == 0:
                return await ShowAsync(filing, pack, form, FormNotice.Refreshed, StatusCodes.Status200OK, stop);
        }

        var typed = form.AnswersTo(pack);
        var saved = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, services.Vault);
        if (form.Version != filing.Version && await ConflictAsync(filing, pack, form, typed, saved, stop) is { } conflict)
            return conflict;
        if (IsNoChange(filing, form, typed, saved, pack))
            return await UnchangedAsync(filing, pack, form, stop);
        return await SaveAsync(filing, pack, form, typed, stop);
    }

    private async Task<IActionResult> SaveAsync(Filing filing, Pack pack, PostedForm form, AnswerSet typed, CancellationToken stop)
    {
        Saved saved;
        try
        {
            saved = await services.Saving.UpdateAsync(filing, EntryOf(pack, form, typed, filing.OwnerId is null), stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            Db.ChangeTracker.Clear();
            if (await Db.FilingsVisibleTo(services.Filer).SingleOrDefaultAsync(f => f.Id == filing.Id, stop) is not { } now)
                return NotFound();
            var others = SealedAnswers.Open(now.Answers, now.PersonalAnswers, now.SubjectKey, services.Vault);
            return await ConflictAsync(now, pack, form, typed, others, stop) ?? await PostAsync(now, pack, form, stop);
        }
        return await AnswerAsync(saved, pack, form, stop);
    }

    /// <summary>Where the filer goes after a save.</summary>
    protected async Task<IActionResult> AnswerAsync(Saved saved, Pack pack, PostedForm form, CancellationToken stop)
    {
        var filing = saved.Filing;
        IReadOnlyList<Problem> troubles = [.. saved.AccountProblems, .. form.FileProblems, .. saved.FileProblems];
        var unknown = form.UnknownTo(pack);
        if (saved.AccountProblems.Count == 0 && troubles.Count == 0 && unknown.Count == 0)
        {
            if (form.Action == "back" && PlacesOf(filing.Id).Back is { } back)
                return Redirect(back);
            if (form.Action == "authority")
                return Redirect(Links.FilingAuthority(filing.Id));
            if (form.Action == "print" && !saved.AccountMade)
                return Redirect(Links.FilingSheets(filing.Id));
            // Sent; or nothing but the signed sheet is in question, which the page of the 上报 asks about.
            if (form.Action == "submit" && filing.OwnerId is not null && (saved.Submitted is not null || saved.Evaluation.MaySubmit))
                return Redirect(PlacesOf(filing.Id).Submission);
            if (filing.State == FilingState.Submitted && saved.Submitted is null && saved.Evaluation.MaySubmit)
                return Redirect(PlacesOf(filing.Id).Form + "?done=unsigned");
            if (saved.AccountMade && form.Action != "submit")
                return Redirect(ConvertedFields.After(Links.FilingSaved(filing.Id), pack, form.AnswersTo(pack)));
            if (saved.Submitted is not null)
                return Redirect(ConvertedFields.After(PlacesOf(filing.Id).Form + "?done=resubmitted", pack, form.AnswersTo(pack)));
            if (form.Action != "submit" && filing.State != FilingState.Submitted)
                return Redirect(ConvertedFields.After(PlacesOf(filing.Id).Form + "?done=saved", pack, form.AnswersTo(pack)));
        }

        var notice =
            saved.AccountProblems.Count > 0 ? FormNotice.SavedWithoutAccount
            : saved.Submitted is not null ? FormNotice.Resubmitted
            : filing.State == FilingState.Submitted && saved.Evaluation.MaySubmit ? FormNotice.NeedsSignature(filing.Revision)
            : filing.State == FilingState.Submitted ? FormNotice.WorkingCopy
            : form.Action == "submit" ? NotSubmitted
            : FormNotice.SavedDraft;
        var said = form.Action == "submit" || filing.State == FilingState.Submitted ? saved.Evaluation.Problems : [];
        View = await ViewAsync(filing, pack, null, filing.Version, notice, form, [.. troubles, .. said], stop);
        // Nobody is misled by the sign-in of the account just made: the rest of this page does not show it yet.
        Response.StatusCode =
            troubles.Count > 0 || said.Any(p => p.Level == ProblemLevel.Hard)
                ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK;
        return Page();
    }

    protected Entry EntryOf(Pack pack, PostedForm form, AnswerSet typed, bool withAccount) =>
        new(
            pack,
            typed,
            form.Files,
            withAccount && form.HasAccount ? form.Account : null,
            form.Action.StartsWith("remove:", StringComparison.Ordinal) && Guid.TryParse(form.Action["remove:".Length..], out var id)
                ? id
                : null,
            form.Action == "submit",
            form.SheetCode
        );

    /// <summary>The form of a filing.</summary>
    /// <param name="typed">What stands in the controls; null: what is saved.</param>
    protected async Task<FormView> ViewAsync(
        Filing filing,
        Pack pack,
        AnswerSet? typed,
        int version,
        FormNotice? notice,
        PostedForm? form,
        IReadOnlyList<Problem> problems,
        CancellationToken stop,
        bool saysWrong = true
    )
    {
        typed ??= SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, services.Vault);
        var attachments = await Db.AttachmentsOf(filing.Id).AsNoTracking().ToListAsync(stop);
        var (evaluation, context) = await services.Judge.JudgeAsync(pack, filing, typed, attachments.Select(a => a.Code), stop);
        var returned =
            filing.State == FilingState.Returned
                ? await Db
                    .Decisions.AsNoTracking()
                    .Where(d => d.FilingId == filing.Id && d.Outcome == Outcome.Returned)
                    .OrderByDescending(d => d.At)
                    .FirstOrDefaultAsync(stop)
                : null;
        // What is wrong is said at once; what is merely missing only when somebody wants to submit.
        var wrong = saysWrong ? evaluation.Problems.Where(p => p.Code != "required").Except(problems) : [];
        return new FormView
        {
            Pack = pack,
            Id = filing.Id,
            Filing = filing,
            Version = version,
            PostTo = PlacesOf(filing.Id).Form,
            Places = PlacesOf(filing.Id),
            Authority = services.Authorities[filing.AuthorityId],
            Route = pack.Service.Routes.First(r => r.Code == filing.Route),
            Typed = typed,
            Evaluation = evaluation,
            Kept = context.Kept,
            Explanations = Evaluator.Explain(pack, evaluation, context),
            Conversions = ConvertedFields.Of(Request, pack, form?.AnswersTo(pack)),
            Offices = FormView.OfficesFor(pack, evaluation, services.Authorities),
            Problems = [.. problems, .. wrong],
            Reasons = returned?.ReadFieldReasons() ?? new Dictionary<string, string>(),
            Account = NeedsAccount(filing) ? form?.Account ?? new("", "", "", "") : null,
            Attachments = attachments,
            Sheet = SheetState.Of(pack, attachments, SheetState.StampOf(pack, filing, evaluation)),
            SheetCode = form?.SheetCode ?? "",
            Seal = services.Stashes.Seal(filing.Id, services.Filer),
            Unknown = form?.UnknownTo(pack) ?? [],
            Notice = notice,
            Stash =
                form is null && notice != FormNotice.Restored
                    ? await services.Stashes.FindAsync(services.Filer.AccountId, filing.Id, stop)
                    : null,
        };
    }

    private bool NeedsAccount(Filing filing) => filing.OwnerId is null && services.Filer.AccountId is null;

    private async Task<IActionResult> ShowAsync(
        Filing filing,
        Pack pack,
        PostedForm form,
        FormNotice notice,
        int status,
        CancellationToken stop
    )
    {
        View = await ViewAsync(filing, pack, form.AnswersTo(pack), form.Version, notice, form, form.FileProblems, stop, saysWrong: false);
        Response.StatusCode = status;
        return Page();
    }
}
