using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Filings;

/// <summary>Shows personal numbers whole, this once, to an officer of the authority in charge; the audit trail keeps who looked.</summary>
public sealed class RevealModel(CaseRoom room) : CaseAct(room)
{
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Room.Cases.FindAsync(id, stop) is not { } filing || filing.AuthorityId != Room.Desk.Officer.AuthorityId)
            return NotFound();
        var process = Room.Desk.Begin("RevealingPersonalAnswers");
        process.Record("PersonalAnswersRevealed", "filing", filing.Id, new { revision = filing.Revision });
        await Room.Db.SaveAsync(process, stop);
        return await ShowAsync(id, new CaseView(Reveal: true), stop);
    }
}
