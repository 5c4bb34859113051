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

public abstract class OneTimeKeyTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string NewPassword = "Bian-jiang 2027!";

    [Fact]
    public async Task Reset_ConfirmedAddress_LeadsToANewPasswordOnceAndEndsEverySession()
    {
        var account = await ConfirmedAsync();
        using var signedIn = Site.ClientElsewhere();
        await signedIn.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);

        using var anybody = Site.ClientElsewhere();
        (await AskAsync(anybody, account.UserName!, account.Email!)).ExpectText("如果账户名称和已验证的电子邮箱相符");
        var link = await Links.LastAsync(Site, account.Id, "password-link");
        var opened = (await anybody.GetAsync(link)).ExpectOk();
        Assert.Equal("/account", (await signedIn.GetAsync("/account")).Path); // opening the link alone changes nothing
        (await SetAsync(anybody, opened, "short")).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("密码长度");
        (await SetAsync(anybody, opened, NewPassword)).ExpectText("密码已设置");

        Assert.StartsWith("/?returnUrl", (await signedIn.GetAsync("/account")).Path, StringComparison.Ordinal);
        using var another = Site.ClientElsewhere();
        (await another.TypeAsync("/account/sign-in", account.UserName!, TestData.Password)).ExpectText("账号或密码错误");
        (await SetAsync(anybody, opened, "Another-one 2028!")).ExpectText("这个链接已使用过或已过期");
        (await another.GetAsync(link)).ExpectOk().ExpectText("这个链接已使用过或已过期");
        Assert.Equal("/workbench", (await another.TypeAsync("/account/sign-in", account.UserName!, NewPassword)).Path);
    }

    [Fact]
    public async Task Reset_UnknownUnconfirmedOrOtherAddress_GetsTheSamePageAndNoMail()
    {
        var (confirmed, not) = (await ConfirmedAsync(), await Data.EnterpriseAsync());
        using var client = Site.ClientElsewhere();
        var pages = new List<string>();
        foreach (
            var (name, email) in new[]
            {
                (confirmed.UserName!, "other@example.test"),
                (not.UserName!, not.Email!),
                ("nobody_here", "nobody@example.test"),
                (confirmed.UserName!, confirmed.Email!),
            }
        )
            pages.Add((await AskAsync(client, name, email)).ExpectOk().TextOf("main"));
        Assert.Single(pages.Distinct());
        Assert.Equal(0, await Links.CountAsync(Site, not.Id, "password-link"));
        Assert.Equal(1, await Links.CountAsync(Site, confirmed.Id, "password-link"));
    }

    [Fact]
    public async Task Reset_AskedForTooOften_SendsThreeLinksAnHour()
    {
        var account = await ConfirmedAsync();
        using var client = Site.ClientElsewhere();
        for (var i = 0; i < 5; i++)
            (await AskAsync(client, account.UserName!, account.Email!)).ExpectOk();
        Assert.Equal(3, await Links.CountAsync(Site, account.Id, "password-link"));
    }

    [Fact]
    public async Task Link_OfAnotherKeyOrNobody_IsNotFound()
    {
        var (mine, other) = (await ConfirmedAsync(), await ConfirmedAsync());
        using var client = Site.ClientElsewhere();
        await AskAsync(client, mine.UserName!, mine.Email!);
        await AskAsync(client, other.UserName!, other.Email!);
        var (a, b) = (await Links.LastAsync(Site, mine.Id, "password-link"), await Links.LastAsync(Site, other.Id, "password-link"));
        var mixed = a[..a.IndexOf("&key=", StringComparison.Ordinal)] + b[b.IndexOf("&key=", StringComparison.Ordinal)..];
        (await client.GetAsync(mixed)).Expect(HttpStatusCode.NotFound);
        (await client.GetAsync($"/account/new-password?id={Guid.CreateVersion7():N}&key=x")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Link_UsedByTwoAtOnce_SetsThePasswordOfOne()
    {
        var account = await ConfirmedAsync();
        using var one = Site.ClientElsewhere();
        using var other = Site.ClientElsewhere();
        await AskAsync(one, account.UserName!, account.Email!);
        var link = await Links.LastAsync(Site, account.Id, "password-link");
        var (first, second) = (await one.GetAsync(link), await other.GetAsync(link));

        var answers = await Task.WhenAll(SetAsync(one, first, NewPassword), SetAsync(other, second, "Another-one 2028!"));

        Assert.All(answers, a => a.ExpectOk());
        Assert.Single(answers, a => a.Text.Contains("密码已设置", StringComparison.Ordinal));
        Assert.Single(answers, a => a.Text.Contains("这个链接已使用过或已过期", StringComparison.Ordinal));
        Assert.Equal(1, await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == account.Id && e.Kind == "PasswordSet", Stop)));
    }

    [Fact]
    public async Task Use_OfALinkThatAnotherWindowUsedMeanwhile_IsToldAtSaving()
    {
        var account = await ConfirmedAsync();
        using var other = Site.ClientElsewhere();
        await AskAsync(other, account.UserName!, account.Email!);
        var page = await other.GetAsync(await Links.LastAsync(Site, account.Id, "password-link"));
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (owner, link) = (
            await db.Accounts.SingleAsync(a => a.Id == account.Id, Stop),
            await db.Set<OneTimeKey>().SingleAsync(k => k.AccountId == account.Id, Stop)
        );

        (await SetAsync(other, page, NewPassword)).ExpectText("密码已设置");

        var process = new Process("SettingPassword", Actor.System, Data.Now);
        await scope.ServiceProvider.GetRequiredService<OneTimeKeys>().UseAsync(link, owner, process, Stop);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveAsync(process, Stop));
    }

    [Fact]
    public async Task Link_AfterHalfAnHour_IsOver()
    {
        var account = await ConfirmedAsync();
        using var client = Site.ClientElsewhere();
        await AskAsync(client, account.UserName!, account.Email!);
        var link = await Links.LastAsync(Site, account.Id, "password-link");
        await Site.ExecuteAsync(db =>
            db.Set<OneTimeKey>()
                .Where(k => k.AccountId == account.Id)
                .ExecuteUpdateAsync(k => k.SetProperty(x => x.ExpiresAt, Data.Now), Stop)
        );
        (await client.GetAsync(link)).ExpectText("这个链接已使用过或已过期");
    }

    [Fact]
    public async Task Code_GuessedTooOften_IsDeadEvenForItsOwner()
    {
        var (account, code) = await WithCodeAsync();
        for (var i = 0; i < OneTimeKey.MostTries; i++)
        {
            using var guesser = Site.ClientElsewhere();
            (await TypeCodeAsync(guesser, account.UserName!, "ABCD-EFGH"))
                .Expect(HttpStatusCode.UnprocessableEntity)
                .ExpectText("一次性码不正确");
        }
        using var owner = Site.ClientElsewhere();
        (await TypeCodeAsync(owner, account.UserName!, code)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("一次性码不正确");
    }

    [Fact]
    public async Task Code_Right_LeadsToAPasswordAndThenIsUsedUp()
    {
        var (account, code) = await WithCodeAsync();
        var kept = await Site.QueryAsync(db =>
            db.Set<OneTimeKey>().Where(k => k.AccountId == account.Id).Select(k => k.SecretHash).SingleAsync(Stop)
        );
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), kept, StringComparison.OrdinalIgnoreCase);
        using var owner = Site.ClientElsewhere();
        var page = (
            await TypeCodeAsync(owner, account.UserName!, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))
        ).ExpectOk();
        (await SetAsync(owner, page, NewPassword)).ExpectText("密码已设置");
        (await TypeCodeAsync(owner, account.UserName!, code)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("/workbench", (await owner.TypeAsync("/account/sign-in", account.UserName!, NewPassword)).Path);
        (await owner.GetAsync("/account")).ExpectText("通过一次性链接或一次性码设置了密码");
    }

    private async Task<Person> ConfirmedAsync()
    {
        var account = await Data.EnterpriseAsync();
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.EmailConfirmed, true), Stop)
        );
        return account;
    }

    private async Task<(Person Account, string Code)> WithCodeAsync()
    {
        var account = await Data.EnterpriseAsync();
        var code = await Site.InScopeAsync(async services =>
        {
            var process = Data.NewProcess("Planting");
            var made = services
                .GetRequiredService<OneTimeKeys>()
                .NewCode(account, KeyPurpose.OfficeReset, new(Guid.CreateVersion7(), "测试审核员", "A440100", "eA=="), process);
            await services.GetRequiredService<AppDb>().SaveAsync(process, Stop);
            return made;
        });
        return (account, code);
    }

    private static async Task<Page> AskAsync(SiteClient client, string userName, string email) =>
        await client.SubmitAsync(
            await client.GetAsync("/account/password-reset"),
            "main form",
            new Dictionary<string, string?> { ["UserName"] = userName, ["Email"] = email }
        );

    private static async Task<Page> TypeCodeAsync(SiteClient client, string userName, string code) =>
        await client.SubmitAsync(
            await client.GetAsync("/account/one-time-code"),
            "main form",
            new Dictionary<string, string?> { ["UserName"] = userName, ["Code"] = code }
        );

    private static Task<Page> SetAsync(SiteClient client, Page page, string password) =>
        client.SubmitAsync(
            page,
            "main form",
            new Dictionary<string, string?> { ["NewPassword"] = password, ["NewPasswordRepeat"] = password }
        );
}

/// <summary>The links that wait in the outbox, sealed.</summary>
internal static class Links
{
    public static Task<int> CountAsync(TestSite site, Guid account, string template) =>
        site.QueryAsync(db => db.Outbox.CountAsync(m => m.SubjectId == account && m.Template == template));

    /// <summary>Path and query of the newest one.</summary>
    public static async Task<string> LastAsync(TestSite site, Guid account, string template)
    {
        var data = await site.QueryAsync(db =>
            db.Outbox.Where(m => m.SubjectId == account && m.Template == template)
                .OrderByDescending(m => m.Id)
                .Select(m => m.Data)
                .FirstAsync()
        );
        Assert.DoesNotContain("key=", data, StringComparison.Ordinal);
        var sealedLink = JsonDocument.Parse(data).RootElement.GetProperty("sealedLink").GetBytesFromBase64();
        return new Uri(Encoding.UTF8.GetString(site.Services.GetRequiredService<Vault>().Open(sealedLink))).PathAndQuery;
    }
}

public sealed class OneTimeKeyOnSqliteTests(SignInOnSqliteSite site) : OneTimeKeyTests<SignInOnSqliteSite>(site);

public sealed class OneTimeKeyOnPostgresTests(SignInOnPostgresSite site) : OneTimeKeyTests<SignInOnPostgresSite>(site);
