using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Filings.Kinds;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Filings;

/// <summary>The filer says that what must follow the approval (海关、外汇、税务手续) is done; the reminders stop.</summary>
public sealed class DutyModel(
    AppDb db,
    Filer filer,
    Catalogue.Catalogue catalogue,
    AuthorityTree authorities,
    FindFilingStandings findStandings,
    MeetDuty meetDuty
) : FilingPage(db, filer, catalogue, authorities)
{
    public IActionResult OnGet(Guid id) => Redirect(Links.Filing(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is { } refusal)
            return refusal;
        var standing = (await FilingStanding.ReadAsync(Db, findStandings, [id], stop)).GetValueOrDefault(id);
        if (standing is { DutyDueOn: not null, Ended: null })
        {
            var process = Filer.Begin("MeetingDuty");
            await meetDuty(Db, standing.EntryId, process, stop);
            await Db.SaveAsync(process, stop);
        }
        return Redirect(Links.Filing(id));
    }
}
