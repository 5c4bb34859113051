using Beian.Tests.Features.Account;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>The platform as its manual tells it: portal, an account without a filing, 增加应用, a first filing, its progress for a colleague.</summary>
public sealed class PlatformWalkTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Platform_FromPortalToProgress_Walks()
    {
        var walker = await chromium.WalkAsync(Site, "platform");

        await walker.GoAsync("/");
        await walker.Page.FillAsync("#services [name=q]", "电商");
        await walker.PressAsync("#services form button");
        Assert.Equal(1, await walker.Page.Locator(".tile").CountAsync());
        await walker.PressAsync("#services .tabs a:has-text('对外贸易')");
        await walker.LookAsync("portal-section");
        await walker.GoAsync("/help/sign-in");
        await walker.PressAsync("#browser button");
        Assert.True(await walker.Page.Locator("[data-scripts-run]").IsVisibleAsync());
        await walker.LookAsync("sign-in-help");

        await walker.GoAsync("/");
        await walker.PressAsync(".sign-in a:has-text('请申请')");
        await walker.LookAsync("new-account");
        await walker.PressAsync("main a:has-text('这里') >> nth=0");
        await RegisterAsync(walker);
        await walker.ExpectAsync("您好！测试平台贸易有限公司");

        await walker.PressAsync(".side-nav a:has-text('增加应用')");
        await walker.LookAsync("applications");
        await walker.PressAsync(".tabs a:has-text('对外贸易')");
        await walker.PressAsync("tr:has-text('货运代理') button");
        await walker.ExpectAsync("申请成功");
        await walker.LookAsync("application");
        await walker.PressAsync("form[action='/workbench/favourites'] button");
        await walker.LookAsync("favourites");
        await walker.PressAsync(".side-nav a:has-text('新增业务')");
        await walker.LookAsync("services");
        await walker.PressAsync(".side-nav h2 a");
        await walker.LookAsync("workbench");
        await walker.PressAsync(".side-nav a:has-text('我的网站')");
        await walker.LookAsync("websites");
        await walker.PressAsync(".banner-tools a:has-text('系统设置')");
        await walker.PressAsync("main a:has-text('大字版')");
        await walker.LookAsync("settings-large");
        await walker.PressAsync("main a:has-text('标准字号')");
        await walker.PressAsync(".banner-tools a:has-text('操作指南')");
        await walker.LookAsync("guide");
        await walker.GoAsync("/tickets");
        await walker.LookAsync("tickets");

        using var filer = new FilerVisit(Site);
        var saved = (await filer.SaveNewAsync()).ExpectOk();
        await walker.PressAsync(".side-nav a:has-text('进度查询')");
        await walker.Page.FillAsync("#Number", saved.TextOf("[data-number]"));
        await walker.Page.FillAsync("#Code", saved.TextOf("[data-progress-code]"));
        await walker.PressAsync("main form button");
        await walker.ExpectAsync("由企业办理：还没有上报");
        await walker.LookAsync("progress");
    }

    private static async Task RegisterAsync(Walker walker)
    {
        var typed = new Dictionary<string, string>
        {
            ["account.userName"] = "walk_" + Guid.CreateVersion7().ToString("N")[^12..],
            ["account.password"] = FilerVisit.Password,
            ["account.passwordRepeat"] = FilerVisit.Password,
            ["account.email"] = "walk@example.test",
            ["Phone"] = "13800138000",
            ["Company"] = "测试平台贸易有限公司",
            ["Code"] = Scene.NewUscc(),
        };
        foreach (var (control, value) in typed)
            await walker.AnswerAsync(control, value);
        await walker.LookAsync("registration");
        await walker.PressAsync("#registration .actions button");
        await walker.ExpectAsync("注册成功");
    }
}
