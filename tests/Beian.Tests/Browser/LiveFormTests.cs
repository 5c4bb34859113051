using Beian.Definitions.Answers;
using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>What the form does by itself while somebody types: the server is asked, the page shows what it says.</summary>
public sealed class LiveFormTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    private const string NewForm = "/filings/new?service=foreign-trade-operator&authority=A440100&route=uscc";

    [Fact]
    public async Task Typing_ChangesWhatAppliesWhatIsWrongAndWhatFollows()
    {
        var page = await chromium.VisitAsync(Site.Address.ToString());
        await page.GotoAsync(NewForm);

        // What applies, and why.
        await page.CheckAsync("[name=kind][value=individual]");
        await Assertions.Expect(page.Locator("[name=principalName]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name=legalRepName]")).ToBeHiddenAsync();
        await page.ClickAsync("[data-why=principalName] summary");
        await Assertions.Expect(page.Locator("[data-why=principalName] p")).ToContainTextAsync("经营者性质为“个体工商户”");
        await Assertions.Expect(page.Locator("[data-required=fNotary]")).ToBeVisibleAsync();

        // What is wrong, as soon as the control is left; mended, it goes away.
        await page.FillAsync("#uscc", "91110108MA9900X1X1");
        await page.PressAsync("#uscc", "Tab");
        await Assertions.Expect(page.Locator("[data-problems=uscc] .problem")).ToContainTextAsync("校验");
        await page.FillAsync("#uscc", "91110108MA9900X1XQ");
        await page.PressAsync("#uscc", "Tab");
        await Assertions.Expect(page.Locator("[data-problems=uscc] .problem")).ToHaveCountAsync(0);

        // A rule across fields shows what it compared.
        await Assertions.Expect(page.Locator("[data-why=regNo]")).ToBeVisibleAsync();
        await page.CheckAsync("[name=kind][value=enterprise]");
        await page.FillAsync("[name='regCapital.amount']", "5000");
        await page.FillAsync("[name='regCapital.usd']", "70000");
        await page.PressAsync("[name='regCapital.usd']", "Tab");
        await Assertions.Expect(page.Locator("[data-problems=regCapital] .used")).ToContainTextAsync("70,000");

        // What follows from other answers stands in grey where it would be typed.
        await page.SelectOptionAsync("[name='regCapital.currency']", "USD");
        await page.FillAsync("[name='regCapital.usd']", "");
        await page.PressAsync("[name='regCapital.usd']", "Tab");
        await Assertions.Expect(page.Locator("[name='regCapital.usd']")).ToHaveAttributeAsync("placeholder", "5000");
        await Assertions.Expect(page.Locator("#regNo")).ToHaveAttributeAsync("placeholder", "91110108MA9900X1XQ");

        // English typed with a Chinese keyboard is converted in sight of whoever typed it.
        await page.FillAsync("#nameEn", "Example Co．， Ltd．");
        await page.PressAsync("#nameEn", "Tab");
        await Assertions.Expect(page.Locator("#nameEn")).ToHaveValueAsync("Example Co., Ltd.");
        await Assertions.Expect(page.Locator("[data-converted=nameEn]")).ToContainTextAsync("已将全角标点换成半角");
        await page.FillAsync("#nameEn", "Example Company");
        await page.PressAsync("#nameEn", "Tab");
        await Assertions.Expect(page.Locator("[data-converted=nameEn]")).ToHaveTextAsync("");

        var walker = new Walker(page, script: true, "live");
        await walker.LookAsync("form");
    }

    [Fact]
    public async Task Autosave_OfADraft_SavesEveryHalfMinuteAndNeverSubmits()
    {
        var page = await chromium.VisitAsync(Site.Address.ToString());
        await page.Clock.InstallAsync();
        var filer = Sample.New("贸易");
        await page.GotoAsync(NewForm);
        await page.FillAsync("[name='account.userName']", filer.UserName);
        await page.FillAsync("[name='account.password']", Sample.Password);
        await page.FillAsync("[name='account.passwordRepeat']", Sample.Password);
        await page.FillAsync("[name='account.email']", filer.UserName + "@example.test");
        await page.FillAsync("#nameZh", filer.Name);
        await page.ClickAsync(".btn[name=action][value=save]");
        await page.ClickAsync("main .actions .btn-primary");

        await page.FillAsync("#domicile", "自动保存的住所");
        await page.Clock.RunForAsync(31_000);
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("已自动保存");

        var filing = await Site.QueryAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.SubjectName == filer.Name, Stop));
        Assert.Equal("自动保存的住所", AnswerSet.FromJson(filing.Answers)["domicile"]);
        Assert.Equal((FilingState.Draft, 0), (filing.State, filing.Revision));
        // The page knows the version it made: the next save by hand is no conflict.
        await page.FillAsync("#zip", "510000");
        await page.ClickAsync(".btn[name=action][value=save]");
        await Assertions.Expect(page.Locator(".alert-success")).ToContainTextAsync("已保存");
        Assert.Equal("自动保存的住所", await page.InputValueAsync("#domicile"));
    }
}
