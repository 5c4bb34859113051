using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Person = Beian.Web.Features.Account.Account;

namespace Beian.Tests.Features.Account;

/// <summary>What is told after a sign-in, sessions ended by others, and passwords that come back or grow old.</summary>
public abstract class SignedInTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; rv:115.0) Gecko/20100101 Firefox/115.0";
    private const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36";

    [Fact]
    public async Task SignIn_AfterTwoFailures_TellsWhenAndWithWhatTheLastOneWasAndWhatFailedSince()
    {
        var account = await Data.EnterpriseAsync();
        using var first = Browser(Firefox);
        (await EnterAsync(first, account)).ExpectText("这是您首次登录");
        Assert.Empty((await first.GetAsync("/workbench")).TextsOf(".greeting")); // told once
        using var stranger = Browser(Chrome);
        await EnterAsync(stranger, account, "wrong-Password-1");
        await EnterAsync(stranger, account, "wrong-Password-2");

        var greeting = (await EnterAsync(first, account)).TextOf(".greeting");
        Assert.Contains(
            $"上次登录：{Data.Now.AddHours(8):yyyy-MM-dd HH:mm}，Firefox 115 · Windows 198.51.",
            greeting,
            StringComparison.Ordinal
        );
        Assert.Contains("此后有 2 次登录失败", greeting, StringComparison.Ordinal);
        (await first.GetAsync("/account")).ExpectText("此后登录失败 2 次");
        Assert.DoesNotContain("登录失败", (await EnterAsync(first, account)).TextOf(".greeting"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_HashedMoreCheaplyThanSet_IsHashedAnew()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Browser(Firefox);
        await EnterAsync(client, account);
        var after = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id, Stop));
        Assert.Equal((1000, 2000), (account.HashIterations(), after.HashIterations()));
    }

    [Fact]
    public async Task OtherSessions_OfAnEnterprise_StandSideBySideAndEndTogether()
    {
        var account = await Data.EnterpriseAsync();
        using var here = Browser(Firefox);
        using var there = Browser(Chrome);
        using var elsewhere = Browser(Chrome);
        foreach (var browser in new[] { here, there, elsewhere })
            await EnterAsync(browser, account);
        Assert.Equal("/account", (await there.GetAsync("/account")).Path);

        var page = await here.SubmitAsync(await here.GetAsync("/account"), "form[action*=OtherSessions]");
        page.ExpectText("其他登录已全部退出");
        Assert.Single(page.TextsOf("tbody tr"));
        foreach (var browser in new[] { there, elsewhere })
            Assert.StartsWith("/?returnUrl", (await browser.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficerSignIn_InASecondBrowser_EndsTheFirstAndTellsBoth()
    {
        var officer = await Data.OfficerAsync("MOFCOM");
        using var first = Browser(Firefox);
        using var second = Browser(Chrome);
        await EnterAsync(first, officer);
        (await EnterAsync(second, officer)).ExpectText("您在别处的登录（Firefox 115 · Windows 198.51.");

        var told = await first.GetAsync("/office/queue");
        Assert.StartsWith("/account/office-sign-in", told.Path, StringComparison.Ordinal);
        Assert.Contains("在别处登录（Chrome 130 · Linux 198.51.", told.TextOf("[data-replaced]"), StringComparison.Ordinal);
        Assert.Equal("/office/queue", (await second.GetAsync("/office/queue")).Path);

        Assert.Empty((await EnterAsync(first, officer)).TextsOf("[data-replaced]"));
        Assert.NotEmpty((await second.GetAsync("/office")).TextsOf("[data-replaced]"));
        Assert.Equal(
            2,
            await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == officer.Id && e.Kind == "SessionReplaced", Stop))
        );
    }

    [Fact]
    public async Task Password_OneOfTheLastFive_DoesNotComeBack()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Browser(Firefox);
        await EnterAsync(client, account);
        string[] passwords = [TestData.Password, .. Enumerable.Range(1, 5).Select(i => $"Bian-jiang 202{i}!")];
        for (var i = 1; i < 5; i++)
        {
            (await ChangeAsync(client, passwords[i - 1], TestData.Password)).ExpectText(
                i == 1 ? "新密码不能与原密码相同" : "最近五次用过的密码"
            );
            (await ChangeAsync(client, passwords[i - 1], passwords[i])).ExpectText("密码已修改");
        }
        (await ChangeAsync(client, passwords[4], TestData.Password)).ExpectText("最近五次用过的密码");
        (await ChangeAsync(client, passwords[4], passwords[5])).ExpectText("密码已修改");
        (await ChangeAsync(client, passwords[5], TestData.Password)).ExpectText("密码已修改");
    }

    [Fact]
    public async Task Password_OfAnOfficerAfterNinetyDays_MustBeChangedFirst_AnEnterprisesHolds()
    {
        var (officer, enterprise) = (await Data.OfficerAsync("MOFCOM"), await Data.EnterpriseAsync());
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == officer.Id || a.Id == enterprise.Id)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.CreatedAt, Data.Now.AddDays(-90)), Stop)
        );
        using var client = Browser(Firefox);
        var page = await EnterAsync(client, officer);
        Assert.Equal("/account/password", page.Path);
        page.ExpectText("您的密码已使用满 90 天");
        Assert.Equal("/account/password", (await client.GetAsync("/office")).Path);
        await ChangeAsync(client, TestData.Password, "Bian-jiang 2027!");
        Assert.Equal("/office/queue", (await client.GetAsync("/office/queue")).Path);
        using var other = Browser(Firefox);
        Assert.Equal("/workbench", (await EnterAsync(other, enterprise)).Path);
    }

    private SiteClient Browser(string userAgent)
    {
        var client = Site.ClientElsewhere();
        client.Http.DefaultRequestHeaders.Add("User-Agent", userAgent);
        return client;
    }

    private static Task<Page> EnterAsync(SiteClient client, Person account, string password = TestData.Password) =>
        client.TypeAsync(account.AuthorityId is null ? "/account/sign-in" : "/account/office-sign-in", account.UserName!, password);

    private static async Task<Page> ChangeAsync(SiteClient client, string current, string password) =>
        await client.SubmitAsync(
            await client.GetAsync("/account/password"),
            "main form",
            new Dictionary<string, string?>
            {
                ["CurrentPassword"] = current,
                ["NewPassword"] = password,
                ["NewPasswordRepeat"] = password,
            }
        );
}

public sealed class SignedInOnSqliteTests(SignInOnSqliteSite site) : SignedInTests<SignInOnSqliteSite>(site);

public sealed class SignedInOnPostgresTests(SignInOnPostgresSite site) : SignedInTests<SignInOnPostgresSite>(site);
