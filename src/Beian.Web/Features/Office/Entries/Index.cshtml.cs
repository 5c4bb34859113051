using Microsoft.AspNetCore.Mvc;

namespace Beian.Web.Features.Office.Entries;

/// <summary>An entry: what holds, its versions, and what the authority may do with it.</summary>
public sealed class IndexModel(EntryRoom room) : EntryPage(room)
{
    public async Task<IActionResult> OnGetAsync(string service, string entry, CancellationToken stop) =>
        await FindAsync(service, entry, stop) ? await ShowAsync(StatusCodes.Status200OK, stop) : NotFound();
}
