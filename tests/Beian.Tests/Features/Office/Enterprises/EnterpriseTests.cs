using System.Net;
using Beian.Tests.Features.Account;
using Beian.Tests.Features.Register.Import;
using Beian.Tests.Support;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office.Enterprises;

public abstract class EnterpriseTests<TSite>(TSite site) : OpeningScene<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Enterprise_OfAnotherJurisdiction_IsNotThere()
    {
        var filing = await Scenes.SubmittedAsync();
        var entry = await ImportAsync("广州市别处贸易有限公司");
        using var officer = await Scenes.OfficerAsync(Scene.Shenzhen);
        foreach (
            var path in new[]
            {
                $"/office/enterprises/{filing.OwnerId}",
                $"/office/enterprises/{filing.OwnerId}/password",
                $"/office/enterprises/{filing.OwnerId}/user-name",
                $"/office/enterprises/opening?entry={entry.PublicId}",
            }
        )
            (await officer.GetAsync(path)).Expect(HttpStatusCode.NotFound);
        var own = await officer.GetAsync("/office/enterprises");
        using var body = new FormUrlEncodedContent([
            new("__RequestVerificationToken", own.ValueOf("__RequestVerificationToken") ?? ""),
            new("reason", "x"),
        ]);
        using var answer = await officer.Http.PostAsync(
            new Uri($"/office/enterprises/{filing.OwnerId}/user-name", UriKind.Relative),
            body,
            Stop
        );
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task UserName_IsShownForAReasonOnly_AndTheEnterpriseSeesIt()
    {
        var filing = await Scenes.SubmittedAsync(name: "广州市查名贸易有限公司");
        var owner = await Data.OwnerOfAsync(filing);
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/enterprises/{owner.Id}")).ExpectOk();
        Assert.DoesNotContain(owner.UserName!, page.Html, StringComparison.Ordinal);
        Assert.StartsWith(owner.DisplayName, page.Document.Title!, StringComparison.Ordinal);
        Assert.StartsWith("企业信息管理", page.TextOf(".side-nav [aria-current]"), StringComparison.Ordinal);
        var form = new Dictionary<string, string?> { ["reason"] = " " };
        (await officer.SubmitAsync(page, "#user-name-form", form)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请填写查看理由");
        form["reason"] = "企业电话询问";
        (await officer.SubmitAsync(page, "#user-name-form", form)).ExpectOk().ExpectText(owner.UserName!).ExpectText("查看用户名");
        Assert.Equal(1, await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == owner.Id && e.Kind == "UserNameSeen", Stop)));
    }

    [Fact]
    public async Task Password_ResetByTheCity_EndsEverythingAndIsSeenByBoth_DistrictsAndProvincesResetNobody()
    {
        var filing = await Scenes.SubmittedAsync(District, name: "广州市重置贸易有限公司");
        var owner = await Data.OwnerOfAsync(filing);
        using var signedIn = Site.ClientElsewhere();
        await signedIn.TypeAsync("/account/sign-in", owner.UserName!, TestData.Password);
        var path = $"/office/enterprises/{owner.Id}";
        foreach (var other in new[] { District, Scene.Guangdong, Scene.Ministry })
        {
            using var reader = await Scenes.OfficerAsync(other);
            var read = (await reader.GetAsync(path)).ExpectOk().ExpectText("该企业的密码由广州市商务局重置");
            Assert.Empty(read.Document.QuerySelectorAll("#password-form"));
            using var body = new FormUrlEncodedContent([
                new("__RequestVerificationToken", read.ValueOf("__RequestVerificationToken")!),
                new("documents", "licence"),
                new("note", "x"),
            ]);
            using var answer = await reader.Http.PostAsync(new Uri(path + "/password", UriKind.Relative), body, Stop);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }

        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var page = await officer.GetAsync(path);
        (await officer.SubmitAsync(page, "#password-form", new Dictionary<string, string?> { ["note"] = "" }))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请勾选核对过的材料");
        var done = (await officer.SubmitAsync(page, "#password-form", With(("way", "code")))).ExpectOk().ExpectText("机关重置密码");
        var code = done.TextOf("[data-code]");

        Assert.StartsWith("/?returnUrl", (await signedIn.GetAsync("/account")).Path, StringComparison.Ordinal);
        using var again = Site.ClientElsewhere();
        (await again.TypeAsync("/account/sign-in", owner.UserName!, TestData.Password)).ExpectText("账号或密码错误");
        var next = await again.SubmitAsync(
            await again.GetAsync("/account/one-time-code"),
            "main form",
            new Dictionary<string, string?> { ["UserName"] = owner.UserName, ["Code"] = code }
        );
        await SetAsync(again, next, null);
        await again.TypeAsync("/account/sign-in", owner.UserName!, NewPassword);
        (await again.GetAsync("/account")).ExpectOk().ExpectText("机关重置密码");
    }

    [Fact]
    public async Task Get_ByNameOrAnyOfItsCodes_FindsTheEnterpriseWithinTheJurisdiction()
    {
        var filing = await Scenes.SubmittedAsync();
        var owner = await Data.OwnerOfAsync(filing);
        var entry = await ImportAsync("广州市查号乙贸易有限公司");
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        using var elsewhere = await Scenes.OfficerAsync(Scene.Shenzhen);
        foreach (var text in new[] { owner.UserName!, filing.SubjectCode, filing.SubjectCode[8..17] })
        {
            Assert.Equal([owner.DisplayName], await NamesAsync(officer, "", text));
            Assert.Empty(await NamesAsync(elsewhere, "", text));
        }
        foreach (var text in new[] { "查号乙", entry.Number, entry.Code, entry.CodeKey, entry.CodeKey.ToLowerInvariant() })
        {
            Assert.Equal([entry.Name], await NamesAsync(officer, "unopened", text));
            Assert.Empty(await NamesAsync(elsewhere, "unopened", text));
        }
        foreach (var text in new[] { "查号丙", "查乙号", "9" + entry.Number })
            Assert.Empty(await NamesAsync(officer, "unopened", text));

        static async Task<IReadOnlyList<string>> NamesAsync(SiteClient client, string tab, string text) =>
            (await client.GetAsync($"/office/enterprises?tab={tab}&q={Uri.EscapeDataString(text)}"))
                .ExpectOk()
                .TextsOf("tbody td:first-child");
    }

    [Fact]
    public async Task Get_ManyEnterprises_ArePagedAndEachIsThereOnce()
    {
        const string Place = "A440900";
        using (var file = new LegacyFile())
        {
            for (var i = 0; i < 60; i++)
                file.Add(LegacyFile.Approved($"茂名市分页第{i:D2}号有限公司", office: Place));
            await RunAsync(file.Write());
        }
        using var officer = await Scenes.OfficerAsync(Place);
        var first = (await officer.GetAsync("/office/enterprises?tab=unopened")).ExpectOk();
        var second = (await officer.GetAsync(first.LinkTo("下一页"))).ExpectOk();
        var names = first.TextsOf("tbody td:first-child").Concat(second.TextsOf("tbody td:first-child")).ToList();
        Assert.Equal(60, names.Distinct().Count());
        (await officer.GetAsync("/office/enterprises?q=%25_'%00&after=zzz&tab=x")).ExpectOk();
    }
}

public sealed class EnterpriseOnSqliteTests(SignInOnSqliteSite site) : EnterpriseTests<SignInOnSqliteSite>(site);

public sealed class EnterpriseOnPostgresTests(SignInOnPostgresSite site) : EnterpriseTests<SignInOnPostgresSite>(site);
