using Beian.Tests.Features.Account.Platform;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>国家政务服务平台账号登录 in Chromium, over the provider's own pages, with script and without: the first time it makes an account, then it signs in to it.</summary>
public sealed class PlatformSignInWalkTests(PlatformSite site, ChromiumBrowser chromium)
    : SiteTests<PlatformSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Platform_FirstAndLaterSignIn_AsAPersonDoes(bool script)
    {
        await Site.Provider.OrderAsync($"somebody in a browser, script {script}");
        var walker = await chromium.WalkAsync(Site, "platform-sign-in", script);
        await walker.GoAsync("/account/sign-in");
        await walker.PressAsync("a:has-text('国家政务服务平台账号')");
        await walker.LookAsync("stranger");
        await walker.Page.FillAsync("#create [name=UserName]", "nat_" + Guid.CreateVersion7().ToString("N")[^10..]);
        await walker.Page.FillAsync("#create [name=Email]", "national@example.test");
        await walker.PressAsync("#create .btn-primary");
        await walker.ExpectAsync("您好！");

        await walker.PressAsync(".banner-tools button");
        await walker.GoAsync("/account/sign-in?returnUrl=%2Ffilings");
        await walker.PressAsync("a:has-text('国家政务服务平台账号')");
        Assert.EndsWith("/filings", walker.Page.Url, StringComparison.Ordinal);
    }
}
