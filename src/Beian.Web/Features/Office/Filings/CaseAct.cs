using Beian.Definitions;
using Beian.Web.Authorities;
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
        Case = await Room.Cases.ReadAsync(filing, reveal: false, stop);
        try
        {
            var process = Room.Desk.Begin(name);
            Problems = new(await act(Case, process));
            if (Problems.Lines.Count > 0)
                return Show(StatusCodes.Status422UnprocessableEntity);
            await Room.Db.SaveAsync(process, stop);
            return Redirect(Links.OfficeFiling(id));
        }
        catch (Exception fault) when (fault is Refused or DbUpdateException)
        {
            Room.Db.ChangeTracker.Clear();
            if (await Room.Cases.FindAsync(id, stop) is not { } now)
                return NotFound();
            Case = await Room.Cases.ReadAsync(now, reveal: false, stop);
            Conflict = Explain(revision, fault);
            if (Conflict is null)
                throw;
            return Show(StatusCodes.Status409Conflict);
        }
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
