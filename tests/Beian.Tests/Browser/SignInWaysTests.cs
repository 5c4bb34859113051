using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>A person in Chromium, with its virtual security key: registers the key, signs out, signs in with it; looks at the pages of an account on the way.</summary>
public sealed class SignInWaysTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Key_RegisteredInChromium_SignsIn()
    {
        var account = await Data.EnterpriseAsync();
        // A key belongs to a name, never to a network address.
        var page = await chromium.VisitAsync($"http://localhost:{Site.Address.Port}/");
        var walker = new Walker(page, script: true, "sign-in-ways");
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var options = new
        {
            protocol = "ctap2",
            transport = "usb",
            hasResidentKey = true,
            hasUserVerification = true,
            isUserVerified = true,
            automaticPresenceSimulation = true,
        };
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options });

        await walker.GoAsync("/account/sign-in");
        await walker.SignInAsync(account.UserName!, TestData.Password);
        await walker.GoAsync("/account");
        await walker.LookAsync("account");
        await walker.GoAsync("/account/authenticator");
        await walker.LookAsync("authenticator");

        await walker.GoAsync("/account/passkeys");
        await page.FillAsync("#Name", "办公室的钥匙");
        await page.FillAsync("#Password", TestData.Password);
        await walker.PressAsync("#add-key button.btn-primary");
        await walker.ExpectAsync("电子钥匙已登记");
        await walker.LookAsync("keys");
        await page.FillAsync("#Name", "再来一次");
        await page.FillAsync("#Password", TestData.Password);
        await page.ClickAsync("#add-key button.btn-primary");
        await Assertions.Expect(page.Locator("#add-key [data-passkey-problem]")).ToContainTextAsync("已经登记过");

        await walker.PressAsync(".banner-tools button");
        await walker.GoAsync("/account/sign-in?returnUrl=%2Ffilings");
        await walker.LookAsync("sign-in");
        await walker.PressAsync("a:has-text('使用电子钥匙')");
        await walker.LookAsync("key");
        await walker.PressAsync("form[data-passkey] button");
        Assert.EndsWith("/filings", page.Url, StringComparison.Ordinal);
        await walker.ExpectAsync("上次登录");
    }
}
