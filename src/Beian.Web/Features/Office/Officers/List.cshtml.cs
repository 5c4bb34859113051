using Beian.Definitions.Fields;
using Beian.Web.Authorities;
using Beian.Web.Features.Shared;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Beian.Web.Features.Office.Officers;

/// <summary>用户管理: the officers of the own authority and those below it.</summary>
public sealed class ListModel(Administration.Officers officers, Desk desk, AuthorityTree authorities) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "authority")]
    public string? AuthorityId { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public IReadOnlyList<Account.Account> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new(null, null, "");

    public IEnumerable<Authority> Choices => desk.Jurisdiction.Ids.Select(id => authorities[id]);

    public bool MayCreate => officers.Manageable().Count > 0;

    public bool MayManage(string? authority) => officers.MayManage(authority);

    public string NameOf(string? authority) => authorities.Find(authority)?.Name ?? "";

    public async Task OnGetAsync(CancellationToken stop)
    {
        var all = officers.Visible().AsNoTracking();
        var text = PlainText.Sought(Text, 50);
        if (text.Length > 0)
        {
            var name = text.ToUpperInvariant();
            all = all.Where(a => a.DisplayName.Contains(text) || a.NormalizedUserName!.Contains(name));
        }
        if (AuthorityId is { Length: > 0 } authority)
            all = all.Where(a => a.AuthorityId == authority);
        var total = await all.Take(Pager.MostCounted + 1).CountAsync(stop);
        // By id, which is the order of making.
        if (Guid.TryParseExact(After, "N", out var id))
            all = all.Where(a => a.Id.CompareTo(id) > 0);
        var rows = await all.OrderBy(a => a.Id).Take(PageSize + 1).ToListAsync(stop);
        var query = new QueryString().Add("q", text).Add("authority", AuthorityId ?? "");
        Pager = Pager.Of(rows, PageSize, total, a => Links.OfficeOfficers + query.Add("after", a.Id.ToString("N")));
        Rows = rows;
    }
}
