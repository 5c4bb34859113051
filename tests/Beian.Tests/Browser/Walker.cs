using Beian.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>A person at a browser who looks at each page: at desktop width, at 200 % zoom and on a phone.</summary>
/// <param name="page">The browser's window.</param>
/// <param name="script">Whether it runs scripts.</param>
/// <param name="service">What the walk is about: its pictures stand together.</param>
internal sealed class Walker(IPage page, bool script, string service)
{
    /// <summary>What sticks out to the right of the window, where the page is wider than it.</summary>
    private const string TooWide = """
        document.documentElement.scrollWidth <= innerWidth ? '' :
          [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
            .map(e => `${innerWidth}: ${location.pathname} ${e.outerHTML.slice(0, 120)} ${e.getBoundingClientRect().right}`).join('\n') || `${innerWidth}: ${document.documentElement.scrollWidth}`
        """;

    private static readonly (int Width, string Label)[] Widths = [(1280, "1280"), (640, "zoom200"), (360, "360")];

    public IPage Page => page;

    public async Task GoAsync(string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{answer.Status} at {path}");
    }

    /// <summary>Presses something that leads to a page.</summary>
    public async Task PressAsync(string selector)
    {
        var here = page.Url;
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator(selector).First.ClickAsync(),
            r => r.Request.IsNavigationRequest && r.Status is < 300 or >= 400
        );
        await LoadedAsync();
        Assert.True(answer.Ok, $"{answer.Status} after {selector} at {here}: {await page.InnerTextAsync("main")}");
    }

    /// <summary>Types name and password on a sign-in page.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        await page.FillAsync("#UserName", userName);
        await page.FillAsync("#Password", password);
        await PressAsync("#sign-in button.btn-primary");
    }

    /// <summary>The event of a page that loads while its answer is looked at goes by unseen at times; the document itself knows.</summary>
    private async Task LoadedAsync()
    {
        try
        {
            await page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = 8_000 });
        }
        catch (TimeoutException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Equal("complete", await page.EvaluateAsync<string>("document.readyState"));
        }
    }

    public async Task ExpectAsync(string text) => Assert.Contains(text, await page.InnerTextAsync("body"), StringComparison.Ordinal);

    /// <summary>
    /// Answers the question of a form's control as a person does: types, chooses or ticks. A control that does not apply yet is waited for
    /// (with script) or asked for by the page's button (<paramref name="refresh"/>); a row that is not there is added.
    /// </summary>
    public async Task AnswerAsync(string control, string value, Func<Task>? refresh = null)
    {
        var named = page.Locator($"main [name='{control}']");
        if (await named.CountAsync() == 0 && control.Split('.') is [var table, _, ..])
            await AddRowAsync(table, refresh);
        if (!script && refresh is not null && !await named.First.IsVisibleAsync())
            await refresh();
        switch (await named.First.GetAttributeAsync("type"))
        {
            case "hidden" or null when await IsRegionAsync(control):
                await ChooseRegionAsync(control, value, refresh);
                break;
            case "radio" or "checkbox":
                foreach (var one in value.Split(' '))
                    await page.CheckAsync($"main [name='{control}'][value='{one}']");
                break;
            case null when await page.Locator($"main select[name='{control}']").CountAsync() > 0:
                await named.SelectOptionAsync(value);
                break;
            default:
                await named.FillAsync(value);
                break;
        }
    }

    /// <summary>With script a region is a list for each level beside the hidden control; without, one list that says its levels.</summary>
    private async Task<bool> IsRegionAsync(string control) =>
        await page.Locator($"main select[name='{control}'][data-region], main .control-row:has(select) > [type=hidden][name='{control}']")
            .CountAsync() > 0;

    /// <summary>Goes from the province to the district; without script the page's button brings what lies below.</summary>
    private async Task ChooseRegionAsync(string control, string code, Func<Task>? refresh)
    {
        string[] path = [code[..2] + "0000", code[..4] + "00", code];
        foreach (var (index, step) in path.Index())
        {
            if (!script && index > 0 && refresh is not null)
                await refresh();
            var list = !script ? $"main select[name='{control}']" : $"main [id='{control}{(index == 0 ? "" : $"-{index + 1}")}']";
            await page.SelectOptionAsync(list, step);
        }
    }

    private async Task AddRowAsync(string table, Func<Task>? refresh)
    {
        var button = page.Locator($"[data-add-row='{table}']");
        if (script)
            await button.ClickAsync();
        else if (refresh is not null)
            await refresh();
    }

    /// <summary>axe finds nothing, nothing sticks out at any width; the pictures are kept where they are asked for.</summary>
    public async Task LookAsync(string name)
    {
        if (script)
        {
            // What axe judges is the same markup without script.
            await ChromiumBrowser.AssertAccessibleAsync(page);
            foreach (var (width, _) in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                Assert.Equal("", await page.EvaluateAsync<string>(TooWide));
            }
        }
        if (TestSettings.TakesScreenshots)
            foreach (var (width, label) in Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.TakeAsync($"{service}-{name}-{label}{(script ? "" : "-noscript")}");
            }
        await page.SetViewportSizeAsync(1280, 900);
    }
}
