using Beian.Web.Data;
using Beian.Web.Features.Tickets;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Tickets;

/// <summary>企业咨询: the questions put to the officer's authority, the oldest first.</summary>
public sealed class ListModel(AppDb db, Desk desk) : PageModel
{
    private const int PageSize = 20;

    public TicketState State { get; private set; }

    public IReadOnlyList<Ticket> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(string? state, Guid? after, CancellationToken stop)
    {
        State = Enum.TryParse<TicketState>(state, out var known) && Enum.IsDefined(known) ? known : TicketState.Open;
        var (own, wanted) = (desk.Officer.AuthorityId, State);
        var rows = await db
            .Tickets.AsNoTracking()
            .Where(t => t.AuthorityId == own && t.State == wanted && (after == null || t.Id.CompareTo(after.Value) > 0))
            .OrderBy(t => t.Id)
            .Take(PageSize + 1)
            .ToListAsync(stop);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? $"{Links.OfficeTickets}?state={State}&after={Rows[^1].Id}" : null;
    }
}
