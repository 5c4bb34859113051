using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Enterprise;

public sealed class MembersTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private TeamScene Scene => field ??= new(Site, Data);

    [Fact]
    public async Task Filer_WhoJoinedByInvitation_WorksOnTheEnterprisesFilings()
    {
        var (enterprise, filing, administrator) = await Scene.EnterpriseAsync();
        var link = await Scene.InviteAsync(administrator, TeamScene.NewAddress(), MemberRole.Filer);
        using var colleague = Site.NewClient();
        var page = (await colleague.GetAsync(link)).ExpectOk().ExpectText("测试远帆贸易有限公司").ExpectText("经办人");
        var wrong = await colleague.SubmitAsync(page, "#joining", new Dictionary<string, string?> { ["Name"] = "王测试" });
        wrong.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请填写账户名称");
        Assert.Equal("王测试", wrong.ValueOf("Name"));
        (await colleague.SubmitAsync(wrong, "#joining", TeamScene.NewAccount("王测试")))
            .ExpectOk()
            .ExpectText("您已加入测试远帆贸易有限公司");

        Assert.Equal($"/filings/{filing}", (await colleague.GetAsync("/filings")).ExpectOk().LinkTo("查看"));
        var form = (await colleague.GetAsync($"/filings/{filing}/form")).ExpectOk();
        (await colleague.SubmitAsync(form, FilerVisit.FormSelector, [new("phone", "020-87654321")], "save")).ExpectOk();
        // What the founder is told after the first save names its account, and is for nobody else.
        Assert.Equal($"/filings/{filing}", (await colleague.GetAsync($"/filings/{filing}/saved")).ExpectOk().Path);
        (await administrator.GetAsync($"/filings/{filing}/saved")).ExpectOk().ExpectText("保存成功");
        var saved = await Site.QueryAsync(db =>
            db.Events.AsNoTracking().OrderByDescending(e => e.Id).FirstAsync(e => e.SubjectId == filing && e.Kind == "FilingSaved", Stop)
        );
        Assert.Equal("王测试", saved.ActorName);
        Assert.Contains("王测试", (await administrator.GetAsync($"/filings/{filing}")).TextOf(".timeline"), StringComparison.Ordinal);
        Assert.Contains("王测试", (await administrator.GetAsync("/enterprise")).TextOf("[data-enterprise-acts]"), StringComparison.Ordinal);
        Assert.Empty((await colleague.GetAsync("/enterprise/members")).ExpectOk().TextsOf("#invitation"));

        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == enterprise)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.HomeAuthorityId, Office.Scene.Guangzhou), Stop)
        );
        using var officer = await Scene.Office.OfficerAsync(Office.Scene.Guangzhou);
        (await officer.GetAsync($"/office/enterprises/{enterprise}")).ExpectOk().ExpectText("王测试接受邀请加入，角色是经办人");
        using var stranger = await Scene.Office.SignInAsync(await Data.EnterpriseAsync());
        (await stranger.GetAsync($"/filings/{filing}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reader_SeesAndCannotSaveOrSubmit_AndLosesNothing()
    {
        var (_, filing, administrator) = await Scene.EnterpriseAsync();
        using var colleague = await Scene.JoinAsync(administrator, MemberRole.Filer, "李查看");
        var form = (await colleague.GetAsync($"/filings/{filing}/form")).ExpectOk();
        await SetRoleAsync(administrator, "李查看", MemberRole.Reader);

        var refused = await colleague.SubmitAsync(form, FilerVisit.FormSelector, [new("phone", "020-11112222")], "save");
        refused.Expect(HttpStatusCode.Conflict).ExpectText("的角色是“查看人”");
        Assert.NotEmpty(refused.TextsOf("details[open].answers"));
        refused.ExpectText("020-11112222").ExpectText("为您保留一小时");
        var page = (await colleague.GetAsync($"/filings/{filing}")).ExpectOk().ExpectText("只能查看和打印");
        Assert.DoesNotContain(page.TextsOf("main a"), t => t is "编辑" or "撤回这份备案");
        Assert.Equal($"/filings/{filing}", (await colleague.GetAsync($"/filings/{filing}/form")).ExpectOk().Path);
        foreach (var act in new[] { "submission", "withdrawal", "urging" })
            (await PostAsync(colleague, page, $"/filings/{filing}/{act}")).Expect(HttpStatusCode.Conflict);
        (await PostAsync(colleague, page, $"/filings/{filing}/draft")).Expect(HttpStatusCode.Conflict);
        (await colleague.GetAsync(FilerVisit.NewForm)).Expect(HttpStatusCode.Conflict).ExpectText("请联系本企业的管理员");
        (await colleague.GetAsync($"/filings/{filing}/sheets")).ExpectOk();
        Assert.Empty((await colleague.GetAsync("/workbench/websites")).ExpectOk().TextsOf("form[data-add]"));
        // A form of a browser where nobody was signed in then: it is shown, and nothing is promised.
        using var tab = Site.NewClient();
        var blank = (await tab.GetAsync(FilerVisit.NewForm)).ExpectOk();
        tab.TakeSession(colleague);
        var shown = await tab.SubmitAsync(blank, FilerVisit.FormSelector, FilerVisit.Answers, "save");
        shown.Expect(HttpStatusCode.Conflict).ExpectText("已保存的内容没有改动").ExpectText(FilerVisit.Answers["phone"]!);
        Assert.DoesNotContain("保留一小时", shown.Text, StringComparison.Ordinal);
        Assert.Equal("Submitted", $"{(await Scene.Office.ReadAsync(filing)).State}");

        await SetRoleAsync(administrator, "李查看", MemberRole.Filer);
        var back = (await colleague.GetAsync($"/filings/{filing}/form")).ExpectOk();
        var restored = await colleague.SubmitAsync(back, "form[data-stash]", button: "restore");
        Assert.Equal("020-11112222", restored.ValueOf("phone"));
    }

    [Fact]
    public async Task Team_WithoutItsLastAdministrator_IsRefused_AndTheRoleIsHandedOver()
    {
        var (enterprise, filing, administrator) = await Scene.EnterpriseAsync();
        using var colleague = await Scene.JoinAsync(administrator, MemberRole.Filer, "赵接任");
        var page = await administrator.GetAsync("/enterprise/members");
        (await administrator.SubmitAsync(page, "#leaving")).Expect(HttpStatusCode.Conflict).ExpectText("至少要有一名管理员");
        (await colleague.SubmitAsync(await colleague.GetAsync("/enterprise/members"), "#leaving", [], null))
            .ExpectOk()
            .ExpectText("您已退出");
        (await colleague.GetAsync($"/filings/{filing}")).Expect(HttpStatusCode.NotFound);

        // Back with the same account, for the address is the same.
        var mate = await Scene.AccountAsync("赵接任");
        var link = await Scene.InviteAsync(administrator, mate.Email!, MemberRole.Filer);
        (await colleague.SubmitAsync((await colleague.GetAsync(link)).ExpectOk(), "#join")).ExpectOk();
        page = await colleague.GetAsync("/enterprise/members");
        (await PostAsync(colleague, page, "/enterprise/members?handler=Removal", KeyValuePair.Create("account", $"{enterprise}")))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("只有本企业的管理员");
        page = await administrator.GetAsync("/enterprise/members");
        (await administrator.SubmitAsync(page, "#hand-over")).ExpectOk().ExpectText("管理员已移交");
        Assert.Equal(
            [(enterprise, MemberRole.Filer), (mate.Id, MemberRole.Administrator)],
            await Site.QueryAsync(db =>
                db.Members.Where(m => m.EnterpriseId == enterprise)
                    .OrderBy(m => m.Since)
                    .Select(m => ValueTuple.Create(m.AccountId, m.Role))
                    .ToListAsync(Stop)
            )
        );
        Assert.Equal(mate.Id, (await Site.QueryAsync(db => db.FindCorrespondentAsync(enterprise, Stop)))!.Id);

        (await administrator.SubmitAsync(page, "#leaving")).ExpectOk().ExpectText("不属于任何企业");
        (await administrator.GetAsync($"/filings/{filing}")).Expect(HttpStatusCode.NotFound);
        (await administrator.GetAsync("/workbench")).ExpectOk();
        (await administrator.GetAsync("/appointments/new")).ExpectOk();
        (await administrator.GetAsync(FilerVisit.NewForm)).Expect(HttpStatusCode.Conflict).ExpectText("不属于任何企业");
        (await colleague.GetAsync($"/filings/{filing}")).ExpectOk();
    }

    private async Task SetRoleAsync(SiteClient administrator, string name, MemberRole role)
    {
        var page = await administrator.GetAsync("/enterprise/members");
        var form = $"form[data-role='{(await Scene.AccountAsync(name)).UserName}']";
        (await administrator.SubmitAsync(page, form, [new("Role", $"{role}")])).ExpectOk().ExpectText("角色已修改");
    }

    private static async Task<Page> PostAsync(SiteClient client, Page page, string path, params KeyValuePair<string, string>[] values)
    {
        using var body = new FormUrlEncodedContent([
            new("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!),
            .. values,
        ]);
        return await client.FollowAsync(await client.Http.PostAsync(new Uri(path, UriKind.Relative), body, Stop));
    }
}
