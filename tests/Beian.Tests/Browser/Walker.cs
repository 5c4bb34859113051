using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>A person at a browser who looks at each page: at desktop width, at 200 % zoom and on a phone.</summary>
internal sealed class Walker(IPage page, bool script)
{
    /// <summary>What sticks out to the right of the window, where the page is wider than it.</summary>
    private const string TooWide = """
        document.documentElement.scrollWidth <= innerWidth ? '' :
          [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5)
            .map(e => `${innerWidth}: ${location.pathname} ${e.outerHTML.slice(0, 120)} ${e.getBoundingClientRect().right}`).join('\n') || `${innerWidth}: ${document.documentElement.scrollWidth}`
        """;

    public IPage Page => page;

    public bool Script => script;

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
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.True(answer.Ok, $"{answer.Status} after {selector} at {here}: {await page.InnerTextAsync("main")}");
    }

    public async Task ExpectAsync(string text) => Assert.Contains(text, await page.InnerTextAsync("body"), StringComparison.Ordinal);

    /// <summary>axe finds nothing, nothing sticks out at any width, and the pictures are kept.</summary>
    public async Task LookAsync(string name)
    {
        // axe needs script in the page; what it judges is the same markup either way.
        if (script)
            await ChromiumBrowser.AssertAccessibleAsync(page);
        var suffix = script ? "" : "-noscript";
        foreach (var (width, label) in new[] { (1280, "1280"), (640, "zoom200"), (360, "360") })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.TakeAsync($"{name}-{label}{suffix}");
            if (script)
                Assert.Equal("", await page.EvaluateAsync<string>(TooWide));
        }
        await page.SetViewportSizeAsync(1280, 900);
    }
}
