using Beian.Web.Authorities;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Office.Authorities;

/// <summary>机关信息: the offices of the jurisdiction, found by name.</summary>
public sealed class ListModel(Desk desk, AuthorityTree authorities) : PageModel
{
    private const int Most = 60;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public IReadOnlyList<Authority> Rows { get; private set; } = [];

    /// <summary>How many more there are than are shown.</summary>
    public int Left { get; private set; }

    public void OnGet()
    {
        var text = (Text ?? "").Trim();
        var found = desk
            .Jurisdiction.Ids.Select(id => authorities[id])
            .Where(a => a.Name.Contains(text, StringComparison.Ordinal))
            .ToList();
        Rows = [.. found.Take(Most)];
        Left = found.Count - Rows.Count;
    }
}
