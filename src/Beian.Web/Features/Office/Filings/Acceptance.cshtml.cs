using Beian.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>受理, where the pack makes it a step of its own: it starts the clock, and the filer is told.</summary>
public sealed class AcceptanceModel(CaseRoom room, CaseMails mails) : CaseAct(room)
{
    protected override bool EndsTheCase => false;

    public Task<IActionResult> OnPostAsync(Guid id, int revision, CancellationToken stop) =>
        ActAsync(
            id,
            revision,
            "AcceptingFiling",
            (found, process) =>
            {
                found.Filing.Accept(revision, found.Kind, Room.Desk.Today, Room.Calendar, Room.Desk.Officer, process);
                mails.Accepted(found, process);
                return Task.FromResult<IReadOnlyList<ErrorLine>>([]);
            },
            stop
        );
}
