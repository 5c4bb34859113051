using System.Net;
using Beian.TestProvider;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Platform;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Person = Beian.Web.Features.Account.Account;

namespace Beian.Tests.Features.Account.Platform;

/// <summary>A site that people of a provider beside it may sign in to.</summary>
public sealed class PlatformSite : SqliteSite
{
    public PlatformSite()
    {
        SignInSite.Configure(this);
        Provider = new TestProvider(Clock);
    }

    public new TestProvider Provider { get; }

    protected override async Task<string> PrepareAsync()
    {
        await Provider.StartAsync();
        Settings["Platform:Authority"] = Provider.Issuer;
        Settings["Platform:ClientId"] = Beian.TestProvider.Provider.ClientId;
        Settings["Platform:ClientSecret"] = Beian.TestProvider.Provider.Secret;
        return await base.PrepareAsync();
    }

    protected override async Task CleanUpAsync()
    {
        await base.CleanUpAsync();
        await Provider.DisposeAsync();
    }
}

public sealed class PlatformTests(PlatformSite site) : SiteTests<PlatformSite>(site)
{
    [Fact]
    public async Task FirstSignIn_WithAnAccount_JoinsItAfterItsPassword_AndSignsInFromThenOn()
    {
        var account = await Data.EnterpriseAsync();
        await BeAsync("an enterprise with an account");
        using var client = Site.ClientElsewhere();
        var stranger = await client.GetAsync(
            (await client.GetAsync("/account/sign-in?returnUrl=%2Ffilings")).LinkTo("国家政务服务平台账号")
        );
        Assert.Equal("/account/platform/link", stranger.Path);
        stranger.ExpectText("测试法人");
        Assert.Equal(0, await LinksAsync(account));
        var signIn = stranger.LinkTo("登录并绑定");
        (await client.TypeAsync(signIn, account.UserName!, "wrong-Password-1")).ExpectText("账号或密码错误");
        var join = await client.TypeAsync(signIn, account.UserName!, TestData.Password);
        (await client.SubmitAsync(join, "#join")).ExpectText("已绑定国家政务服务平台账号");

        using var later = Site.ClientElsewhere();
        Assert.Equal("/filings", (await later.GetAsync("/account/platform?returnUrl=%2Ffilings")).Path);
        Assert.Equal("/account", (await later.GetAsync("/account")).Path);
        var left = await later.SubmitAsync(await later.GetAsync("/account/sign-out"), "main form");
        left.ExpectText("您已退出登录");
        (await later.GetAsync(left.LinkTo("同时退出国家政务服务平台"))).ExpectText("signed out there too");
        Assert.StartsWith("/?returnUrl", (await later.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstSignIn_WithoutAnAccount_MakesOne_WithoutAPassword()
    {
        await BeAsync("a new enterprise");
        using var client = Site.ClientElsewhere();
        var stranger = await client.GetAsync("/account/platform");
        var taken = (await Data.EnterpriseAsync()).UserName!;
        var again = await CreateAsync(client, stranger, taken, "not an address");
        again.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("已被使用").ExpectText("电子邮箱格式不正确");
        Assert.Equal(taken, again.ValueOf("UserName"));
        var userName = "nat_" + Guid.CreateVersion7().ToString("N")[^10..];
        Assert.Equal("/workbench", (await CreateAsync(client, again, userName, "new@example.test")).Path);
        var account = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == userName, Stop));
        Assert.Equal((null, false, AccountKind.Enterprise), (account.PasswordHash, account.EmailConfirmed, account.Kind));
        using var later = Site.ClientElsewhere();
        Assert.Equal("/workbench", (await later.GetAsync("/account/platform")).Path);
        (await later.TypeAsync("/account/sign-in", userName, TestData.Password)).ExpectText("账号或密码错误");
    }

    [Theory]
    [InlineData(Forgery.ForeignKey)]
    [InlineData(Forgery.NotSigned)]
    [InlineData(Forgery.Audience)]
    [InlineData(Forgery.Issuer)]
    [InlineData(Forgery.Stale)]
    [InlineData(Forgery.Replayed)]
    public async Task Token_ForgedStaleOrReplayed_SignsNobodyIn(Forgery forgery)
    {
        await BeAsync("somebody");
        using var client = Site.ClientElsewhere();
        await BeAsync("somebody", forgery);
        (await client.GetAsync("/account/platform")).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("没有通过验证");
        (await client.GetAsync("/account/platform/link")).Expect(HttpStatusCode.UnprocessableEntity); // back to the question, and nobody is known
        await BeAsync("somebody");
        Assert.Equal("/account/platform/link", (await client.GetAsync("/account/platform")).Path);
    }

    [Fact]
    public async Task Answer_OfAnotherSessionUsedTwiceOrTooLate_IsRefusedAndSaysSo()
    {
        await BeAsync("somebody");
        using var client = Site.ClientElsewhere();
        using var victim = Site.ClientElsewhere();
        var answer = await AnswerAsync(client);
        (await victim.GetAsync(answer)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("不属于当前的登录操作");
        await AnswerAsync(victim); // one of its own makes the other's no better
        (await victim.GetAsync(answer)).ExpectText("不属于当前的登录操作");

        var question = client.Cookies.GetAllCookies().Single(c => c.Name == "platform-question");
        Assert.Equal("/account/platform/link", (await client.GetAsync(answer)).Path);
        client.Cookies.Add(new Cookie(question.Name, question.Value, "/", Site.Address.Host));
        (await client.GetAsync(answer)).ExpectText("不属于当前的登录操作");

        var late = await AnswerAsync(client);
        Site.Clock.Advance(TimeSpan.FromMinutes(10));
        (await client.GetAsync(late)).ExpectText("不属于当前的登录操作");
        foreach (var senseless in new[] { "", "?state=x&code=y", "?error=access_denied" })
            (await client.GetAsync("/account/platform/answer" + senseless)).Expect(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Keys_OfThePlatformRotated_TokensOfTheNewOneAreGood()
    {
        await BeAsync("somebody");
        using var client = Site.ClientElsewhere();
        Assert.Equal("/account/platform/link", (await client.GetAsync("/account/platform")).Path);
        await Site.Provider.RotateAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        using var other = Site.ClientElsewhere();
        Assert.Equal("/account/platform/link", (await other.GetAsync("/account/platform")).Path);
    }

    [Fact]
    public async Task Stranger_SignedInAsAnOfficer_JoinsNothing()
    {
        await BeAsync("an officer's own person");
        var officer = await Data.OfficerAsync("MOFCOM");
        using var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/office-sign-in", officer.UserName!, TestData.Password);
        var page = (await client.GetAsync("/account/platform")).ExpectText("主管部门用户不使用");
        Assert.Null(page.Document.QuerySelector("#join"));
        Assert.Equal(0, await LinksAsync(officer));
    }

    private Task BeAsync(string subject, Forgery forgery = Forgery.None) => Site.Provider.OrderAsync(subject, forgery);

    /// <summary>Begins a sign-in and stops before the answer arrives here.</summary>
    private static async Task<string> AnswerAsync(SiteClient client)
    {
        using var asked = await client.Http.GetAsync(new Uri("/account/platform", UriKind.Relative), Stop);
        using var there = await client.Http.GetAsync(asked.Headers.Location, Stop);
        return there.Headers.Location!.PathAndQuery;
    }

    private static Task<Page> CreateAsync(SiteClient client, Page page, string userName, string email) =>
        client.SubmitAsync(page, "#create", new Dictionary<string, string?> { ["UserName"] = userName, ["Email"] = email });

    private Task<int> LinksAsync(Person account) =>
        Site.QueryAsync(db => db.Set<PlatformLink>().CountAsync(l => l.AccountId == account.Id, Stop));
}
