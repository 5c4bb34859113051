using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Beian.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>
/// Debian's Chromium for the browser tests of a class, started once: the one without any window, which spares the half of its time the other spends on them.
/// </summary>
public sealed partial class ChromiumBrowser : IAsyncLifetime
{
    /// <summary>The markup axe found nothing in, in any walk of this run.</summary>
    private static readonly ConcurrentDictionary<string, bool> _accessible = new();

    /// <summary>Milliseconds a page may take on a machine that has much else to do.</summary>
    private const int Patience = 20_000;

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium-headless-shell",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Somebody who walks through a site in a browser of his own.</summary>
    /// <param name="about">What the walk is about.</param>
    /// <param name="client">Whose sign-in the visitor has; null: nobody's.</param>
    internal async Task<Walker> WalkAsync(TestSite site, string about, bool script = true, SiteClient? client = null) =>
        new(await VisitAsync(site.Address.ToString(), script: script, client: client), script, about);

    /// <summary>A fresh visitor: own cookies, a window of a width, script on or off.</summary>
    /// <param name="client">Whose sign-in the visitor has; null: nobody's.</param>
    public async Task<IPage> VisitAsync(string baseUrl, int width = 1280, bool script = true, SiteClient? client = null)
    {
        var context = await Browser.NewContextAsync(
            new()
            {
                BaseURL = baseUrl,
                JavaScriptEnabled = script,
                Locale = "zh-CN",
                ViewportSize = new() { Width = width, Height = width < 600 ? 740 : 900 },
            }
        );
        if (client is not null)
            await context.AddCookiesAsync(
                client
                    .Cookies.GetAllCookies()
                    .Select(c => new Cookie
                    {
                        Name = c.Name,
                        Value = c.Value,
                        Url = baseUrl,
                    })
            );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        return page;
    }

    /// <summary>
    /// Fails with every rule of WCAG 2.2 A and AA (and good practice) that axe finds broken on the page. A page whose markup is like that of one before,
    /// with other words and numbers in it, is not looked at again: axe takes its second.
    /// </summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        var markup = Number().Replace(Value().Replace(Words().Replace(await page.ContentAsync(), ">x<"), ""), "0");
        if (_accessible.ContainsKey(markup))
            return;
        var result = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
                // What it says of the nodes without fault is half of its time.
                ResultTypes = [ResultType.Violations],
            }
        );
        var broken = result.Violations.Select(v =>
            $"{page.Url} {v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Take(5).Select(n => n.Html))}"
        );
        var found = string.Join('\n', broken);
        Assert.True(found.Length == 0, found);
        _accessible.TryAdd(markup, true);
    }

    [GeneratedRegex(@">[^<]*[^<\s][^<]*<")]
    private static partial Regex Words();

    [GeneratedRegex(@" value=""[^""]*""")]
    private static partial Regex Value();

    /// <summary>Numbers, and what is drawn at random: ids, tokens.</summary>
    [GeneratedRegex(@"[0-9A-Za-z_-]{20,}|(?<!</?h)\d+")]
    private static partial Regex Number();
}
