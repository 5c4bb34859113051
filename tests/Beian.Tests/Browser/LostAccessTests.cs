using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>忘记密码, 忘记账户名称, in Chromium: from the sign-in page to being signed in again.</summary>
public sealed class LostAccessTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    private const string NewPassword = "Bian-jiang 2027!";

    [Fact]
    public async Task Password_ByNameAndAddress_IsSetByTheLinkAndSignsIn()
    {
        var account = await Data.EnterpriseAsync();
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.EmailConfirmed, true), Stop)
        );
        var walker = await chromium.WalkAsync(Site, "lost-access");

        await walker.GoAsync("/account/sign-in");
        await walker.PressAsync("a[href='/account/password-reset']");
        await walker.PressAsync("a[href='/account/user-names']");
        await walker.LookAsync("user-names");
        await walker.GoAsync("/account/password-reset");
        await walker.Page.FillAsync("#UserName", account.UserName!);
        await walker.Page.FillAsync("#Email", account.Email!);
        await walker.PressAsync("main form .btn-primary");
        await walker.ExpectAsync("30 分钟内有效");
        await walker.LookAsync("password-asked-for");

        await walker.GoAsync(await Links.LastAsync(Site, account.Id, "password-link"));
        await walker.Page.FillAsync("#NewPassword", NewPassword);
        await walker.Page.FillAsync("#NewPasswordRepeat", NewPassword);
        await walker.PressAsync("main form .btn-primary");
        await walker.LookAsync("password-set");
        await walker.PressAsync("main .btn-primary");
        await walker.SignInAsync(account.UserName!, NewPassword);
        Assert.EndsWith("/filings", walker.Page.Url, StringComparison.Ordinal);
    }
}
