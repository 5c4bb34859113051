using Beian.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>转交: a filing sent to the wrong authority goes on to the right one; this one can still read it.</summary>
public sealed class TransferModel(CaseRoom room, CaseMails mails) : CaseAct(room)
{
    public Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken stop) =>
        ActAsync(
            id,
            revision,
            "TransferringFiling",
            (found, process) =>
            {
                var (reason, to) = (Typed("transferReason").Trim(), Typed("to"));
                var target = found.Accepting(Room.Authorities).FirstOrDefault(a => a.Id == to);
                var problems = new List<ErrorLine>();
                if (target is null)
                    problems.Add(new("to", T["请选择受理备案的机关。", "Please choose an authority that accepts filings."]));
                if (reason.Length is 0 or > ReturnModel.PointLength)
                    problems.Add(
                        new(
                            "transferReason",
                            T[
                                $"请写明转交原因，最多 {ReturnModel.PointLength} 字。",
                                $"Please say why, in {ReturnModel.PointLength} characters at most."
                            ]
                        )
                    );
                if (target is not null && problems.Count == 0)
                {
                    var due = Room.Calendar.Add(Room.Desk.Today, found.Kind.FirstDays);
                    var decision = found.Filing.Transfer(target, revision, reason, due, Room.Desk.Officer, process);
                    Room.Db.Add(decision);
                    mails.Transferred(found, decision, target, process);
                }
                return Task.FromResult<IReadOnlyList<ErrorLine>>(problems);
            },
            stop
        );
}
