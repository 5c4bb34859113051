using Beian.Definitions;
using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Beian.Web.Features.Filings;

/// <summary>What is sent and not saved: by somebody who may only look, after somebody else's change or the decision, or without a change. Nothing typed is lost.</summary>
public abstract partial class FormPage
{
    /// <summary>A filing that is there and cannot be saved by this visitor now.</summary>
    protected Task<IActionResult> NotKeptAsync(Filing filing, Pack pack, PostedForm form, LocalizedText reason, CancellationToken stop) =>
        NotKeptAsync(
            pack,
            form,
            new(filing.Id, filing.Service, filing.AuthorityId, filing.Route, form.Version, "", services.Filer.Now),
            reason,
            stop
        );

    /// <summary>
    /// Whoever may only look, or whose mandate has ended, cannot save; either may happen while the form is open. What was typed is shown, and kept an hour
    /// for the same account.
    /// </summary>
    /// <param name="kept">As what it is kept, but for the answers.</param>
    protected async Task<IActionResult> NotKeptAsync(
        Pack pack,
        PostedForm form,
        StashedForm kept,
        LocalizedText reason,
        CancellationToken stop
    )
    {
        var typed = form.AnswersTo(pack);
        if (services.Filer.AccountId is not { } account || !IsMadeForVisitor(form, kept.FilingId))
            return Tell(new(pack, typed, reason, NotKept.OfAnotherAccount));
        await services.Stashes.KeepAsync(kept with { Answers = typed.ToJson() }, account, stop);
        return Tell(new(pack, typed, reason, NotKept.ForAnHour));
    }

    /// <summary>The filing was closed while its form was open. Where that brings anything new, what was typed is shown.</summary>
    private async Task<IActionResult> ClosedAsync(Filing filing, Pack pack, PostedForm form, CancellationToken stop)
    {
        var typed = form.AnswersTo(pack);
        return form.Action is not ("restore" or "discard") && (form.Files.Count > 0 || await IsNewAsync(filing, pack, typed, stop))
            ? Tell(new(pack, typed, NotKept.IsClosed, NotKept.AfterTheEnd) { Closed = filing.Id })
            : Redirect(Links.Filing(filing.Id));
    }

    /// <summary>Whether anything that applies was typed and does not stand in the filing.</summary>
    private async Task<bool> IsNewAsync(Filing filing, Pack pack, AnswerSet typed, CancellationToken stop)
    {
        var saved = SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, services.Vault);
        var (evaluation, _) = await services.Judge.JudgeAsync(pack, filing, typed, [], stop);
        var applying = Evaluator.DropIrrelevant(pack, evaluation);
        return !Conflict.IsWithin(pack, typed.Without(control => applying[control] is null), saved);
    }

    private ViewResult Tell(NotKept what) =>
        new()
        {
            StatusCode = StatusCodes.Status409Conflict,
            ViewName = "/Features/Filings/_NotKept.cshtml",
            ViewData = new ViewDataDictionary<NotKept>(ViewData, what),
        };

    /// <summary>Whether the form was made for the account that sends it, which saw the filing then.</summary>
    protected bool IsMadeForVisitor(PostedForm form, Guid id) =>
        services.Filer.AccountId is { } account && services.Stashes.OwnerIn(form.Fields["seal"].ToString(), id) == account;

    private async Task<IActionResult?> ConflictAsync(
        Filing filing,
        Pack pack,
        PostedForm form,
        AnswerSet typed,
        AnswerSet saved,
        CancellationToken stop
    )
    {
        // Judged as they are kept, so that a blank or a full-width digit is no difference.
        var (mine, _) = await services.Judge.JudgeAsync(pack, filing, typed, [], stop);
        if (Conflict.Between(filing, pack, typed, mine.Answers, saved) is not { } conflict)
            return null;
        return new ViewResult
        {
            StatusCode = StatusCodes.Status409Conflict,
            ViewName = "/Features/Filings/_Conflict.cshtml",
            ViewData = new ViewDataDictionary<Conflict>(ViewData, conflict),
        };
    }

    /// <summary>保存 of what is saved already (a double click): nothing happens, and a filing that is 上报 is not sent again.</summary>
    private static bool IsNoChange(Filing filing, PostedForm form, AnswerSet typed, AnswerSet saved, Pack pack) =>
        filing.State == FilingState.Submitted
        && !filing.HasWorkingCopy
        && form.Files.Count == 0
        && form.SheetCode.Length == 0
        && !form.Action.StartsWith("remove:", StringComparison.Ordinal)
        && Conflict.IsSame(pack, typed, saved);

    private async Task<IActionResult> UnchangedAsync(Filing filing, Pack pack, PostedForm form, CancellationToken stop)
    {
        if (form.FileProblems.Count > 0)
        {
            View = await ViewAsync(filing, pack, null, filing.Version, null, form, form.FileProblems, stop);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        return Redirect(
            form.Action switch
            {
                "submit" => PlacesOf(filing.Id).Submission,
                "back" when PlacesOf(filing.Id).Back is { } back => back,
                "authority" => Links.FilingAuthority(filing.Id),
                _ => PlacesOf(filing.Id).Form + "?done=unchanged",
            }
        );
    }
}
