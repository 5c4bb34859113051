using AngleSharp.Html.Dom;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Upgrade;

/// <summary>What people see of every filing and entry of a site: each answer with its label, and nothing of the page around it.</summary>
internal static class FilingLooks
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SortedDictionary<string, List<string>>> ReadAsync(TestSite site)
    {
        var looks = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        using var officer = await new Scene(site, new TestData(site)).OfficerAsync(Scene.Ministry);
        var filings = await site.QueryAsync(db => db.Filings.AsNoTracking().OrderBy(f => f.Number).ToListAsync(Stop));
        foreach (var filing in filings)
        {
            var (name, number) = (filing.State.ToString().ToLowerInvariant(), filing.Number);
            if (filing.Revision > 0)
                looks[$"{number} {name}"] = CellsOf((await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk());
            else
                looks[$"{number} {name}"] = await DraftAsync(site, filing);
            looks[$"{number} revisions"] = await site.QueryAsync(db =>
                db.Revisions.Where(r => r.FilingId == filing.Id).OrderBy(r => r.Number).Select(r => r.Sha256).ToListAsync(Stop)
            );
        }
        foreach (var entry in await site.QueryAsync(db => db.RegisterEntries.AsNoTracking().ToListAsync(Stop)))
            looks[$"entry {entry.Number}"] = CellsOf((await officer.GetAsync($"/register/{entry.Service}/{entry.Number}")).ExpectOk());
        return looks;
    }

    private static List<string> CellsOf(Page page) =>
        [
            .. page
                .Document.QuerySelectorAll(".sheet-cell")
                .Select(c => $"{Text(c.QuerySelector(".sheet-label"))}: {Text(c.QuerySelector(".sheet-control"))}"),
        ];

    /// <summary>What stands in the form of a draft, as its owner opens it.</summary>
    private static async Task<List<string>> DraftAsync(TestSite site, Filing draft)
    {
        using var owner = new FilerVisit(site);
        await owner.SignInAsync(draft.OwnerId!.Value);
        var page = await owner.OpenAsync(draft.Id);
        var form = (IHtmlFormElement)page.Element(FilerVisit.FormSelector);
        return
        [
            .. form.Elements.Select(ControlOf).Where(c => c.Length > 0),
            .. page.Document.QuerySelectorAll("a[href*='/attachments/']").Select(Text),
        ];
    }

    /// <summary>A control with what stands in it; empty where nothing does.</summary>
    private static string ControlOf(AngleSharp.Html.Dom.IHtmlElement control)
    {
        var (name, value) = control switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: true } input => (input.Name, input.Value),
            IHtmlInputElement { Type: "text" or "email" or "tel" or "number" or "date" } input => (input.Name, input.Value),
            IHtmlSelectElement select => (select.Name, select.Value),
            IHtmlTextAreaElement area => (area.Name, area.Value),
            _ => (null, null),
        };
        return name is not null && value is { Length: > 0 } ? $"{name}: {value}" : "";
    }

    private static string Text(AngleSharp.Dom.IElement? element) =>
        string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
