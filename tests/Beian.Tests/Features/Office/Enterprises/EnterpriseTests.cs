using System.Net;
using Beian.Tests.Features.Account;
using Beian.Tests.Features.Register.Import;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Enterprises;

public abstract class EnterpriseTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private const string District = "A440106";
    private const string NewPassword = "Bian-jiang 2027!";

    private static readonly Dictionary<string, string?> _proof = new() { ["documents"] = "licence", ["note"] = "经办人到窗口办理" };

    private readonly Scene _scene;

    protected EnterpriseTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Opening_ByLink_GivesTheEntryToWhoeverUsesItOnce()
    {
        var entry = await ImportAsync("广州市开通甲贸易有限公司");
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var list = (await officer.GetAsync($"/office/enterprises?tab=unopened&q={entry.Name}")).ExpectOk().ExpectText(entry.Name);
        var form = (await officer.GetAsync(list.Element("tbody a").GetAttribute("href")!)).ExpectOk();
        (await officer.SubmitAsync(form, "#opening", With(("Way", "link"), ("Email", "not an address"), ("note", "")), null))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("电子邮箱格式不正确")
            .ExpectText("请说明经办人");
        (await officer.SubmitAsync(form, "#opening", With(("Way", "link"), ("Email", "jia@example.test")))).ExpectText("用户已开通");

        var claim = await ClaimAsync(entry);
        var link = await Links.LastAsync(Site, claim.AccountId, "account-opened");
        using var owner = Site.ClientElsewhere();
        var userName = "jia_" + Guid.CreateVersion7().ToString("N")[^10..];
        (await SetAsync(owner, await owner.GetAsync(link), userName)).ExpectText(userName);
        await owner.TypeAsync("/account/sign-in?returnUrl=%2Ffilings", userName, NewPassword);
        var own = (await owner.GetAsync("/filings")).ExpectOk().ExpectText("已审核，可变更");
        var started = (await owner.SubmitAsync(own, "form[action$='/change']")).ExpectOk();
        Assert.Equal(entry.Name, started.ValueOf("nameZh"));
        Assert.Equal("E12345678", started.ValueOf("legalRepId.number"));
        (await owner.GetAsync("/account")).ExpectText("开通用户").ExpectText("已验证");

        // Once opened it is among the enterprises with an account, and not opened again.
        (await officer.GetAsync($"/office/enterprises/opening?entry={entry.PublicId}")).Expect(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/office/enterprises?q={entry.Name}")).ExpectText(entry.Name);
        (await officer.GetAsync($"/office/enterprises?q={userName}")).ExpectText(entry.Name);
        (await officer.GetAsync($"/office/enterprises/{claim.AccountId}")).ExpectOk().ExpectText("营业执照").ExpectText("经办人到窗口办理");
        using var visitor = Site.ClientElsewhere();
        (await visitor.GetAsync($"/register/foreign-trade-operator/{entry.Number}/claim")).ExpectOk().ExpectText("已有用户，不能再次认领");
    }

    [Fact]
    public async Task Opening_WithoutEmail_ShowsACodeOnce()
    {
        var entry = await ImportAsync("广州市开通乙贸易有限公司");
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var form = await officer.GetAsync($"/office/enterprises/opening?entry={entry.PublicId}");
        var opened = (await officer.SubmitAsync(form, "#opening", With(("Way", "code")))).ExpectOk();
        var (userName, code) = (opened.TextOf("[data-user-name]"), opened.TextOf("[data-code]"));
        using var owner = Site.ClientElsewhere();
        (await owner.TypeAsync("/account/sign-in", userName, code)).ExpectText("账号或密码错误");
        var next = await owner.SubmitAsync(
            await owner.GetAsync("/account/one-time-code"),
            "main form",
            new Dictionary<string, string?> { ["UserName"] = userName, ["Code"] = code }
        );
        (await SetAsync(owner, next, userName)).ExpectText("密码已设置");
        await owner.TypeAsync("/account/sign-in", userName, NewPassword);
        (await owner.GetAsync("/workbench")).ExpectOk().ExpectText(entry.Name);
    }

    [Fact]
    public async Task Opening_TwoOfficersAtOnce_OneAccountIsMade()
    {
        var entry = await ImportAsync("广州市开通丙贸易有限公司");
        using var first = await _scene.OfficerAsync(Scene.Guangzhou);
        using var second = await _scene.OfficerAsync(Scene.Guangzhou);
        var path = $"/office/enterprises/opening?entry={entry.PublicId}";
        var forms = (await first.GetAsync(path), await second.GetAsync(path));
        var answers = await Task.WhenAll(
            first.SendAsync(forms.Item1, "#opening", With(("Way", "code"))),
            second.SendAsync(forms.Item2, "#opening", With(("Way", "code")))
        );
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(1, await Site.QueryAsync(db => db.Claims.CountAsync(c => c.CodeKey == entry.CodeKey, Stop)));
    }

    [Fact]
    public async Task Opening_FilingThatWaits_GetsItsOwnerAndTheApprovalConfirmsTheCode()
    {
        var name = "广州市开通丁贸易有限公司";
        using (var file = new LegacyFile().Add(LegacyFile.Pending(name)).Write())
            await RunAsync(file);
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var list = (await officer.GetAsync($"/office/enterprises?tab=unopened&q={name}")).ExpectOk();
        var form = await officer.GetAsync(list.Element("tbody a").GetAttribute("href")!);
        await officer.SubmitAsync(form, "#opening", With(("Way", "code")));
        var filing = await Site.QueryAsync(db => db.Filings.SingleAsync(f => f.SubjectName == name, Stop));
        Assert.NotNull(filing.OwnerId);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        await officer.SubmitAsync(page, "#approval", new Dictionary<string, string?> { ["operatorType"] = "limited" });
        var claim = await Site.QueryAsync(db => db.Claims.SingleAsync(c => c.FilingId == filing.Id, Stop));
        Assert.Equal((ClaimState.Confirmed, filing.OwnerId!.Value), (claim.State, claim.AccountId));
    }

    [Fact]
    public async Task Claim_ByAVisitor_WaitsAtTheAuthorityAndIsGrantedOrRefused()
    {
        var entry = await ImportAsync("广州市认领甲贸易有限公司");
        using var visitor = Site.ClientElsewhere();
        var page = (await visitor.GetAsync($"/register/foreign-trade-operator/{entry.Number}")).ExpectOk();
        var form = (await visitor.GetAsync(page.LinkTo("申请开通用户"))).ExpectOk();
        (await visitor.SubmitAsync(form, "main form", new Dictionary<string, string?> { ["Name"] = "", ["Phone"] = "12" }))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请填写经办人姓名");
        var asked = new Dictionary<string, string?>
        {
            ["Name"] = "测试人",
            ["Phone"] = "020-81234567",
            ["Email"] = "claim@example.test",
        };
        (await visitor.SubmitAsync(form, "main form", asked)).ExpectText("申请已提交");
        await visitor.SubmitAsync(form, "main form", asked);
        Assert.DoesNotContain(
            "claim@example.test",
            string.Concat(
                await Site.QueryAsync(db =>
                    db.Set<Beian.Web.Features.Register.Claims.ClaimRequest>().Select(r => r.Contact).ToListAsync(Stop)
                )
            ),
            StringComparison.Ordinal
        );

        using var elsewhere = await _scene.OfficerAsync(Scene.Shenzhen);
        Assert.DoesNotContain(
            entry.Name,
            (await elsewhere.GetAsync("/office/enterprises/claims")).ExpectOk().Text,
            StringComparison.Ordinal
        );
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var waiting = (await officer.GetAsync("/office/enterprises/claims")).ExpectOk();
        var first = await officer.GetAsync(waiting.LinkTo(entry.Name));
        await officer.SubmitAsync(
            first.ExpectText("claim@example.test"),
            "#refusal",
            new Dictionary<string, string?> { ["reason"] = "材料不符" }
        );
        var second = await officer.GetAsync((await officer.GetAsync("/office/enterprises/claims")).LinkTo(entry.Name));
        Assert.Equal("claim@example.test", second.ValueOf("Email"));
        (await officer.SubmitAsync(second, "#opening", With(("Way", "link")))).ExpectText("用户已开通");
        Assert.DoesNotContain(entry.Name, (await officer.GetAsync("/office/enterprises/claims")).Text, StringComparison.Ordinal);
        (await visitor.SubmitAsync(form, "main form", asked)).Expect(HttpStatusCode.Conflict).ExpectText("已有用户，不能再次认领");
    }

    [Fact]
    public async Task Claim_ByAnAccount_BecomesThatAccounts()
    {
        var entry = await ImportAsync("广州市认领乙贸易有限公司");
        var account = await Data.EnterpriseAsync("认领的企业");
        using var owner = Site.ClientElsewhere();
        await owner.TypeAsync("/account/sign-in", account.UserName!, TestData.Password);
        await owner.SubmitAsync(
            await owner.GetAsync($"/register/foreign-trade-operator/{entry.Number}/claim"),
            "main form",
            new Dictionary<string, string?> { ["Name"] = "测试人", ["Phone"] = "13800000000" }
        );
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var form = await officer.GetAsync((await officer.GetAsync("/office/enterprises/claims")).LinkTo(entry.Name));
        (await officer.SubmitAsync(form.ExpectText("认领的企业"), "#opening", _proof)).ExpectText("登记已归入该账号");
        (await owner.GetAsync("/filings")).ExpectOk().ExpectText(entry.Name);
        Assert.Equal(account.Id, (await ClaimAsync(entry)).AccountId);
    }

    [Fact]
    public async Task Enterprise_OfAnotherJurisdiction_IsNotThere()
    {
        var filing = await _scene.SubmittedAsync();
        var entry = await ImportAsync("广州市别处贸易有限公司");
        using var officer = await _scene.OfficerAsync(Scene.Shenzhen);
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
        var filing = await _scene.SubmittedAsync(name: "广州市查名贸易有限公司");
        var owner = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == filing.OwnerId, Stop));
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/enterprises/{owner.Id}")).ExpectOk();
        Assert.DoesNotContain(owner.UserName!, page.Html, StringComparison.Ordinal);
        var form = new Dictionary<string, string?> { ["reason"] = " " };
        (await officer.SubmitAsync(page, "#user-name-form", form)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请填写查看理由");
        form["reason"] = "企业电话询问";
        (await officer.SubmitAsync(page, "#user-name-form", form)).ExpectOk().ExpectText(owner.UserName!).ExpectText("查看用户名");
        Assert.Equal(1, await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == owner.Id && e.Kind == "UserNameSeen", Stop)));
    }

    [Fact]
    public async Task Password_ResetByTheCity_EndsEverythingAndIsSeenByBoth_DistrictsAndProvincesResetNobody()
    {
        var filing = await _scene.SubmittedAsync(District, name: "广州市重置贸易有限公司");
        var owner = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == filing.OwnerId, Stop));
        using var signedIn = Site.ClientElsewhere();
        await signedIn.TypeAsync("/account/sign-in", owner.UserName!, TestData.Password);
        var path = $"/office/enterprises/{owner.Id}";
        foreach (var other in new[] { District, Scene.Guangdong, Scene.Ministry })
        {
            using var reader = await _scene.OfficerAsync(other);
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

        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
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
    public async Task UserNames_ByCodeAndRepresentative_GoToTheConfirmedAddressOnly()
    {
        var entry = await ImportAsync("广州市找名贸易有限公司");
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        var form = await officer.GetAsync($"/office/enterprises/opening?entry={entry.PublicId}");
        await officer.SubmitAsync(form, "#opening", With(("Way", "link"), ("Email", "find@example.test")));
        var account = (await ClaimAsync(entry)).AccountId;
        var uscc = System.Text.Json.JsonDocument.Parse(entry.PublicAnswers).RootElement.GetProperty("uscc").GetString()!;
        using var client = Site.ClientElsewhere();
        var pages = new List<string>();
        async Task AskAsync(string code, string person) =>
            pages.Add(
                (
                    await client.SubmitAsync(
                        await client.GetAsync("/account/user-names"),
                        "main form",
                        new Dictionary<string, string?> { ["Code"] = code, ["Person"] = person }
                    )
                )
                    .ExpectOk()
                    .TextOf("main")
            );

        await AskAsync(uscc, "测试人");
        Assert.Equal(0, await Links.CountAsync(Site, account, "user-names")); // nobody has used the link yet
        await SetAsync(
            client,
            await client.GetAsync(await Links.LastAsync(Site, account, "account-opened")),
            "find_" + uscc[10..17].ToLowerInvariant()
        );
        await AskAsync(uscc, "别人");
        await AskAsync(Scene.NewUscc(), "测试人");
        Assert.Equal(0, await Links.CountAsync(Site, account, "user-names"));
        await AskAsync(uscc, "测 试 人");
        Assert.Equal(1, await Links.CountAsync(Site, account, "user-names"));
        Assert.Single(pages.Distinct());
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
        using var officer = await _scene.OfficerAsync(Place);
        var first = (await officer.GetAsync("/office/enterprises?tab=unopened")).ExpectOk();
        var second = (await officer.GetAsync(first.LinkTo("下一页"))).ExpectOk();
        var names = first.TextsOf("tbody td:first-child").Concat(second.TextsOf("tbody td:first-child")).ToList();
        Assert.Equal(60, names.Distinct().Count());
        (await officer.GetAsync("/office/enterprises?q=%25_'%00&after=zzz&tab=x")).ExpectOk();
    }

    private async Task<RegisterEntry> ImportAsync(string name)
    {
        var number = LegacyFile.NewNumber();
        using var file = new LegacyFile().Add(LegacyFile.Approved(name, number: number)).Write();
        await RunAsync(file);
        return await Site.QueryAsync(db => db.RegisterEntries.AsNoTracking().SingleAsync(e => e.Number == number, Stop));
    }

    private Task<Beian.Web.Features.Filings.Claim> ClaimAsync(RegisterEntry entry) =>
        Site.QueryAsync(db => db.Claims.AsNoTracking().SingleAsync(c => c.CodeKey == entry.CodeKey, Stop));

    private Task<ImportResult> RunAsync(LegacyFile file) =>
        Site.InScopeAsync(services =>
            services
                .GetRequiredService<Importer>()
                .RunAsync(
                    new(
                        file.Path,
                        "foreign-trade-operator",
                        file.Report,
                        new Dictionary<string, string> { ["法定代表人"] = "legalRepName" },
                        false
                    ),
                    _ => { },
                    Stop
                )
        );

    private static Dictionary<string, string?> With(params (string Name, string? Value)[] others)
    {
        var values = new Dictionary<string, string?>(_proof);
        foreach (var (name, value) in others)
            values[name] = value;
        return values;
    }

    private static async Task<Page> SetAsync(SiteClient client, Page page, string? userName)
    {
        var values = new Dictionary<string, string?> { ["NewPassword"] = NewPassword, ["NewPasswordRepeat"] = NewPassword };
        if (userName is not null)
            values["UserName"] = userName;
        return await client.SubmitAsync(page.ExpectOk(), "main form", values);
    }
}

public sealed class EnterpriseOnSqliteTests(SignInOnSqliteSite site) : EnterpriseTests<SignInOnSqliteSite>(site);

public sealed class EnterpriseOnPostgresTests(SignInOnPostgresSite site) : EnterpriseTests<SignInOnPostgresSite>(site);
