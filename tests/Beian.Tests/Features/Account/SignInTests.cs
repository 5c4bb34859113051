using System.Net;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Account;

public abstract class SignInTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string Wrong = "账号或密码错误";

    [Fact]
    public async Task SignIn_RightPassword_LeadsToTheWorkbenchAndLeavesATrace()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        var page = await client.TypeAsync("/account/sign-in", account.UserName!.ToUpperInvariant(), TestData.Password);

        Assert.Equal("/workbench", page.Path);
        var after = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id, Stop));
        Assert.StartsWith("198.51.", after.LastSignInAddress, StringComparison.Ordinal);
        Assert.Equal(["SignedIn"], await EventsAsync(account.Id));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task SignIn_ReturnUrl_LeadsThereButNeverToAnotherSite()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        Assert.Equal(
            "/account",
            (await client.TypeAsync("/account/sign-in?returnUrl=%2Faccount", account.UserName!, TestData.Password)).Path
        );
        using var other = Site.ClientElsewhere();
        var page = await other.TypeAsync("/account/sign-in?returnUrl=%2F%2Fevil.example", account.UserName!, TestData.Password);
        Assert.Equal("/workbench", page.Path);
    }

    [Fact]
    public async Task SignIn_ByConfirmedEmail_WorksUntilTwoAccountsShareIt()
    {
        var (account, other) = (await Data.EnterpriseAsync(), await Data.EnterpriseAsync());
        using var client = Site.ClientElsewhere();
        (await client.TypeAsync("/account/sign-in", account.Email!, TestData.Password)).ExpectText(Wrong);
        await ConfirmAsync(account.Id, account.Email!);
        Assert.Equal("/workbench", (await client.TypeAsync("/account/sign-in", account.Email!.ToUpperInvariant(), TestData.Password)).Path);
        (await client.TypeAsync("/account/office-sign-in", account.Email!, TestData.Password)).ExpectText(Wrong);

        await ConfirmAsync(other.Id, account.Email!);
        using var late = Site.ClientElsewhere();
        (await late.TypeAsync("/account/sign-in", account.Email!, TestData.Password)).ExpectText(Wrong);
    }

    [Fact]
    public async Task SignIn_ByTheCodeAnAuthorityConfirmed_WorksAndCountsFailuresOfTheAccount()
    {
        var filing = await new Office.Scene(Site, Data).ApprovedAsync(Office.Scene.Hangzhou, "杭州代码登录测试有限公司");
        var owner = await Data.OwnerOfAsync(filing);
        var code = await Site.QueryAsync(db =>
            db.RegisterEntries.Where(e => e.FilingId == filing.Id).Select(e => e.Code).SingleAsync(Stop)
        );

        using var client = Site.ClientElsewhere();
        Assert.Equal("/workbench", (await client.TypeAsync("/account/sign-in", code.ToLowerInvariant(), TestData.Password)).Path);
        Assert.Null(await TryAsync(code, 3));
        Assert.NotNull(await TryAsync(owner.UserName!, 2));
        Assert.NotNull(await TryAsync(code, 1, TestData.Password));
    }

    [Fact]
    public async Task SignIn_CaptchaUsedBefore_IsToldAndTheNameStays()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        for (var i = 0; i < 2; i++)
            await client.TypeAsync("/account/sign-in", account.UserName!, "wrong-Password-1");
        var asked = await client.TypeAsync("/account/sign-in", account.UserName!, "wrong-Password-1");
        var typed = new Dictionary<string, string?> { ["Password"] = TestData.Password, ["Captcha"] = "99" };
        (await client.SubmitAsync(asked, "#sign-in", typed)).ExpectText("验证码不正确");
        var again = (await client.SubmitAsync(asked, "#sign-in", typed)).ExpectText("这个验证码已经用过");
        Assert.Equal(account.UserName, again.ValueOf("UserName"));
        again.ExpectText("不保存密码");
    }

    [Fact]
    public async Task SignIn_WrongPasswordUnknownNameOrOtherKind_GetTheSameAnswer()
    {
        var enterprise = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        (await client.TypeAsync("/account/sign-in", enterprise.UserName!, "wrong-Password-1")).ExpectText(Wrong);
        (await client.TypeAsync("/account/sign-in", "nobody_here", TestData.Password)).ExpectText(Wrong);
        (await client.TypeAsync("/account/office-sign-in", enterprise.UserName!, TestData.Password)).ExpectText(Wrong);
    }

    [Fact]
    public async Task OfficeSignIn_Officer_EntersTheOfficeOnly()
    {
        var officer = await Data.OfficerAsync("MOFCOM");
        using var client = Site.ClientElsewhere();
        Assert.StartsWith(
            "/office",
            (await client.TypeAsync("/account/office-sign-in", officer.UserName!, TestData.Password)).Path,
            StringComparison.Ordinal
        );
        (await client.GetAsync("/workbench")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task SignIn_TwoFailures_AskForTheCaptcha()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        Assert.Null((await client.TypeAsync("/account/sign-in", account.UserName!, "wrong-Password-1")).Document.QuerySelector("#Captcha"));
        Assert.NotNull(
            (await client.TypeAsync("/account/sign-in", account.UserName!, "wrong-Password-1")).Document.QuerySelector("#Captcha")
        );
        (await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password)).ExpectText("请填写验证码");
    }

    [Fact]
    public async Task SignIn_FiveFailures_LockTheNameForStrangersButNotForItsOwner()
    {
        var account = await Data.EnterpriseAsync();
        using var owner = Site.ClientElsewhere();
        await owner.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);

        var locked = await TryAsync(account.UserName!, 5);
        Assert.NotNull(locked);
        Assert.NotNull(await TryAsync(account.UserName!, 1, TestData.Password));
        Assert.Equal("/workbench", (await owner.TypeAsync("/account/sign-in", account.UserName!, TestData.Password)).Path);
        Assert.Equal(
            ["SignInFailed", "SignInLocked", "SignedIn", "SignedIn"],
            (await EventsAsync(account.Id)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task SignIn_UnknownName_IsLockedLikeAKnownOne() =>
        Assert.NotNull(await TryAsync("ghost" + Guid.CreateVersion7().ToString("N")[^8..], 5));

    [Fact]
    public async Task SignIn_ManyNamesFromOneAddress_LockTheAddress()
    {
        var (account, owner) = (await Data.EnterpriseAsync(), Site.NewClient());
        using var _ = owner;
        owner.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        await owner.TypeAsync("/account/sign-in", account.UserName!, TestData.Password); // a device the account knows, behind the same address
        DateTime? locked = null;
        for (var i = 0; i < 20; i++)
            locked = await TryAsync($"name_{i}_{Guid.CreateVersion7():N}", 1, address: "203.0.113.9");
        Assert.NotNull(locked);
        Assert.NotNull(await TryAsync(account.UserName!, 1, TestData.Password, "203.0.113.9"));
        Assert.True(await Site.QueryAsync(db => db.Events.AnyAsync(e => e.Kind == "AddressLocked" && e.Address == "203.0.113.9", Stop)));
        // Others are unharmed: who comes from elsewhere, and who is known.
        Assert.Null(await TryAsync(account.UserName!, 1, TestData.Password, "203.0.113.10"));
        Assert.Equal("/workbench", (await owner.TypeAsync("/account/sign-in", account.UserName!, TestData.Password)).Path);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOnTheServer()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        var page = await client.GetAsync("/account/sign-out");
        await client.SubmitAsync(page, "main form");

        Assert.Equal(0, await Site.QueryAsync(db => db.Sessions.CountAsync(s => s.AccountId == account.Id, Stop)));
        Assert.StartsWith("/?returnUrl=", (await client.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_AccountOfTheDemoData_NeedsNoPassword()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        (await DemoAsync(client, account.UserName!)).Expect(HttpStatusCode.NotFound);
        await Site.ExecuteAsync(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Id == account.Id, Stop)).MarkAsDemo();
            await db.SaveChangesAsync(Stop);
        });
        Assert.Equal("/workbench", (await DemoAsync(client, account.UserName!)).Path);
    }

    private static async Task<Page> DemoAsync(SiteClient client, string userName)
    {
        var page = await client.GetAsync("/account/sign-in");
        return await client.SubmitAsync(page, "form.demo-names", new Dictionary<string, string?> { ["Demo"] = userName });
    }

    private Task ConfirmAsync(Guid account, string email) =>
        Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == account)
                .ExecuteUpdateAsync(
                    a => a.SetProperty(x => x.EmailConfirmed, true).SetProperty(x => x.NormalizedEmail, email.ToUpperInvariant()),
                    Stop
                )
        );

    /// <summary>Tries as strangers do, each from another address unless one is given, past the captcha.</summary>
    private Task<DateTime?> TryAsync(string userName, int times, string password = "wrong-Password-1", string? address = null) =>
        Site.InScopeAsync(async services =>
        {
            var signIns = (SignIns)services.GetService(typeof(SignIns))!;
            DateTime? locked = null;
            for (var i = 0; i < times; i++)
            {
                var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = services };
                http.Connection.RemoteIpAddress = address is null
                    ? new IPAddress(Random.Shared.NextInt64(1 << 24, 1L << 32))
                    : IPAddress.Parse(address);
                locked = (await signIns.TryAsync(http, AccountKind.Enterprise, userName, password, Stop)).LockedUntil;
            }
            return locked;
        });

    private Task<List<string>> EventsAsync(Guid account) =>
        Site.QueryAsync(db => db.Events.Where(e => e.SubjectId == account).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync(Stop));
}

public sealed class SignInOnSqliteTests(SignInOnSqliteSite site) : SignInTests<SignInOnSqliteSite>(site);

public sealed class SignInOnPostgresTests(SignInOnPostgresSite site) : SignInTests<SignInOnPostgresSite>(site);
