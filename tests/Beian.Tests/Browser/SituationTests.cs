using Beian.Tests.Features.Account;
using Beian.Tests.Features.Office;
using Beian.Tests.Features.Register.Import;
using Beian.Tests.Support;
using Beian.Web.Features.Register.Import;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>
/// The flow chart of the manual, in Chromium: who never filed, who filed before 2016-12-01 and who filed since then, each from the question on the service's home to
/// where it ends. What lies between is walked in <see cref="WalkTests"/>.
/// </summary>
public sealed class SituationTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    private const string Service = "foreign-trade-operator";
    private const string Home = "/services/" + Service;
    private const string Password = "Bian-jiang 2027!";
    private const string Name = "广州市旧登记流程贸易有限公司";

    [Fact]
    public async Task Situations_FromTheHomeOfTheService_LeadEachToItsEnd()
    {
        await NewcomerAsync();
        await BeforeAsync();
        await SinceAsync();
    }

    /// <summary>是否提交过备案登记申请表：否 → 选择机关和方式 → 填写 → 保存.</summary>
    private async Task NewcomerAsync()
    {
        var walker = await chromium.WalkAsync(Site, "situations");
        await walker.GoAsync(Home);
        await walker.PressAsync($".situations a[href='{Home}/start']");
        await walker.Page.FillAsync("#q", "广州");
        await walker.PressAsync("form[role=search] button");
        await walker.Page.CheckAsync("#authority-A440100");
        await walker.Page.CheckAsync("#route-uscc");
        await walker.PressAsync("#start-form .btn-primary");
        await walker.AnswerAsync("account.userName", "situation_new");
        await walker.AnswerAsync("account.email", "situation_new@example.test");
        await walker.AnswerAsync("account.password", Password);
        await walker.AnswerAsync("account.passwordRepeat", Password);
        await walker.AnswerAsync("nameZh", "广州市新备案流程贸易有限公司");
        await walker.PressAsync(".btn[name=action][value=save]");
        Assert.Equal("situation_new", await walker.Page.Locator("[data-user-name]").InnerTextAsync());
    }

    /// <summary>2016年12月1日前 → 已审批 → 联系备案登记机关开通用户 → 登录应用查看信息状态.</summary>
    private async Task BeforeAsync()
    {
        var number = LegacyFile.NewNumber();
        using var file = new LegacyFile().Add(LegacyFile.Approved(Name, number: number)).Write();
        await Site.InScopeAsync(s =>
            s.GetRequiredService<Importer>()
                .RunAsync(new(file.Path, Service, file.Report, new Dictionary<string, string>(), false), _ => { }, Stop)
        );

        var walker = await chromium.WalkAsync(Site, "situations");
        await walker.GoAsync(Home);
        await walker.PressAsync($".situations a[href='/register/{Service}']");
        await walker.Page.FillAsync("#name", "旧登记流程");
        await walker.PressAsync("main form button");
        await walker.PressAsync($"a:has-text('{Name}')");
        await walker.LookAsync("legacy-entry");
        await walker.PressAsync("a[href$='/claim']");
        await walker.LookAsync("claim");
        await walker.Page.FillAsync("#Name", "测试人");
        await walker.Page.FillAsync("#Phone", "020-81234567");
        await walker.PressAsync("main form .btn-primary");
        await walker.ExpectAsync("申请已提交备案登记机关");

        var (userName, code) = await OpenAsync();

        await walker.GoAsync("/account/sign-in");
        await walker.PressAsync("a[href='/account/password-reset']");
        await walker.LookAsync("password-reset");
        await walker.PressAsync("a[href='/account/one-time-code']");
        await walker.LookAsync("one-time-code");
        await walker.Page.FillAsync("#UserName", userName);
        await walker.Page.FillAsync("#Code", code);
        await walker.PressAsync("main form .btn-primary");
        await walker.LookAsync("new-password");
        await walker.Page.FillAsync("#UserName", "situation_before");
        await walker.Page.FillAsync("#NewPassword", Password);
        await walker.Page.FillAsync("#NewPasswordRepeat", Password);
        await walker.PressAsync("main form .btn-primary");
        await walker.PressAsync("main .btn-primary");
        await walker.SignInAsync("situation_before", Password);
        await walker.ExpectAsync(Name);
        await walker.ExpectAsync("已审核，可变更");
        await walker.LookAsync("held-entries");
    }

    /// <summary>The officer finds the request, looks at documents and hands a code over.</summary>
    private async Task<(string UserName, string Code)> OpenAsync()
    {
        var officer = await Data.OfficerAsync(Scene.Guangzhou);
        var desk = await chromium.WalkAsync(Site, "situations");
        await desk.GoAsync("/account/office-sign-in");
        await desk.SignInAsync(officer.UserName!, TestData.Password);
        await desk.GoAsync("/office/enterprises?tab=unopened");
        await desk.LookAsync("enterprises");
        await desk.GoAsync("/office/enterprises/claims");
        await desk.LookAsync("claims");
        await desk.PressAsync($"a:has-text('{Name}')");
        await desk.LookAsync("opening");
        await desk.Page.CheckAsync("#document-licence");
        await desk.Page.FillAsync("#note", "经办人到窗口办理");
        await desk.Page.CheckAsync("#way-code");
        await desk.PressAsync("#opening .btn-primary");
        await desk.LookAsync("opened");
        var (userName, code) = (
            await desk.Page.Locator("[data-user-name]").InnerTextAsync(),
            await desk.Page.Locator("[data-code]").InnerTextAsync()
        );
        await desk.PressAsync("main a[href^='/office/enterprises/']");
        await desk.LookAsync("enterprise");
        return (userName, code);
    }

    /// <summary>2016年12月1日后 → 登录应用 → 暂未审核：编辑.</summary>
    private async Task SinceAsync()
    {
        var filing = await new Scene(Site, Data).SubmittedAsync(name: "广州市新系统流程贸易有限公司");
        var owner = await Data.OwnerOfAsync(filing);
        var walker = await chromium.WalkAsync(Site, "situations");
        await walker.GoAsync(Home);
        await walker.PressAsync(".situations a[href*='/account/sign-in']");
        await walker.SignInAsync(owner.UserName!, TestData.Password);
        await walker.ExpectAsync("上报");
        await walker.PressAsync("a:has-text('编辑')");
        Assert.EndsWith($"/filings/{filing.Id}/form", walker.Page.Url, StringComparison.Ordinal);
    }
}
