using Beian.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Account;

public sealed class SessionTimeTests(SignInOnSqliteSite site) : SiteTests<SignInOnSqliteSite>(site)
{
    [Fact]
    public async Task Session_UsedNowAndThen_HoldsUntilItIsIdleTooLong()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        for (var i = 0; i < 3; i++)
        {
            Site.Clock.Advance(TimeSpan.FromMinutes(29));
            (await client.GetAsync("/account")).ExpectOk();
            Assert.Equal("/account", (await client.GetAsync("/account")).Path);
        }
        Site.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.StartsWith("/?returnUrl", (await client.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_HoweverBusy_EndsAfterTwelveHours()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        for (var i = 0; i < 35; i++)
        {
            Site.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("/account", (await client.GetAsync("/account")).Path);
        }
        Site.Clock.Advance(TimeSpan.FromMinutes(21));
        Assert.StartsWith("/?returnUrl", (await client.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OfAnOfficer_IsIdleAfterAQuarterOfAnHour()
    {
        var officer = await Data.OfficerAsync("MOFCOM");
        using var client = Site.ClientElsewhere();
        await client.TypeAsync("/account/office-sign-in", officer.UserName!, TestData.Password);
        Site.Clock.Advance(TimeSpan.FromMinutes(14));
        (await client.GetAsync("/account")).ExpectOk();
        Site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.StartsWith("/?returnUrl", (await client.GetAsync("/account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_GrowsWithEachFurtherFailureAndIsForgottenAfterADay()
    {
        var account = await Data.EnterpriseAsync();
        using var client = Site.ClientElsewhere();
        await Site.ExecuteAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM sign_in_failures", Stop);
        });
        Assert.Null(await FailAsync(account.UserName!, 4));
        Assert.Equal(15, await FailAsync(account.UserName!, 1));
        Site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(30, await FailAsync(account.UserName!, 1));
        Site.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("/workbench", (await client.TypeAsync("/account/sign-in", account.UserName!, TestData.Password)).Path);
    }

    /// <returns>For how many minutes the name is locked.</returns>
    private Task<int?> FailAsync(string userName, int times) =>
        Site.InScopeAsync(async services =>
        {
            var signIns = (Beian.Web.Features.Account.SignIns)services.GetService(typeof(Beian.Web.Features.Account.SignIns))!;
            DateTime? until = null;
            for (var i = 0; i < times; i++)
            {
                var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = services };
                until = (
                    await signIns.TryAsync(http, Beian.Web.Features.Account.AccountKind.Enterprise, userName, "wrong-Password-1", Stop)
                ).LockedUntil;
            }
            return until is { } t ? (int?)Math.Round((t - Data.Now).TotalMinutes) : null;
        });
}
