using Beian.Definitions;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Filings;

/// <summary>An act on a case.</summary>
public abstract class CaseAct(CaseRoom room) : CasePage(room)
{
    /// <summary>Somebody who comes back to the address of an act finds the case.</summary>
    public IActionResult OnGet(Guid id) => Redirect(Links.OfficeFiling(id));

    /// <summary>Whether the officer is done with the case for now and goes on to the next one of the ledger.</summary>
    protected virtual bool EndsTheCase => true;

    /// <summary>Does something to the filing and saves it; what stops it is told on the page, and nothing is lost.</summary>
    /// <param name="act">Changes the filing, or says what is wrong with what the officer typed.</param>
    protected async Task<IActionResult> ActAsync(
        Guid id,
        int revision,
        string name,
        Func<Case, Process, Task<IReadOnlyList<ErrorLine>>> act,
        CancellationToken stop
    )
    {
        if (await Room.Cases.FindAsync(id, stop) is not { } filing)
            return NotFound();
        Case = await Room.Cases.ReadAsync(filing, stop);
        var behind = QueuePlace.Behind(filing);
        try
        {
            RequireSameAssignment(filing);
            var process = Room.Desk.Begin(name);
            Problems = new(await act(Case, process));
            if (Problems.Lines.Count > 0)
                return await ShowAsync(StatusCodes.Status422UnprocessableEntity, stop);
            await Room.Db.SaveAsync(process, stop);
            return await DoneAsync(behind, stop);
        }
        catch (Exception fault) when (fault is Refused or DbUpdateException)
        {
            Room.Db.ChangeTracker.Clear();
            if (await Room.Cases.FindAsync(id, stop) is not { } now)
                return NotFound();
            Case = await Room.Cases.ReadAsync(now, stop);
            Conflict = Explain(revision, fault);
            if (Conflict is null)
                throw;
            return await ShowAsync(StatusCodes.Status409Conflict, stop);
        }
    }

    /// <summary>Where the officer goes after the act.</summary>
    protected virtual async Task<IActionResult> DoneAsync(QueuePlace? behind, CancellationToken stop)
    {
        var id = Case.Filing.Id;
        if (!EndsTheCase || Queue is null)
            return Redirect(Links.OfficeFiling(id) + Trail);
        var next = await Room.Desk.NextAsync(Queue, behind, id, stop);
        return Redirect((next is { } other ? Links.OfficeFiling(other) + Trail : Back) + $"&done={id}");
    }

    /// <summary>Who looks at a case as nobody's, or as one's own, does not decide it after it was given to somebody else.</summary>
    private void RequireSameAssignment(Filing filing)
    {
        if (
            !Request.HasFormContentType
            || !Request.Form.ContainsKey(AssignmentModel.Seen)
            || Typed(AssignmentModel.Seen) == $"{filing.AssignedToId}"
        )
            return;
        throw new Refused(
            filing.AssignedToName is { } name
                ? new(
                    $"这份备案刚刚分给了{name}办理。本次操作没有任何改动，请核对后再处理。",
                    $"This filing has just been given to {name}. Nothing was changed; please check before you go on."
                )
                : new(
                    "这份备案刚刚改为不指定办理人。本次操作没有任何改动，请核对后再处理。",
                    "This filing has just been taken from its officer. Nothing was changed; please check before you go on."
                )
        );
    }

    /// <summary>What happened meanwhile, from what is there now; null when nothing explains the fault.</summary>
    private LocalizedText? Explain(int revision, Exception fault)
    {
        if (Case.Filing.State == FilingState.Withdrawn)
            return new("企业已撤回这份备案，本次操作没有任何改动。", "The enterprise has withdrawn this filing. Nothing was changed.");
        if (
            Case.Decisions is [.., var last]
            && (Case.Filing.State != FilingState.Submitted || last.Outcome == Outcome.Transferred && !Case.MayDecide)
        )
        {
            var (time, outcome) = (ChinaTime.At(last.At), last.Outcome.ForOfficers());
            return new(
                $"{Room.Authorities[last.AuthorityId].Name} {last.OfficerName} 已于 {time:yyyy-MM-dd HH:mm} 处理这份备案：{outcome.Zh}。本次操作没有任何改动。",
                $"{last.OfficerName} of {Room.Authorities[last.AuthorityId].Name} dealt with this filing at {time:yyyy-MM-dd HH:mm}: {outcome.En}. Nothing was changed."
            );
        }
        if (revision != Case.Revision.Number)
        {
            var time = ChinaTime.At(Case.Revision.SubmittedAt);
            return new(
                $"企业已于 {time:yyyy-MM-dd HH:mm} 上报第 {Case.Revision.Number} 版，您看的是第 {revision} 版。本次操作没有任何改动，请查看新版后再处理。",
                $"The enterprise submitted revision {Case.Revision.Number} at {time:yyyy-MM-dd HH:mm}; you judged revision {revision}. Nothing was changed; please look at the new one first."
            );
        }
        if (Case.Standing is not null)
            return RegisterProjection.AlreadyRegistered.Reason;
        return fault switch
        {
            Refused refused => refused.Reason,
            // The filer saved something in the same moment.
            DbUpdateConcurrencyException => new(
                "这份备案刚刚有变动，本次操作没有任何改动，请核对后再试。",
                "This filing has just changed. Nothing was done; please check and try again."
            ),
            _ => null,
        };
    }
}
