using Beian.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>分派: gives a case to an officer of this authority, or to nobody in particular. Who may decide it stays the same.</summary>
public sealed class AssignmentModel(CaseRoom room) : CaseAct(room)
{
    /// <summary>The control with whose case it was when the page was made.</summary>
    public const string Seen = "assigned";

    protected override bool EndsTheCase => false;

    public Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken stop) =>
        ActAsync(
            id,
            revision,
            "AssigningFiling",
            (found, process) =>
            {
                var chosen = Typed("officer");
                var officer = found.Colleagues.FirstOrDefault(o => $"{o.AccountId}" == chosen);
                if (officer is null && chosen.Length > 0 && found.MayDecide)
                    return Task.FromResult<IReadOnlyList<ErrorLine>>([
                        new("officer", T["请选择本机关的审核人员。", "Please choose an officer of this authority."]),
                    ]);
                found.Filing.Assign(officer, Room.Desk.Officer, process);
                return Task.FromResult<IReadOnlyList<ErrorLine>>([]);
            },
            stop
        );
}
