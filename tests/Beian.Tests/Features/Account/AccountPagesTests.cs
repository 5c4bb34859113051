using System.Net;
using System.Text;
using System.Text.Json;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Person = Beian.Web.Features.Account.Account;

namespace Beian.Tests.Features.Account;

public abstract class AccountPagesTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string NewPassword = "Bian-jiang 2027!";

    [Fact]
    public async Task Account_SignedOut_AsksForASignInAndComesBack()
    {
        using var client = Site.ClientElsewhere();
        Assert.Equal("/?returnUrl=%2Faccount", (await client.GetAsync("/account")).Path);
    }

    [Fact]
    public async Task EmailConfirmation_LinkOfTheMail_ConfirmsOnceAndNotByOpeningIt()
    {
        var (client, account) = await SignInAsync();
        using var _ = client;
        var page = (await client.GetAsync("/account")).ExpectText("未验证");
        await client.SubmitAsync(page, "form[action*=Confirmation]");
        var link = (await LinkAsync(account.Id)).PathAndQuery;

        using var anybody = Site.ClientElsewhere();
        var opened = (await anybody.GetAsync(link)).ExpectOk();
        Assert.False(await IsConfirmedAsync(account.Id));
        (await anybody.SubmitAsync(opened, "main form")).ExpectText("邮箱已验证");
        Assert.True(await IsConfirmedAsync(account.Id));
        (await anybody.SubmitAsync(opened, "main form")).ExpectText("这个链接已使用过");
        (await client.GetAsync("/account")).ExpectText("已验证");
    }

    [Fact]
    public async Task EmailConfirmation_AskedForUnderAnotherHost_LinksToTheSiteItself()
    {
        var (client, account) = await SignInAsync();
        using var _ = client;
        var page = await client.GetAsync("/account");
        client.Http.DefaultRequestHeaders.Host = "evil.example";
        await client.SubmitAsync(page, "form[action*=Confirmation]");

        Assert.Equal(Site.Address.Authority, (await LinkAsync(account.Id)).Authority);
    }

    [Fact]
    public async Task EmailConfirmation_ForeignKey_IsNotFound()
    {
        using var client = Site.ClientElsewhere();
        var page = await client.GetAsync($"/account/email-confirmation?id={Guid.CreateVersion7():N}&key=abc");
        page.Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task EmailConfirmation_AskedForTooOften_IsRefused()
    {
        var (client, _) = await SignInAsync();
        using var __ = client;
        for (var i = 0; i < 5; i++)
            (await client.SubmitAsync(await client.GetAsync("/account"), "form[action*=Confirmation]")).ExpectOk();
        var page = await client.SubmitAsync(await client.GetAsync("/account"), "form[action*=Confirmation]");
        page.Expect(HttpStatusCode.Conflict).ExpectText("请明天再试");
    }

    [Fact]
    public async Task Session_EndedFromElsewhere_IsOverAtOnce()
    {
        var (lost, account) = await SignInAsync();
        using var _ = lost;
        using var owner = Site.ClientElsewhere();
        await owner.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        (await owner.SubmitAsync(await owner.GetAsync("/account"), "form[action*=Session]")).ExpectText("该登录已退出");
        Assert.StartsWith("/?returnUrl", (await lost.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfAnotherAccount_CannotBeEnded()
    {
        var (other, account) = await SignInAsync();
        using var _ = other;
        var (client, mine) = await SignInAsync();
        using var __ = client;
        using var again = Site.ClientElsewhere();
        await again.TypeAsync("/account/sign-in", mine.UserName!, TestData.Password);
        var foreign = await Site.QueryAsync(db => db.Sessions.Where(s => s.AccountId == account.Id).Select(s => s.Id).SingleAsync(Stop));
        var page = await client.SubmitAsync(
            await client.GetAsync("/account"),
            "form[action*=Session]",
            new Dictionary<string, string?> { ["session"] = foreign.ToString() }
        );
        page.Expect(HttpStatusCode.NotFound);
        (await other.GetAsync("/account")).ExpectOk();
    }

    [Fact]
    public async Task Password_WrongInEveryWay_SaysWhatIsWrongBesideEachControl()
    {
        var (client, _) = await SignInAsync();
        using var __ = client;
        var page = await ChangeAsync(client, "not-it", "short", "other");
        page.Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(3, page.TextsOf(".error-summary li").Count);
        Assert.Equal(3, page.TextsOf("span.problem").Count);
    }

    [Fact]
    public async Task Password_Changed_EndsOtherSessionsAndTheOldPassword()
    {
        var (elsewhere, account) = await SignInAsync();
        using var _ = elsewhere;
        using var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        (await ChangeAsync(client, TestData.Password, NewPassword, NewPassword)).ExpectText("密码已修改");

        Assert.StartsWith("/?returnUrl", (await elsewhere.GetAsync("/account")).Path, StringComparison.Ordinal);
        using var late = Site.ClientElsewhere();
        (await late.TypeAsync("/account/sign-in", account.UserName!, TestData.Password)).ExpectText("账号或密码错误");
        Assert.Equal("/workbench", (await late.TypeAsync("/account/sign-in", account.UserName!, NewPassword)).Path);
    }

    [Fact]
    public async Task Password_GivenBySomebodyElse_MustBeChangedFirst()
    {
        var officer = await Data.OfficerAsync("MOFCOM");
        await Site.ExecuteAsync(async db =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == officer.Id, Stop);
            account.SetInitialPassword(account.PasswordHash!);
            await db.SaveChangesAsync(Stop);
        });
        using var client = Site.ClientElsewhere();
        Assert.Equal("/account/password", (await client.TypeAsync("/account/office-sign-in", officer.UserName!, TestData.Password)).Path);
        Assert.Equal("/account/password", (await client.GetAsync("/account")).Path);
        await ChangeAsync(client, TestData.Password, NewPassword, NewPassword);
        Assert.Equal("/account", (await client.GetAsync("/account")).Path);
    }

    private async Task<(SiteClient Client, Person Account)> SignInAsync()
    {
        var account = await Data.EnterpriseAsync();
        var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        return (client, account);
    }

    private static async Task<Page> ChangeAsync(SiteClient client, string current, string password, string repeat) =>
        await client.SubmitAsync(
            await client.GetAsync("/account/password"),
            "main form",
            new Dictionary<string, string?>
            {
                ["CurrentPassword"] = current,
                ["NewPassword"] = password,
                ["NewPasswordRepeat"] = repeat,
            }
        );

    private Task<bool> IsConfirmedAsync(Guid account) =>
        Site.QueryAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.EmailConfirmed).SingleAsync(Stop));

    private async Task<Uri> LinkAsync(Guid account)
    {
        var data = await Site.QueryAsync(db =>
            db.Outbox.Where(m => m.SubjectId == account && m.Template == "email-confirmation").Select(m => m.Data).SingleAsync(Stop)
        );
        Assert.DoesNotContain("key=", data, StringComparison.Ordinal);
        var sealedLink = JsonDocument.Parse(data).RootElement.GetProperty("sealedLink").GetBytesFromBase64();
        return new Uri(Encoding.UTF8.GetString(Site.Services.GetRequiredService<Vault>().Open(sealedLink)));
    }
}

public sealed class AccountPagesOnSqliteTests(SignInOnSqliteSite site) : AccountPagesTests<SignInOnSqliteSite>(site);

public sealed class AccountPagesOnPostgresTests(SignInOnPostgresSite site) : AccountPagesTests<SignInOnPostgresSite>(site);
