using System.Net;
using Beian.Definitions.Answers;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Filings.Kinds;
using Beian.Tests.Features.Workbench;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Tickets;
using Beian.Web.Features.Workbench;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Enterprise;

/// <summary>Nothing typed for one enterprise is saved for another, and a mandate reaches what it names.</summary>
public sealed partial class MandateTests
{
    [Fact]
    public async Task Profile_TypedForThePrincipal_IsNotSavedForTheAgency()
    {
        var (principal, _, owner) = await Scene.EnterpriseAsync("测试委托贸易有限公司");
        var (agency, own, manager) = await AgencyAsync();
        await BeginProfileAsync(owner);
        var mandate = await GiveAcceptedAsync(owner, own, manager);
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acting");
        var form = (await manager.GetAsync(Door.Home + "/profile")).ExpectOk();

        // Back to the own enterprise in another window: it has no such application.
        await BackAsync(manager);
        var lost = await manager.SubmitAsync(form, FilerVisit.FormSelector, [new("entName", "测试委托电子商务")], "save");
        lost.Expect(HttpStatusCode.Conflict).ExpectText("您已切换到另一家企业").ExpectText("测试委托电子商务").ExpectText("为您保留一小时");

        // And when it has one, with a profile of its own in the same place.
        var mine = FilerVisit.IdOf(await BeginProfileAsync(manager));
        (await manager.SubmitAsync(form, FilerVisit.FormSelector, [new("entName", "测试委托电子商务")], "save"))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("测试委托电子商务");
        var saved = await Site.QueryAsync(db => db.Filings.AsNoTracking().SingleAsync(f => f.Id == mine, Stop));
        Assert.Null(AnswerSet.FromJson(saved.Answers)["entName"]);

        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acting");
        var again = (await manager.GetAsync(Door.Home + "/profile")).ExpectOk().ExpectText("找到您未保存的填写内容");
        var restored = (await manager.SubmitAsync(again, "form[data-stash]", button: "restore")).ExpectOk();
        Assert.Equal("测试委托电子商务", restored.ValueOf("entName"));
        (await manager.SubmitAsync(restored, FilerVisit.FormSelector, button: "save")).ExpectOk();
        Assert.Equal(
            principal,
            await Site.QueryAsync(db => db.Filings.Where(f => f.Id == FilerVisit.IdOf(restored)).Select(f => f.OwnerId).SingleAsync(Stop))
        );

        // The session ends while typing: the way back leads over the mandate.
        var late = (await manager.GetAsync(Door.Home + "/profile")).ExpectOk();
        manager.LoseSession();
        var left = await manager.SubmitAsync(late, FilerVisit.FormSelector, [new("phone", "020-55556666")], "save");
        Assert.EndsWith(Uri.EscapeDataString($"/filings/{FilerVisit.IdOf(late)}/form"), left.Path, StringComparison.Ordinal);
        using var anew = await Site.SignedInAsync(agency);
        var door = (await anew.GetAsync($"/filings/{FilerVisit.IdOf(late)}/form")).ExpectOk();
        Assert.StartsWith(mandate, door.Path, StringComparison.Ordinal);
        var offered = (await anew.SubmitAsync(door, "#acting")).ExpectOk();
        Assert.Equal("020-55556666", (await anew.SubmitAsync(offered, "form[data-stash]", button: "restore")).ValueOf("phone"));
    }

    [Fact]
    public async Task NewFiling_TypedForThePrincipal_IsOfferedAgainOnlyForIt()
    {
        var (_, _, owner) = await Scene.EnterpriseAsync("测试委托贸易有限公司");
        var (agency, own, manager) = await AgencyAsync();
        var mandate = await GiveAcceptedAsync(owner, own, manager);
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acting");
        var form = (await manager.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var typed = FilerVisit.With(FilerVisit.Answers, ("phone", "020-55556666"));
        manager.LoseSession();
        Assert.StartsWith(
            "/account/sign-in",
            (await manager.SubmitAsync(form, FilerVisit.FormSelector, typed, "save")).Path,
            StringComparison.Ordinal
        );

        // Signed in again it files for its own enterprise: the way back to the typing leads over the mandate.
        using var again = await Site.SignedInAsync(agency);
        Assert.Empty((await again.GetAsync(FilerVisit.NewForm)).ExpectOk().TextsOf("[data-stash]"));
        var door = (await again.GetAsync("/filings/new")).ExpectOk();
        Assert.StartsWith(mandate, door.Path, StringComparison.Ordinal);
        var back = (await again.SubmitAsync(door, "#acting")).ExpectOk();
        var restored = (await again.SubmitAsync(back, "form[data-stash]", button: "restore")).ExpectOk();
        Assert.Equal("020-55556666", restored.ValueOf("phone"));

        // Without the mandate it is nobody's to go on with.
        again.LoseSession();
        await again.SubmitAsync(restored, FilerVisit.FormSelector, [], "save");
        await owner.SubmitAsync(await owner.GetAsync(mandate), "#end");
        using var third = await Site.SignedInAsync(agency);
        Assert.Equal("/workbench", (await third.GetAsync("/filings/new")).ExpectOk().Path);
    }

    [Fact]
    public async Task Form_MadeForThePrincipal_DoesNothingForTheAgency()
    {
        var (_, _, owner) = await Scene.EnterpriseAsync();
        var (agency, own, manager) = await AgencyAsync();
        var mandate = await GiveAcceptedAsync(owner, own, manager);
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acting");
        var sites = (await manager.GetAsync("/workbench/websites")).ExpectOk();
        var applications = (await manager.GetAsync("/workbench/applications?section=domestic-trade")).ExpectOk();
        var questions = (await manager.GetAsync("/tickets")).ExpectOk();
        Dictionary<string, string?> site = new() { ["Name"] = "测试网站", ["Address"] = "https://www.example.test" };
        await BackAsync(manager);

        foreach (
            var (page, form, typed) in new[]
            {
                (sites, "form[data-add]", site),
                (applications, "tr:has(input[value=e-commerce]) form", []),
                (questions, "#question", new() { ["Subject"] = "测试问题", ["Text"] = "替委托企业问的。" }),
            }
        )
            (await manager.SubmitAsync(page, form, typed)).Expect(HttpStatusCode.Conflict).ExpectText("您已切换到另一家企业");
        Assert.Equal((0, 0, 0), await CountAsync());
        sites = (await manager.GetAsync("/workbench/websites")).ExpectOk();
        (await manager.SubmitAsync(sites, "form[data-add]", site)).ExpectOk();
        Assert.Equal((1, 0, 0), await CountAsync());

        Task<(int, int, int)> CountAsync() =>
            Site.QueryAsync(async db =>
                (
                    await db.Websites.CountAsync(w => w.AccountId == agency, Stop),
                    await db.AddedApplications.CountAsync(a => a.AccountId == agency, Stop),
                    await db.Tickets.CountAsync(t => t.AccountId == agency, Stop)
                )
            );
    }

    [Fact]
    public async Task Mandate_ForSomeServices_ReachesNeitherProfileNorWebsites()
    {
        var (principal, filing, owner) = await Scene.EnterpriseAsync();
        var (_, own, manager) = await AgencyAsync();
        using var reader = await Scene.JoinAsync(manager, MemberRole.Reader);
        await Door.AddAsync(owner);
        var mandate = await GiveAcceptedAsync(owner, own, manager, Service);

        // A link to the files leads to the mandate, as the filing itself does, and from there back.
        var door = (await manager.GetAsync($"/filings/{filing}/attachments")).ExpectOk().ExpectText("请先点击“代其办理”");
        Assert.Equal($"/filings/{filing}/attachments", (await manager.SubmitAsync(door, "#acting")).ExpectOk().Path);

        var types = (await manager.GetAsync(Door.Home + "/user-type")).ExpectOk();
        Assert.Empty(types.TextsOf("#user-types form"));
        var ownersPage = (await owner.GetAsync(Door.Home + "/user-type")).ExpectOk();
        var token = types.ValueOf("__RequestVerificationToken") ?? throw new InvalidOperationException();
        using var body = new FormUrlEncodedContent([new("type", ownersPage.ValueOf("type")!), new("__RequestVerificationToken", token)]);
        var chosen = await manager.FollowAsync(await manager.Http.PostAsync(new Uri(types.Url, "user-type"), body, Stop));
        chosen.Expect(HttpStatusCode.Conflict).ExpectText("不包括这个事项");
        Assert.Null(
            await Site.QueryAsync(db =>
                db.Set<AddedApplication>().Where(a => a.AccountId == principal).Select(a => a.UserType).SingleAsync(Stop)
            )
        );

        Assert.Empty((await manager.GetAsync("/workbench/websites")).ExpectOk().TextsOf("form[data-add]"));
        await reader.SubmitAsync(await reader.GetAsync(mandate), "#acting");
        // Whose reader one is, is said: the agency's.
        Assert.Contains(
            "您在测试代理服务有限公司的角色是“查看人”",
            (await reader.GetAsync(FilerVisit.NewForm)).Expect(HttpStatusCode.Conflict).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ReceiptAndDecision_ReachWhoSentTheFiling_WhileTheMandateIsInForce()
    {
        var (principal, filing, owner) = await Scene.EnterpriseAsync();
        var (agency, own, manager) = await AgencyAsync();
        var mandate = await GiveAcceptedAsync(owner, own, manager, Service);
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acting");
        using var officer = await Scene.Office.OfficerAsync(Office.Scene.Guangzhou);
        var (principals, agencys) = (await EmailOfAsync(principal), await EmailOfAsync(agency));
        using var visit = new FilerVisit(Site);
        visit.Client.TakeSession(manager);

        // The enterprise sent it, then its agency did, then the mandate ended.
        await ReturnAsync();
        Assert.Equal([principals], await ToldAsync());
        await visit.SubmitAsync(filing);
        Assert.Equal([principals, agencys], await ToldAsync("filing-submitted"));
        await ReturnAsync();
        Assert.Equal([principals, principals, agencys], await ToldAsync());
        // The officer sees of each address what became of the mail, of the enterprise's first.
        await Site.ExecuteAsync(db =>
            db.Outbox.Where(m => m.SubjectId == filing && m.Recipient == agencys)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.GivenUp).SetProperty(x => x.Attempts, 10), Stop)
        );
        var told = (await officer.GetAsync($"/office/filings/{filing}")).ExpectOk().TextsOf("[data-mail]");
        Assert.Equal(2, told.Count);
        Assert.Contains($"{principals}：等待发送", told[0], StringComparison.Ordinal);
        Assert.Contains($"{agencys}：试了 10 次没有送到", told[1], StringComparison.Ordinal);
        // The copy can be sent again, and stays a copy.
        var mails = (await owner.GetAsync($"/filings/{filing}/messages")).ExpectOk().ExpectText(agencys);
        var copy = await Site.QueryAsync(db =>
            db.Outbox.SingleAsync(m => m.SubjectId == filing && m.Recipient == agencys && m.Template == "filing-returned", Stop)
        );
        await Site.ExecuteAsync(db =>
            db.Outbox.Where(m => m.Id == copy.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Sent), Stop)
        );
        mails = (await owner.GetAsync($"/filings/{filing}/messages")).ExpectOk();
        (await owner.SubmitAsync(mails, $"form:has(input[value='{copy.Id}'])")).ExpectOk();
        Assert.Equal(2, (await ToldAsync()).Count(r => r == agencys));
        await visit.SubmitAsync(filing);
        (await owner.SubmitAsync(await owner.GetAsync(mandate), "#end")).ExpectOk();
        await ReturnAsync();
        var alone = Assert.Single((await officer.GetAsync($"/office/filings/{filing}")).ExpectOk().TextsOf("[data-mail]"));
        Assert.Contains(principals, alone, StringComparison.Ordinal);
        Assert.Equal((3, 2), ((await ToldAsync()).Count(r => r == principals), (await ToldAsync()).Count(r => r == agencys)));

        Task ReturnAsync() => KindScene.DecideAsync(officer, filing, "return", ("reason", "请补正材料"));

        Task<List<string>> ToldAsync(string template = "filing-returned") =>
            Site.QueryAsync(db =>
                db.Outbox.Where(m => m.SubjectId == filing && m.Template == template)
                    .OrderBy(m => m.CreatedAt)
                    .ThenByDescending(m => m.Recipient == principals)
                    .Select(m => m.Recipient)
                    .ToListAsync(Stop)
            );
    }

    private Task<string> EmailOfAsync(Guid account) =>
        Site.QueryAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.Email!).SingleAsync(Stop));

    private async Task<string> GiveAcceptedAsync(SiteClient owner, Guid agencysFiling, SiteClient manager, params string[] services)
    {
        var mandate = await GiveAsync(owner, agencysFiling, services);
        (await manager.SubmitAsync(await manager.GetAsync(mandate), "#acceptance")).ExpectOk();
        return mandate;
    }

    private static async Task BackAsync(SiteClient client) =>
        (await client.SubmitAsync(await client.GetAsync("/workbench"), "[data-acting] form")).ExpectOk();

    private static async Task<Page> BeginProfileAsync(SiteClient client)
    {
        await Door.AddAsync(client);
        return await Door.BeginAsync(client);
    }
}
