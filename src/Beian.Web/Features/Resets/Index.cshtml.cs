using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Resets;

/// <summary>How far a request is, by its ticket number. It says nothing of the account.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(AppDb db, AuthorityTree authorities) : PageModel
{
    public string Ticket { get; private set; } = "";

    public ResetRequest? Found { get; private set; }

    public Authority Handler => authorities[Found!.HandlerId];

    public async Task<IActionResult> OnGetAsync(string? ticket, string? q, CancellationToken stop)
    {
        if (ticket is null && q is { Length: > 0 and <= 40 })
            return Redirect(Links.Reset(string.Concat(q.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
        Response.Headers.CacheControl = "no-store";
        Ticket = ticket ?? "";
        if (Ticket.Length > 0)
            Found = await db.ResetRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Ticket == Ticket, stop);
        if (Ticket.Length > 0 && Found is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
