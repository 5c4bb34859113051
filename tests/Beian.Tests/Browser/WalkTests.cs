using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>
/// 对外贸易经营者备案登记 from the portal to the public register, in Chromium with script and without: an enterprise files, an
/// officer returns it, the enterprise mends it, the officer approves it, the public finds it. axe looks at every page on the way.
/// </summary>
public sealed class WalkTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Filing_FromPortalToRegister_Walks(bool script)
    {
        var sample = Sample.New();
        var officer = await Data.OfficerAsync("A440100");
        var filer = new Walker(await VisitAsync(script), script);
        var desk = new Walker(await VisitAsync(script), script);

        await StartAsync(filer);
        await FillAsync(filer, sample);
        await filer.PressAsync(".btn[name=action][value=save]");
        Assert.Equal(sample.UserName, await filer.Page.Locator("[data-user-name]").InnerTextAsync());
        Assert.Matches(@"^\d{16}$", await filer.Page.Locator("[data-number]").InnerTextAsync());
        await filer.LookAsync("saved");

        await filer.PressAsync("main .actions .btn-primary");
        await filer.Page.SetInputFilesAsync("input[name=fLicence]", Sample.WriteLicence(Site.Folder.Root));
        await filer.PressAsync(".btn[name=action][value=submit]");
        await filer.ExpectAsync("上报");
        await filer.LookAsync("submitted");

        await SignInAsync(desk, officer.UserName!);
        await desk.GoAsync("/office/queue");
        await desk.LookAsync("queue");
        await desk.PressAsync($"a:has-text('{sample.Name}')");
        await desk.LookAsync("case");
        await desk.Page.FillAsync("#reason", "联系电话请核对后重新填写");
        await desk.PressAsync("form[action$='/return'] button");
        await desk.LookAsync("returned");

        await filer.GoAsync("/filings");
        await filer.LookAsync("filings");
        await filer.PressAsync($"tr:has-text('{sample.Name}') a:has-text('查看')");
        await filer.ExpectAsync("联系电话请核对后重新填写");
        await filer.LookAsync("overview-returned");
        await filer.PressAsync("a[href$='/form']");
        await filer.Page.FillAsync("[name=phone]", "020-60000009");
        await filer.LookAsync("form-returned");
        await filer.PressAsync(".btn[name=action][value=submit]");

        await desk.GoAsync("/office/queue");
        await desk.PressAsync($"a:has-text('{sample.Name}')");
        await desk.ExpectAsync("020-60000009");
        await desk.Page.SelectOptionAsync("#operatorType", new SelectOptionValue { Index = 6 });
        await desk.PressAsync("form[action$='/approval'] button");
        await desk.LookAsync("approved");

        await filer.GoAsync("/filings");
        await filer.ExpectAsync("已审核，可变更");
        var visitor = new Walker(await VisitAsync(script), script);
        await visitor.GoAsync("/register/foreign-trade-operator");
        await visitor.Page.FillAsync("#name", sample.Name[4..^4]);
        await visitor.PressAsync("main form button");
        await visitor.LookAsync("search");
        await visitor.PressAsync($"a:has-text('{sample.Name}')");
        await visitor.ExpectAsync("4401" + sample.Uscc[8..17]);
        await visitor.LookAsync("entry");
        foreach (var secret in new[] { "11010519491231002X", "walker@example.test", "020-60000009", "王小明" })
            Assert.DoesNotContain(secret, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private async Task<IPage> VisitAsync(bool script) => await chromium.VisitAsync(Site.Address.ToString(), script: script);

    private static async Task StartAsync(Walker filer)
    {
        await filer.GoAsync("/");
        await filer.LookAsync("portal");
        await filer.PressAsync("main a[href='/services/foreign-trade-operator']");
        await filer.LookAsync("service");
        await filer.GoAsync("/services/foreign-trade-operator/laws");
        await filer.LookAsync("laws");
        await filer.GoAsync("/services/foreign-trade-operator/start");
        await filer.Page.FillAsync("#q", "广州");
        await filer.PressAsync("form[role=search] button");
        await filer.LookAsync("start");
        await filer.Page.CheckAsync("#authority-A440100");
        await filer.Page.CheckAsync("#route-uscc");
        await filer.PressAsync("#start-form .btn-primary");
    }

    private static async Task FillAsync(Walker filer, Sample sample)
    {
        var page = filer.Page;
        await filer.LookAsync("form-empty");
        await page.FillAsync("[name='account.userName']", sample.UserName);
        await page.FillAsync("[name='account.password']", Sample.Password);
        await page.FillAsync("[name='account.passwordRepeat']", Sample.Password);
        await page.FillAsync("[name='account.email']", sample.UserName + "@example.test");
        foreach (var (control, value) in sample.Answers)
            await page.FillAsync($"[name='{control}']", value);
        await page.CheckAsync("[name=kind][value=enterprise]");
        // Without script a button brings the block that goes with the kind; with script it is there by itself.
        if (!filer.Script)
        {
            await filer.PressAsync(".btn[name=action][value=refresh]");
            await page.FillAsync("[name='account.password']", Sample.Password);
            await page.FillAsync("[name='account.passwordRepeat']", Sample.Password);
        }
        foreach (var (control, value) in Sample.EnterpriseAnswers)
            if (control.EndsWith("type", StringComparison.Ordinal) || control.EndsWith("currency", StringComparison.Ordinal))
                await page.SelectOptionAsync($"[name='{control}']", value);
            else
                await page.FillAsync($"[name='{control}']", value);
        await filer.LookAsync("form-filled");
    }

    private static async Task SignInAsync(Walker desk, string userName)
    {
        await desk.GoAsync("/account/office-sign-in");
        await desk.Page.FillAsync("#UserName", userName);
        await desk.Page.FillAsync("#Password", TestData.Password);
        await desk.PressAsync("#sign-in button.btn-primary");
        await desk.LookAsync("office");
    }
}
