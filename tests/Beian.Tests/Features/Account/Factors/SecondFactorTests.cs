using System.Net;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Factors;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Person = Beian.Web.Features.Account.Account;

namespace Beian.Tests.Features.Account.Factors;

/// <summary>A site whose officers need a second factor, as a real installation has it.</summary>
public sealed class StrictOnSqliteSite : SqliteSite
{
    public StrictOnSqliteSite() => StrictSite.Configure(this);
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class StrictOnPostgresSite : PostgresSite
{
    public StrictOnPostgresSite() => StrictSite.Configure(this);
}

internal static class StrictSite
{
    public static void Configure(TestSite site)
    {
        SignInSite.Configure(site);
        site.Settings["Demo"] = "false";
        foreach (var key in site.Settings.Keys.Where(k => k.StartsWith("Officers:", StringComparison.Ordinal)).ToList())
            site.Settings.Remove(key); // what holds where nothing is set
    }
}

public abstract class SecondFactorTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Officer_WithoutAFactor_AddsOneBeforeAnythingElse_AndIsAskedForItFromThenOn()
    {
        var officer = await Data.OfficerAsync("MOFCOM");
        using var client = Site.ClientElsewhere();
        Assert.Equal("/account/authenticator", (await SignInAsync(client, officer)).Path);
        foreach (var path in new[] { "/office", "/office/queue", "/account" })
            Assert.Equal("/account/authenticator", (await client.GetAsync(path)).Path);
        var page = await client.GetAsync("/account/authenticator");
        page.ExpectText("主管部门用户须有第二因素");
        var secret = SecretOf(page);
        page = (await CodeAsync(client, page, "#authenticator", "000000")).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(secret, SecretOf(page)); // what the telephone has scanned stays good
        var code = Now(secret);
        page = await CodeAsync(client, page, "#authenticator", code);
        Assert.Equal(10, page.TextsOf("#recovery-codes code").Distinct().Count());
        Assert.Equal("/office/queue", (await client.GetAsync("/office/queue")).Path);
        Assert.Empty((await client.GetAsync("/account/authenticator")).TextsOf("[data-secret]"));

        using var later = Site.ClientElsewhere();
        var asked = await SignInAsync(later, officer, "/account/office-sign-in?returnUrl=%2Foffice%2Fqueue");
        Assert.Equal("/account/second-factor", asked.Path);
        (await CodeAsync(later, asked, "#second-factor", code)).ExpectText("已经用过"); // the code that added it
        Site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/office/queue", (await CodeAsync(later, asked, "#second-factor", Now(secret))).Path);
        Assert.Equal(
            1,
            await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == officer.Id && e.Kind == "SecondFactorFailed", Stop))
        );
        Assert.DoesNotContain(
            Convert.ToBase64String(secret),
            await Site.QueryAsync(db =>
                db.Set<SecondFactor>().Where(f => f.AccountId == officer.Id).Select(f => f.Secret).SingleAsync(Stop)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task RecoveryCode_StandsInOnce_AndNewOnesReplaceTheRest()
    {
        var (officer, client, _, codes) = await EnrolledAsync();
        using var _ = client;
        Assert.Equal("/office", (await HalfAsync(officer, codes[0].ToLowerInvariant())).Path);
        (await HalfAsync(officer, codes[0])).ExpectText("已经用过");

        using var owner = Site.ClientElsewhere();
        await CodeAsync(owner, await SignInAsync(owner, officer), "#second-factor", codes[1]);
        var manage = (await owner.GetAsync("/account/authenticator")).ExpectText("还有 8 个未使用");
        (await ActAsync(owner, manage, "codes", "wrong-Password-1")).ExpectText("密码不正确");
        var renewed = (await ActAsync(owner, manage, "codes", TestData.Password)).TextsOf("#recovery-codes code");
        (await HalfAsync(officer, codes[2])).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("/office", (await HalfAsync(officer, renewed[0])).Path);
        var hashes = await Site.QueryAsync(db => db.Set<RecoveryCode>().Select(c => c.Hash).ToListAsync(Stop));
        Assert.DoesNotContain(Beian.Web.Features.Account.Session.Hash(renewed[1]), hashes);
    }

    [Fact]
    public async Task Code_GuessedFiveTimes_LocksEvenTheRightOne()
    {
        var (officer, client, secret, _) = await EnrolledAsync();
        using var _ = client;
        for (var i = 0; i < 4; i++)
            (await HalfAsync(officer, "000000")).ExpectText("验证码不正确");
        (await HalfAsync(officer, "000000")).ExpectText("连续输错次数过多");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await HalfAsync(officer, Now(secret))).ExpectText("连续输错次数过多");
        Site.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("/office", (await HalfAsync(officer, Now(secret))).Path);
    }

    [Fact]
    public async Task HalfSignIn_OpensNothingAndEndsAfterFiveMinutes()
    {
        var (officer, client, secret, _) = await EnrolledAsync();
        using var _ = client;
        using var half = Site.ClientElsewhere();
        var asked = await SignInAsync(half, officer);
        Assert.StartsWith("/account/office-sign-in", (await half.GetAsync("/office")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/?returnUrl", (await half.GetAsync("/account")).Path, StringComparison.Ordinal);
        Site.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("/account/sign-in", (await CodeAsync(half, asked, "#second-factor", Now(secret))).Path);
    }

    [Fact]
    public async Task Factor_TakenOffByTheAdministrator_EndsSessionsAndIsAddedAnew()
    {
        var (officer, client, _, _) = await EnrolledAsync("A440000");
        using var _ = client;
        var (_, administrator, _, _) = await EnrolledAsync("MOFCOM", OfficerRole.Administrator);
        using var __ = administrator;
        var page = await administrator.GetAsync($"/office/officers/{officer.Id}");
        (await administrator.SubmitAsync(page, "#factor")).ExpectText("第二因素已解除");

        Assert.StartsWith("/account/office-sign-in", (await client.GetAsync("/office")).Path, StringComparison.Ordinal);
        using var again = Site.ClientElsewhere();
        Assert.Equal("/account/authenticator", (await SignInAsync(again, officer)).Path);
    }

    [Fact]
    public async Task Enterprise_MayHaveAFactor_AndTakeItAway()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        Assert.Equal("/workbench", (await SignInAsync(client, account)).Path);
        var (secret, _) = await AddAsync(client);
        Site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/workbench", (await HalfAsync(account, Now(secret))).Path);
        await ActAsync(client, await client.GetAsync("/account/authenticator"), "removal", TestData.Password);
        using var later = Site.ClientElsewhere();
        Assert.Equal("/workbench", (await SignInAsync(later, account)).Path);
    }

    private static byte[] SecretOf(Page page)
    {
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = page.TextOf("[data-secret]").Replace(" ", "", StringComparison.Ordinal);
        var bits = string.Concat(text.Select(c => Convert.ToString(Signs.IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    /// <summary>What the app shows now.</summary>
    private string Now(byte[] secret) => Totp.CodeOf(secret, Totp.StepAt(Data.Now));

    private async Task<(Person Officer, SiteClient Client, byte[] Secret, IReadOnlyList<string> Codes)> EnrolledAsync(
        string authority = "MOFCOM",
        OfficerRole role = OfficerRole.Reviewer
    )
    {
        var officer = await Data.OfficerAsync(authority, role);
        var client = Site.ClientElsewhere();
        await SignInAsync(client, officer);
        var (secret, codes) = await AddAsync(client);
        Site.Clock.Advance(TimeSpan.FromSeconds(30));
        return (officer, client, secret, codes);
    }

    private async Task<(byte[] Secret, IReadOnlyList<string> Codes)> AddAsync(SiteClient client)
    {
        var page = await client.GetAsync("/account/authenticator");
        var secret = SecretOf(page);
        return (secret, (await CodeAsync(client, page, "#authenticator", Now(secret))).TextsOf("#recovery-codes code"));
    }

    /// <summary>Signs in elsewhere with the password and what is typed as second factor.</summary>
    private async Task<Page> HalfAsync(Person account, string code)
    {
        using var client = Site.ClientElsewhere();
        return await CodeAsync(client, await SignInAsync(client, account), "#second-factor", code);
    }

    private static Task<Page> SignInAsync(SiteClient client, Person account, string? path = null) =>
        client.TypeAsync(
            path ?? (account.AuthorityId is null ? "/account/sign-in" : "/account/office-sign-in"),
            account.UserName!,
            TestData.Password
        );

    private static Task<Page> CodeAsync(SiteClient client, Page page, string form, string code) =>
        client.SubmitAsync(page, form, new Dictionary<string, string?> { ["Code"] = code });

    private static Task<Page> ActAsync(SiteClient client, Page page, string act, string password) =>
        client.SubmitAsync(page, "#manage", new Dictionary<string, string?> { ["Password"] = password }, act);
}

public sealed class SecondFactorOnSqliteTests(StrictOnSqliteSite site) : SecondFactorTests<StrictOnSqliteSite>(site);

public sealed class SecondFactorOnPostgresTests(StrictOnPostgresSite site) : SecondFactorTests<StrictOnPostgresSite>(site);
