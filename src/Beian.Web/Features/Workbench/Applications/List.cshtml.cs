using Beian.Definitions.Packs;
using Beian.Web.Features.Filings;
using Beian.Web.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Beian.Web.Features.Workbench.Applications;

/// <summary>增加应用: the applications of a section, and 申请.</summary>
[ForOneEnterprise]
public sealed class ListModel(Portal portal, MyApplications applications, Texts texts) : PageModel
{
    public IReadOnlyList<PortalSection> Sections { get; } = [.. portal.ApplicationSections];

    public PortalSection Current { get; private set; } = null!;

    public string Words { get; private set; } = "";

    public IReadOnlyList<Application> Rows { get; private set; } = [];

    /// <summary>What the words find in other sections, where this one has nothing.</summary>
    public IReadOnlyList<Application> Elsewhere { get; private set; } = [];

    /// <summary>The codes of the applications that need no 申请 any more.</summary>
    public IReadOnlySet<string> Added { get; private set; } = new HashSet<string>();

    [TempData]
    public string? Message { get; set; }

    public PortalSection SectionOf(Application application) => portal.SectionOf(application);

    public string TabTo(PortalSection section) =>
        $"{Links.Applications}?section={section.Code}" + (Words.Length > 0 ? $"&q={Uri.EscapeDataString(Words)}" : "");

    public async Task OnGetAsync(string? section, string? q, CancellationToken stop)
    {
        Current = Sections.FirstOrDefault(s => s.Code == section) ?? Sections[0];
        Words = SearchWords.Tidy(q);
        var found = portal.Applications.Where(a => SearchWords.Match(Words, a.Title, a.Summary)).ToList();
        Rows = found.FindAll(a => a.Section == Current.Code);
        Elsewhere = Rows.Count == 0 && Words.Length > 0 ? found : [];
        var (added, mine) = (await applications.AddedAsync(stop), await applications.ReadAsync(stop));
        Added = Rows.Where(a => MyApplications.IsAdded(a, added, mine)).Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>申请.</summary>
    public async Task<IActionResult> OnPostAsync(string? application, CancellationToken stop)
    {
        if (portal.FindApplication(application ?? "") is not { IsOpen: true } found)
            return NotFound();
        await applications.AddAsync(found, stop);
        Message = texts[$"“{found.Title.Zh}”申请成功。", $"“{found.Title.En}” was added."];
        return Redirect(Links.Application(found.Code));
    }
}
