using System.Net;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Passkeys;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Person = Beian.Web.Features.Account.Account;

namespace Beian.Tests.Features.Account.Passkeys;

public abstract class PasskeyTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private string Origin => Site.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Key_Registered_SignsInWithoutANameAndIsListedUntilRemoved()
    {
        using var key = new SoftKey();
        var (account, client) = await RegisteredAsync(key, "小王的钥匙");
        using var _ = client;
        (await client.GetAsync("/account/passkeys")).ExpectText("小王的钥匙").ExpectText("从未");
        Assert.Equal("/filings", (await SignInAsync(key, "?returnUrl=%2Ffilings")).Path);
        var page = await client.GetAsync("/account/passkeys");
        Assert.DoesNotContain("从未", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await Site.QueryAsync(db => db.Set<Passkey>().CountAsync(p => p.AccountId == account.Id && p.UsedAt != null, Stop))
        );
        // An enterprise's key stands beside the password, it does not replace it.
        using var other = Site.ClientElsewhere();
        Assert.Equal("/workbench", (await other.TypeAsync("/account/sign-in", account.UserName!, TestData.Password)).Path);

        (await RemoveAsync(client, page, "wrong-Password-1")).ExpectText("密码不正确");
        (await RemoveAsync(client, page, TestData.Password)).ExpectText("还没有电子钥匙");
        (await SignInAsync(key)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("已被移除");
    }

    [Fact]
    public async Task Key_AnsweringForAnotherOrigin_IsRefusedAtRegistrationAndSignIn()
    {
        using var key = new SoftKey();
        var (_, client) = await RegisteredAsync(key, "本站的钥匙");
        using var _ = client;
        (await SignInAsync(key, origin: "https://evil.example")).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("来自另一个网站");
        (await SignInAsync(key, rpId: "evil.example")).ExpectText("没有通过验证");
        using var second = new SoftKey();
        var page = await AddAsync(client, second, "别处的钥匙", origin: "https://evil.example");
        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("来自另一个网站");
        Assert.Equal("别处的钥匙", page.ValueOf("Name")); // what was typed stays
        Assert.Equal("/workbench", (await SignInAsync(key)).Path);
    }

    [Fact]
    public async Task Answer_UsedTwiceTooLateOrOfAnotherBrowser_IsRefused()
    {
        using var key = new SoftKey();
        (await RegisteredAsync(key, "一把钥匙")).Client.Dispose();
        using var client = Site.ClientElsewhere();
        var page = await client.GetAsync("/account/passkey");
        var answer = key.Get(await OptionsAsync(client, "/account/passkey"), Origin);
        using var thief = Site.ClientElsewhere();
        (await PostAsync(thief, await thief.GetAsync("/account/passkey"), answer)).ExpectText("请再试一次");
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        (await PostAsync(client, page, answer)).ExpectText("请再试一次");

        answer = key.Get(await OptionsAsync(client, "/account/passkey"), Origin);
        var asked = client.Cookies.GetAllCookies().Single(c => c.Name == "passkey");
        Assert.Equal("/workbench", (await PostAsync(client, page, answer)).Path);
        client.Cookies.Add(new Cookie(asked.Name, asked.Value, "/", Site.Address.Host));
        (await PostAsync(client, await client.GetAsync("/account/passkey"), answer)).ExpectText("请再试一次");
        foreach (var senseless in new[] { "", "{}", "not json", new string('x', 30_000) })
        {
            using var visitor = Site.ClientElsewhere();
            await OptionsAsync(visitor, "/account/passkey");
            (await PostAsync(visitor, await visitor.GetAsync("/account/passkey"), senseless)).Expect(HttpStatusCode.UnprocessableEntity);
        }
    }

    [Fact]
    public async Task Key_OfAnOfficer_IsTheSecondFactor_AndAloneEnough()
    {
        var officer = await Data.OfficerAsync("MOFCOM");
        using var client = Site.ClientElsewhere();
        Assert.Equal(
            "/account/authenticator",
            (await client.TypeAsync("/account/office-sign-in", officer.UserName!, TestData.Password)).Path
        );
        using var key = new SoftKey();
        (await AddAsync(client, key, "值班室")).ExpectText("电子钥匙已登记");
        Assert.Equal("/office/queue", (await client.GetAsync("/office/queue")).Path);

        using var half = Site.ClientElsewhere();
        var asked = await half.TypeAsync("/account/office-sign-in?returnUrl=%2Foffice%2Fqueue", officer.UserName!, TestData.Password);
        Assert.Equal("/account/second-factor", asked.Path);
        Assert.Equal("/account/passkey?returnUrl=%2Foffice%2Fqueue", asked.LinkTo("使用电子钥匙登录"));
        Assert.Equal("/office/queue", (await SignInAsync(key, "?returnUrl=%2Foffice%2Fqueue")).Path);
    }

    [Fact]
    public async Task Key_OfASuspendedOfficer_OpensNothing()
    {
        using var key = new SoftKey();
        var officer = await Data.OfficerAsync("MOFCOM");
        using var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/office-sign-in", officer.UserName!, TestData.Password);
        await AddAsync(client, key, "值班室");
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == officer.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.SuspendedAt, Data.Now), Stop)
        );
        (await SignInAsync(key)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("该账号已停用");
    }

    private async Task<(Person Account, SiteClient Client)> RegisteredAsync(SoftKey key, string name)
    {
        var account = await Data.EnterpriseAsync();
        var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        (await AddAsync(client, key, name)).ExpectText("电子钥匙已登记");
        return (account, client);
    }

    private async Task<Page> AddAsync(SiteClient client, SoftKey key, string name, string? origin = null)
    {
        var page = await client.GetAsync("/account/passkeys");
        var answer = key.Create(await OptionsAsync(client, "/account/passkeys"), origin ?? Origin);
        var typed = new Dictionary<string, string?>
        {
            ["Name"] = name,
            ["Password"] = TestData.Password,
            ["Credential"] = answer,
        };
        return await client.SubmitAsync(page, "#add-key", typed);
    }

    /// <summary>In a browser that knows nobody.</summary>
    private async Task<Page> SignInAsync(SoftKey key, string query = "", string? origin = null, string? rpId = null)
    {
        using var client = Site.ClientElsewhere();
        var page = await client.GetAsync("/account/passkey" + query);
        return await PostAsync(client, page, key.Get(await OptionsAsync(client, "/account/passkey"), origin ?? Origin, rpId));
    }

    private static Task<Page> PostAsync(SiteClient client, Page page, string answer) =>
        client.SubmitAsync(page, "form[data-passkey]", new Dictionary<string, string?> { ["Credential"] = answer });

    private static Task<string> OptionsAsync(SiteClient client, string path) =>
        client.Http.GetStringAsync(new Uri(path + "?handler=Options", UriKind.Relative), Stop);

    private static Task<Page> RemoveAsync(SiteClient client, Page page, string password) =>
        client.SubmitAsync(page, "#remove-key", new Dictionary<string, string?> { ["Password"] = password }, "Remove");
}

public sealed class PasskeyOnSqliteTests(Factors.StrictOnSqliteSite site) : PasskeyTests<Factors.StrictOnSqliteSite>(site);

public sealed class PasskeyOnPostgresTests(Factors.StrictOnPostgresSite site) : PasskeyTests<Factors.StrictOnPostgresSite>(site);
