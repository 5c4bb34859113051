using Beian.Tests.Features.Enterprise;
using Beian.Tests.Support;
using Beian.Web.Features.Account.Standings;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>成员和委托, in Chromium: an administrator invites, somebody joins, an agency is given a mandate and files by it.</summary>
public sealed class MembersWalkTests(SqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task MembersAndMandates_FromInvitationToFilingForAnother_AsPeopleDo()
    {
        var scene = new TeamScene(Site, Data);
        var (_, filing, owner) = await scene.EnterpriseAsync();
        var (agency, agencys, manager) = await scene.EnterpriseAsync("测试代理服务有限公司");
        await scene.ConfirmAsync(agency);
        var administrator = await WalkAsync(owner);
        await administrator.GoAsync("/enterprise");
        await administrator.LookAsync("enterprise");
        await administrator.PressAsync("main .actions .btn-primary");
        await administrator.Page.FillAsync("#Email", "walk@example.test");
        await administrator.Page.CheckAsync("#Role-Reader");
        await administrator.PressAsync("#invitation .btn-primary");
        await administrator.ExpectAsync("walk@example.test");

        var colleague = await WalkAsync(null);
        await colleague.GoAsync(await scene.LinkAsync("walk@example.test", "member-invited"));
        await colleague.LookAsync("invitation");
        foreach (var (control, value) in TeamScene.NewAccount("吴查看"))
            await colleague.AnswerAsync(control, value!);
        await colleague.PressAsync("#joining .btn-primary");
        await colleague.ExpectAsync("您已加入");
        await colleague.GoAsync($"/filings/{filing}");
        await colleague.LookAsync("reader");
        await colleague.GoAsync("/enterprise/access");
        await colleague.LookAsync("access");
        await administrator.GoAsync("/enterprise/members");
        await administrator.Page.Locator("td summary").First.ClickAsync();
        await administrator.LookAsync("members");

        await administrator.GoAsync("/enterprise/mandates");
        await administrator.Page.FillAsync("#Code", (await scene.Office.ReadAsync(agencys)).SubjectCode);
        await administrator.Page.CheckAsync("#service-foreign-trade-operator");
        await administrator.LookAsync("mandates");
        await administrator.PressAsync("#mandate .btn-primary");
        await administrator.ExpectAsync("待受托方接受");

        var agent = await WalkAsync(manager);
        await agent.GoAsync("/enterprise/mandates");
        await agent.LookAsync("received");
        await agent.PressAsync("[data-received] a");
        await agent.PressAsync("#acceptance button");
        await agent.LookAsync("mandate");
        await agent.PressAsync("#acting button");
        await agent.ExpectAsync("代测试远帆贸易有限公司");
        await agent.LookAsync("acting");
        await agent.PressAsync($"a[href='/filings/{filing}/form']");
        await agent.ExpectAsync("办理");
        await administrator.GoAsync("/enterprise");
        await administrator.ExpectAsync(MemberRole.Reader.Text.Zh);
        await administrator.LookAsync("acts");
    }

    private Task<Walker> WalkAsync(SiteClient? client) => chromium.WalkAsync(Site, "members", client: client);
}
