using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>The public half of a service as the manual tells it: 应用首页 with its search and blank form, 法律法规, the offices' contacts.</summary>
public sealed class ServiceHomeTests(SqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    private const string Service = "foreign-trade-operator";

    [Fact]
    public async Task Home_SearchEntryBlankFormLawsAndContacts_Walk()
    {
        var name = "广州首页贸易有限公司";
        var filing = await new Scene(Site, Data).ApprovedAsync(name: name);
        var walker = await chromium.WalkAsync(Site, Service);

        // The way a visitor takes: register from the main navigation, then the service's home, by code and by name.
        await walker.GoAsync("/");
        await walker.PressAsync(".site-nav a[href='/register']");
        await walker.LookAsync("registers");
        await walker.GoAsync("/services/" + Service);
        Assert.Equal("登录应用", await walker.Page.InnerTextAsync(".side-nav a >> nth=0"));
        await walker.Page.FillAsync("main [name=code]", "4401" + filing.SubjectCode[8..17]);
        await walker.PressAsync("main form[action='/register/foreign-trade-operator'] button");
        await walker.ExpectAsync(name);
        await walker.PressAsync(".side-nav a:has-text('应用首页')");
        await walker.Page.FillAsync("main [name=name]", name[2..6]);
        await walker.PressAsync("main form[action='/register/foreign-trade-operator'] button");
        await walker.PressAsync($"a:has-text('{name}')");
        await walker.ExpectAsync("4401" + filing.SubjectCode[8..17]);
        await walker.PressAsync(".side-nav a:has-text('空白表下载')");
        await walker.LookAsync("blank");

        await walker.PressAsync(".side-nav a:has-text('法律法规')");
        await walker.Page.FillAsync("#q", "登报声明");
        await walker.PressAsync("main form[role=search] button");
        Assert.Equal(1, await walker.Page.Locator(".laws li").CountAsync());
        Assert.Equal("登报声明", await walker.Page.InnerTextAsync(".laws mark"));
        await walker.LookAsync("laws-found");
        await walker.PressAsync(".laws a");
        await walker.ExpectAsync("已废止");
        await walker.LookAsync("law");

        await walker.PressAsync(".side-nav a:has-text('备案登记机关')");
        await walker.Page.FillAsync("#q", "广州");
        await walker.PressAsync("main form[role=search] button");
        await walker.ExpectAsync("广州市商务局");
        await walker.LookAsync("authorities");
    }
}
