using System.Text.RegularExpressions;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Features.Workbench;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Xunit;

namespace Beian.Tests.Architecture;

/// <summary>docs/figures.md: what it says of a page is to be read there.</summary>
public sealed partial class FiguresTests(FiguresTests.HelplineSite site) : SiteTests<FiguresTests.HelplineSite>(site)
{
    [Fact]
    public async Task Figures_EveryText_IsOnItsPageAndItsFileIsThere()
    {
        using var visitor = Site.NewClient();
        var scene = new Scene(Site, Data);
        using var enterprise = await scene.SignInAsync(await Data.EnterpriseAsync());
        using var officer = await scene.SignInAsync(await Data.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator));
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "figures.md"))
            .Select(l => Row().Match(l))
            .Where(m => m.Success)
            .ToList();
        Assert.True(rows.Count > 130);
        var pages = new Dictionary<string, Page>();
        // Before it has added any application, as in the figure; then through the door.
        foreach (
            var path in rows.Select(r => r.Groups[3].Value)
                .Where(p => IsOfAnAccount(p) && !p.StartsWith(Door.Home, StringComparison.Ordinal))
        )
            pages[path] = (await enterprise.GetAsync(path)).ExpectOk();
        await foreach (var page in EnterAsync(enterprise))
            pages[page.Path] = page.ExpectOk();

        var missing = new List<string>();
        foreach (var row in rows)
        {
            var (text, path, file) = (row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value);
            if (!pages.TryGetValue(path, out var page))
                pages[path] = page = (
                    await (path.StartsWith("/office", StringComparison.Ordinal) ? officer : visitor).GetAsync(path)
                ).ExpectOk();
            if (!page.Text.Contains(text, StringComparison.Ordinal) && page.Document.QuerySelector($"[placeholder='{text}']") is null)
                missing.Add($"{text} at {path}");
            if (!File.Exists(Path.Combine(Repository.Root, file)) && !File.Exists(Path.Combine(Repository.Root, "src", "Beian.Web", file)))
                missing.Add(file);
        }
        Assert.Empty(missing);
    }

    /// <summary>The pages of 电子商务信息管理分析应用 from 申请 on, each as it is met.</summary>
    private static async IAsyncEnumerable<Page> EnterAsync(SiteClient enterprise)
    {
        var list = await enterprise.GetAsync("/workbench/applications");
        var types = await enterprise.SubmitAsync(list, "tr:has(input[value=e-commerce]) form");
        yield return types;
        var account = await enterprise.SubmitAsync(types, "#user-types form");
        yield return account;
        var user = await enterprise.GetAsync(account.LinkTo("下一步"));
        yield return user;
        await enterprise.SubmitAsync(
            await enterprise.SubmitAsync(user, "#user-form"),
            FilerVisit.FormSelector,
            Door.Answers("440111"),
            "back"
        );
        var profile = await enterprise.GetAsync(Door.Home);
        yield return profile;
        var registered = await enterprise.SubmitAsync(profile, FilerVisit.FormSelector, button: "submit");
        yield return registered;
        yield return await enterprise.GetAsync(registered.LinkTo("直接进入应用"));
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
