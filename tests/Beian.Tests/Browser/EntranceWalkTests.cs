using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>增加应用 → 电子商务信息管理分析应用, in Chromium: user type, the four steps, inside.</summary>
public sealed class EntranceWalkTests(SqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Application_AddedAndEntered_AsAPersonDoes(bool script)
    {
        using var visit = new FilerVisit(Site);
        await visit.SignInAsync((await Data.EnterpriseAsync()).Id);
        var walker = await chromium.WalkAsync(Site, "e-commerce", script, visit.Client);

        await walker.GoAsync("/workbench/applications?section=domestic-trade");
        await walker.PressAsync("tr:has(input[value=e-commerce]) button");
        await walker.LookAsync("user-type");
        await walker.PressAsync("#user-types button");
        await walker.LookAsync("account");
        await walker.PressAsync(".actions-bar .btn-primary");
        await walker.LookAsync("user");
        await walker.PressAsync("#user-form .btn-primary");
        foreach (
            var (control, value) in new[]
            {
                ("entName", "广州样例电子商务有限公司"),
                ("regAuthority", "广州市白云区市场监督管理局"),
                ("legalRep", "测试人"),
                ("phone", "020-81234567"),
                ("region", "440111"),
            }
        )
            await walker.AnswerAsync(control, value, () => walker.PressAsync(".btn[name=action][value=refresh]"));
        await walker.LookAsync("profile");
        await walker.PressAsync("button[value=submit]");
        await walker.ExpectAsync("注册成功");
        await walker.LookAsync("registered");
        await walker.PressAsync("main .actions .btn-primary");
        await walker.ExpectAsync("等待广州市商务局确认");
        await walker.LookAsync("home");
    }
}
