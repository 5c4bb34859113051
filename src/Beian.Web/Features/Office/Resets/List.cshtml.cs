using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Resets;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Resets;

/// <summary>重置申请: those that wait, oldest first, or those decided, newest first.</summary>
public sealed class ListModel(ResetDesk resets, AuthorityTree authorities, Vault vault) : PageModel
{
    private const int PageSize = 50;

    public bool IsDecided { get; private set; }

    public IReadOnlyList<(ResetRequest Request, ResetContent Content)> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string NameOf(string authority) => authorities[authority].Name;

    public async Task OnGetAsync(string? state, Guid? after, CancellationToken stop)
    {
        IsDecided = state == "decided";
        Response.Headers.CacheControl = "no-store";
        var requests = resets.Requests().AsNoTracking();
        requests = IsDecided
            ? requests
                .Where(r => r.State != ResetState.Waiting && (after == null || r.Id.CompareTo(after.Value) < 0))
                .OrderByDescending(r => r.Id)
            : requests.Where(r => r.State == ResetState.Waiting && (after == null || r.Id.CompareTo(after.Value) > 0)).OrderBy(r => r.Id);
        var rows = await requests.Take(PageSize + 1).ToListAsync(stop);
        Rows = [.. rows.Take(PageSize).Select(r => (r, r.Open(vault)))];
        if (rows.Count > PageSize)
            Next = $"{Links.OfficeResets}?{(IsDecided ? "state=decided&" : "")}after={Rows[^1].Request.Id}";
    }
}
