using System.Text.RegularExpressions;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Architecture;

/// <summary>docs/figures.md: what it says of a page is to be read there.</summary>
public sealed partial class FiguresTests(FiguresTests.HelplineSite site) : SiteTests<FiguresTests.HelplineSite>(site)
{
    [Fact]
    public async Task Figures_EveryText_IsOnItsPageAndItsFileIsThere()
    {
        using var visitor = Site.NewClient();
        using var enterprise = await new Scene(Site, Data).SignInAsync(await Data.EnterpriseAsync());
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "figures.md"))
            .Select(l => Row().Match(l))
            .Where(m => m.Success)
            .ToList();
        Assert.True(rows.Count > 80);
        var pages = new Dictionary<string, Page>();

        var missing = new List<string>();
        foreach (var row in rows)
        {
            var (text, path, file) = (row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value);
            if (!pages.TryGetValue(path, out var page))
                pages[path] = page = (await (IsOfAnAccount(path) ? enterprise : visitor).GetAsync(path)).ExpectOk();
            if (!page.Text.Contains(text, StringComparison.Ordinal) && page.Document.QuerySelector($"[placeholder='{text}']") is null)
                missing.Add($"{text} at {path}");
            if (!File.Exists(Path.Combine(Repository.Root, file)) && !File.Exists(Path.Combine(Repository.Root, "src", "Beian.Web", file)))
                missing.Add(file);
        }
        Assert.Empty(missing);
    }

    private static bool IsOfAnAccount(string path) => path.StartsWith("/workbench", StringComparison.Ordinal) || path == "/appointments";

    [GeneratedRegex(@"^\| (.+?) \| (.+?) \| `(/.*?)` \| `(.+?)` \|")]
    private static partial Regex Row();

    /// <summary>A site whose operator has set a helpline.</summary>
    public sealed class HelplineSite : SqliteSite
    {
        public HelplineSite()
        {
            Settings["Site:Support:0:Label:Zh"] = "平台客服";
            Settings["Site:Support:0:Label:En"] = "Helpline";
            Settings["Site:Support:0:Value"] = "010-00000000";
        }
    }
}
