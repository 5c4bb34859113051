using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>On a phone the menus take a line each until somebody opens them, which needs no script; a wide window shows them as they are.</summary>
public sealed class FoldedMenusTests(SqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    private const int Phone = 360;

    [Fact]
    public async Task Menus_OnAPhone_AreFoldedAndOpenedByKeyboardWithoutScript()
    {
        using var officer = await new Scene(Site, Data).OfficerAsync(Scene.Guangzhou);
        var page = await chromium.VisitAsync(Site.Address.ToString(), Phone, script: false, client: officer);
        await page.GotoAsync("/office/queue");

        // The work begins on the first screen, and each menu says where one is.
        Assert.InRange((await page.Locator("h1").BoundingBoxAsync())!.Y, 0, 300);
        Assert.StartsWith("您好", await page.InnerTextAsync(".banner summary"), StringComparison.Ordinal);
        Assert.Equal("菜单：备案审核", await page.InnerTextAsync(".site-nav summary"));
        Assert.Equal("广州市商务局：备案审核", await page.InnerTextAsync(".side-nav summary"));
        foreach (var folded in new[] { ".banner-tools", ".site-nav ul", ".side-nav ul" })
            await Assertions.Expect(page.Locator(folded)).ToBeHiddenAsync();

        await page.Locator(".banner summary").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".banner-tools button")).ToBeVisibleAsync();
        await page.Locator(".side-nav summary").PressAsync("Space");
        await page.ClickAsync(".side-nav a:has-text('台账')");
        Assert.Equal("菜单：台账", await page.InnerTextAsync(".site-nav summary"));

        await page.SetViewportSizeAsync(1280, 900);
        await Assertions.Expect(page.Locator(".side-nav a:has-text('备案审核')")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".site-nav a[aria-current]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("summary:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Menus_FoldedAndOpened_AreAccessible()
    {
        using var officer = await new Scene(Site, Data).OfficerAsync(Scene.Guangzhou);
        var page = await chromium.VisitAsync(Site.Address.ToString(), Phone, client: officer);
        await page.GotoAsync("/office/ledger");
        await ChromiumBrowser.AssertAccessibleAsync(page);
        foreach (var menu in await page.Locator(".fold summary").AllAsync())
            await menu.ClickAsync();
        await ChromiumBrowser.AssertAccessibleAsync(page);
    }
}
