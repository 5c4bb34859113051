using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Entries;

/// <summary>The officer notes that what must follow the approval is done: the entry leaves the list of overdue ones.</summary>
public sealed class DutyModel(EntryRoom room) : EntryPage(room)
{
    public IActionResult OnGet(string service, string entry) => Redirect(Links.OfficeEntry(service, entry));

    public async Task<IActionResult> OnPostAsync(string service, string entry, CancellationToken stop)
    {
        if (!await FindAsync(service, entry, stop) || Entry.AuthorityId != Room.Desk.Officer.AuthorityId)
            return NotFound();
        var process = Room.Desk.Begin("MeetingDuty");
        return await ActAsync(
            process,
            () =>
            {
                Entry.MeetDuty(process);
                return Task.CompletedTask;
            },
            stop
        );
    }
}
