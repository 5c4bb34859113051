using Beian.Tests.Browser.Walks;
using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>The core walk in the distribution's Firefox ESR.</summary>
public sealed class FirefoxTests(SignInOnSqliteSite site) : SiteTests<SignInOnSqliteSite>(site), IClassFixture<SignInOnSqliteSite>
{
    [Fact]
    public async Task Filing_FromStartToRegister_Walks()
    {
        var walk = ServiceWalks.Of(ForeignTradeOperatorWalk.Service, Site.Folder.Root);
        var sample = walk.Filer;
        var root = Site.Address.ToString().TrimEnd('/');
        var officer = await Data.OfficerAsync("A440100");
        await using var firefox = await FirefoxBrowser.StartAsync(Stop);

        await firefox.OpenAsync(root + "/services/foreign-trade-operator/start?q=" + Uri.EscapeDataString("广州"), Stop);
        await firefox.FillAsync("#authority-A440100", "", Stop);
        await firefox.FillAsync("#route-uscc", "", Stop);
        await firefox.ClickAsync("#start-form .btn-primary", Stop);
        await firefox.FillAsync("[name='account.userName']", sample.UserName, Stop);
        await firefox.FillAsync("[name='account.password']", Sample.Password, Stop);
        await firefox.FillAsync("[name='account.passwordRepeat']", Sample.Password, Stop);
        await firefox.FillAsync("[name='account.email']", sample.UserName + "@example.test", Stop);
        foreach (var (control, value) in walk.Answers)
            await firefox.AnswerAsync(control, value, Stop);
        foreach (var (code, path) in walk.Files)
            await firefox.UploadAsync($"input[name={code}]", path, Stop);
        await firefox.UploadAsync("input[name=fForm]", Sample.WriteFile(Site.Folder.Root, "登记表.png"), Stop);
        await firefox.ScreenshotAsync(Path.Combine(Screenshots.Folder, "firefox-form.png"), Stop);
        await firefox.ClickAsync("button[name=action][value=submit]", Stop);
        // Nobody can read that scan: the page asks, and takes it all the same.
        await firefox.ClickAsync("#submission-form .btn-primary", Stop);

        await firefox.OpenAsync(root + "/filings", Stop);
        Assert.Equal(
            "上报",
            await firefox.RunAsync("document.querySelector('.state-submitted')?.innerText ?? document.body.innerText", Stop)
        );
        var text = await firefox.TextAsync(Stop);
        Assert.Contains(sample.Name, text, StringComparison.Ordinal);
        await firefox.ScreenshotAsync(Path.Combine(Screenshots.Folder, "firefox-filings.png"), Stop);

        // One browser, another person: the officer.
        await firefox.ClickAsync("form[action='/account/sign-out'] button", Stop);
        await firefox.OpenAsync(root + "/account/office-sign-in", Stop);
        await firefox.FillAsync("#UserName", officer.UserName!, Stop);
        await firefox.FillAsync("#Password", TestData.Password, Stop);
        await firefox.ClickAsync("#sign-in button.btn-primary", Stop);
        await firefox.OpenAsync(root + "/office/queue", Stop);
        await firefox.ClickAsync("tbody a", Stop);
        await firefox.RunAsync("String(document.querySelector('#operatorType').selectedIndex = 6)", Stop);
        await firefox.ClickAsync("#approval button", Stop);
        await firefox.ScreenshotAsync(Path.Combine(Screenshots.Folder, "firefox-approved.png"), Stop);

        await firefox.OpenAsync($"{root}/register/foreign-trade-operator?name={Uri.EscapeDataString(sample.Name[4..8])}", Stop);
        Assert.Contains("4401" + sample.Uscc[8..17], await firefox.TextAsync(Stop), StringComparison.Ordinal);
    }
}
