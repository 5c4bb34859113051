using Beian.Definitions.Answers;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>不予备案: with the reason, and with the remedies the filer has.</summary>
public sealed class RejectionModel(CaseRoom room, CaseMails mails) : CaseAct(room)
{
    public Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken stop) =>
        ActAsync(
            id,
            revision,
            "RejectingFiling",
            (found, process) =>
            {
                var reason = Typed("rejectionReason").Trim();
                if (reason.Length is 0 or > ReturnModel.ReasonLength)
                    return Task.FromResult<IReadOnlyList<ErrorLine>>([
                        new(
                            "rejectionReason",
                            T[
                                $"请写明不予备案的理由和依据，最多 {ReturnModel.ReasonLength} 字。",
                                $"Please give the reason and its legal basis, {ReturnModel.ReasonLength} characters at most."
                            ]
                        ),
                    ]);
                found.DropWorkingCopy();
                var decision = found.Filing.Decide(
                    Outcome.Rejected,
                    revision,
                    reason,
                    new Dictionary<string, string>(),
                    AnswerSet.Empty,
                    Room.Desk.Officer,
                    process
                );
                Room.Db.Add(decision);
                mails.Rejected(found, decision, process);
                return Task.FromResult<IReadOnlyList<ErrorLine>>([]);
            },
            stop
        );
}
