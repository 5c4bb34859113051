using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>审核通过: numbers are drawn and the entry begins to hold in the same transaction.</summary>
public sealed class ApprovalModel(CaseRoom room, CaseMails mails) : CaseAct(room)
{
    public Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken stop) =>
        ActAsync(
            id,
            revision,
            "ApprovingFiling",
            (found, process) =>
            {
                if (found.Basis?.LetsGoTo is { } to)
                {
                    LetGo(found, to, revision, process);
                    return Task.FromResult<IReadOnlyList<ErrorLine>>([]);
                }
                var problems = Room.Cases.Approve(found, revision, found.FilledIn(Typed), process);
                return Task.FromResult<IReadOnlyList<ErrorLine>>([.. problems.Select(p => new ErrorLine(p.Control, T[p.Message]))]);
            },
            stop
        );

    /// <summary>迁移: the authority that keeps the entry lets it go; the one it moves to decides.</summary>
    private void LetGo(Case found, Authority to, int revision, Process process)
    {
        found.RequireAccepted();
        if (!found.Accepting(Room.Authorities).Contains(to))
            throw new Refused(
                new(
                    $"{to.Name}现在不受理这项业务，不能迁往该机关。请退回企业，另选迁入的机关。",
                    $"{to.Name} takes no filings of this service now, so the entry cannot move there. Please return the filing, so that the enterprise chooses another."
                )
            );
        var due = Room.Calendar.Add(Room.Desk.Today, found.Kind.FirstDays);
        var decision = found.Filing.Transfer(to, revision, T["同意迁出", "Let go"], due, Room.Desk.Officer, process);
        Room.Db.Add(decision);
        mails.Transferred(found, decision, to, process);
    }
}
