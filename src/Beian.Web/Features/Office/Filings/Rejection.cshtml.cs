using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>不予备案: with the reason, and with the remedies the filer has.</summary>
public sealed class RejectionModel(CaseRoom room, CaseMails mails) : CaseAct(room)
{
    /// <summary>What a rejection may rest on: first what is in force today, then what was once.</summary>
    public static IEnumerable<LegalBasis> BasesOf(Pack pack, DateOnly today) =>
        pack.Service.LegalBases.Where(b => b.EffectiveFrom <= today).OrderBy(b => b.EffectiveTo < today);

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
                found.RequireAccepted();
                found.DropWorkingCopy();
                var basis = BasesOf(found.Pack, Room.Desk.Today).FirstOrDefault(b => b.Instrument.Zh == Typed("basis"));
                var decision = found.Filing.Decide(
                    Outcome.Rejected,
                    revision,
                    basis is null ? reason : $"依据{basis.Instrument.Zh}：{reason}",
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
