using System.Net;
using Beian.Tests.Features.Account;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Register.Import;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office.Enterprises;

public abstract class OpeningTests<TSite>(TSite site) : OpeningScene<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Opening_ByLink_GivesTheEntryToWhoeverUsesItOnce()
    {
        var entry = await ImportAsync("广州市开通甲贸易有限公司");
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var list = (await officer.GetAsync($"/office/enterprises?tab=unopened&q={entry.Name}")).ExpectOk().ExpectText(entry.Name);
        var form = (await officer.GetAsync(list.Element("tbody a").GetAttribute("href")!)).ExpectOk();
        var scan = FilerVisit.Pdf("营业执照");
        var again = (
            await officer.SubmitAsync(
                form,
                "#opening",
                With(("Way", "link"), ("Email", "not an address"), ("note", "")),
                files: [new("papers", "执照.pdf", scan), new("papers", "程序.pdf", [.. "MZ"u8, .. new byte[500]])]
            )
        )
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("电子邮箱格式不正确")
            .ExpectText("可执行程序")
            .ExpectText("已收到：执照.pdf")
            .ExpectText("请说明经办人");
        // What came in order need not be chosen again.
        (await officer.SubmitAsync(again, "#opening", With(("Way", "link"), ("Email", "jia@example.test")))).ExpectText("用户已开通");

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
        var known = (await officer.GetAsync($"/office/enterprises/{claim.AccountId}")).ExpectOk();
        known.ExpectText("营业执照").ExpectText("经办人到窗口办理");
        var paper = new Uri(known.LinkTo("执照.pdf"), UriKind.Relative);
        Assert.Equal(scan, await officer.Http.GetByteArrayAsync(paper, Stop));
        using var superior = await Scenes.OfficerAsync(Scene.Guangdong);
        Assert.Equal(scan, await superior.Http.GetByteArrayAsync(paper, Stop));
        using var stranger = await Scenes.OfficerAsync(Scene.Shenzhen);
        (await stranger.GetAsync($"{paper}")).Expect(HttpStatusCode.NotFound);
        Assert.Equal(
            2,
            await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == claim.AccountId && e.Kind == "PaperSeen", Stop))
        );
        using var visitor = Site.ClientElsewhere();
        (await visitor.GetAsync($"/register/foreign-trade-operator/{entry.Number}/claim")).ExpectOk().ExpectText("已有用户，不能再次认领");
    }

    [Fact]
    public async Task Opening_WithoutEmail_ShowsACodeOnce()
    {
        var entry = await ImportAsync("广州市开通乙贸易有限公司");
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
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
        using var first = await Scenes.OfficerAsync(Scene.Guangzhou);
        using var second = await Scenes.OfficerAsync(Scene.Guangzhou);
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
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
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
    public async Task UserNames_ByCodeAndRepresentative_GoToTheConfirmedAddressOnly()
    {
        var entry = await ImportAsync("广州市找名贸易有限公司");
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
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
}

public sealed class OpeningOnSqliteTests(SignInOnSqliteSite site) : OpeningTests<SignInOnSqliteSite>(site);

public sealed class OpeningOnPostgresTests(SignInOnPostgresSite site) : OpeningTests<SignInOnPostgresSite>(site);
