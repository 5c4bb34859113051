using Beian.Tests.Features.Account;
using Beian.Tests.Features.Office;
using Beian.Tests.Features.Office.Ledger;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>An administrator in Chromium: looks into the ledger, exports it, creates an officer, sees it in the log.</summary>
public sealed class AdministrationWalkTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Administrator_FromLedgerToLog_Walks()
    {
        const string Place = "A440800";
        await new Scene(Site, Data).ApprovedAsync(Place, "台账漫步测试有限公司");
        var administrator = await Data.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        var desk = await chromium.WalkAsync(Site, "administration");
        await desk.GoAsync("/account/office-sign-in");
        await desk.SignInAsync(administrator.UserName!, TestData.Password);
        await desk.LookAsync("home");

        await desk.PressAsync(".side-nav a:has-text('台账')");
        await desk.Page.SelectOptionAsync("#authority", Place);
        await desk.PressAsync("form[role=search] button");
        await desk.ExpectAsync("台账漫步测试");
        await desk.LookAsync("ledger");
        await desk.GoAsync($"/office/ledger?of=filings&authority={Place}");
        await desk.ExpectAsync("台账漫步测试");
        Assert.True(
            await desk.Page.EvaluateAsync<bool>(
                "document.querySelector('.table-frame').scrollWidth <= document.querySelector('.table-frame').clientWidth"
            )
        );
        await desk.LookAsync("ledger-filings");
        await desk.GoAsync($"/office/ledger?authority={Place}");
        await desk.PressAsync("#export button[value=xlsx]");
        await desk.LookAsync("export");
        await DoneAsync(desk);
        await desk.LookAsync("export-done");
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync("#export a.btn-primary"));
        Assert.Contains(
            "台账漫步测试",
            string.Concat(LedgerScene.RowsOf(await File.ReadAllBytesAsync(await download.PathAsync(), Stop))[1]),
            StringComparison.Ordinal
        );

        await desk.PressAsync(".side-nav a:has-text('系统管理')");
        await desk.LookAsync("officers");
        await desk.PressAsync("a:has-text('开通用户')");
        await desk.LookAsync("officer-new");
        const string UserName = "walk_with_script";
        await desk.Page.FillAsync("#name", "测试新人");
        await desk.Page.FillAsync("#userName", UserName);
        await desk.Page.SelectOptionAsync("#authority", Place);
        await desk.PressAsync("#officer-form button");
        Assert.Equal(UserName, await desk.Page.InnerTextAsync("[data-user-name]"));
        await desk.LookAsync("officer-created");
        await desk.PressAsync("a:has-text('用户管理')");
        await desk.PressAsync("a:has-text('测试新人')");
        await desk.LookAsync("officer");
        foreach (var part in new[] { "机关信息", "节假日", "操作日志" })
        {
            await desk.GoAsync("/office/officers");
            await desk.PressAsync($".tabs a:has-text('{part}')");
            await desk.LookAsync(part);
        }
        await desk.ExpectAsync("开通主管部门用户");
        await desk.ExpectAsync("导出台账");
        await desk.GoAsync("/office/authorities/" + Place);
        await desk.LookAsync("authority");
    }

    /// <summary>The page tells by itself.</summary>
    private static Task DoneAsync(Walker desk) => Assertions.Expect(desk.Page.Locator("#export a.btn-primary")).ToBeVisibleAsync();
}
