using System.Net;
using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Enterprise;
using Beian.Web.Features.Enterprise.AccessRequests;
using Beian.Web.Features.Enterprise.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Enterprise;

public sealed class AccessTests(SignInOnSqliteSite site) : SiteTests<SignInOnSqliteSite>(site)
{
    private TeamScene Scene => field ??= new(Site, Data);

    [Fact]
    public async Task Ask_ForAnEnterprise_IsAnsweredByItsAdministrator_AndTellsNothing()
    {
        var (enterprise, filing, administrator) = await Scene.EnterpriseAsync();
        var code = (await Scene.Office.ReadAsync(filing)).SubjectCode;
        await Scene.ConfirmAsync(enterprise);
        using var stranger = Site.ClientElsewhere();
        var page = (await stranger.GetAsync("/enterprise/access")).ExpectOk();
        (await stranger.SubmitAsync(page, "#access", Typed("123", "", "nobody", "")))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请填写姓名")
            .ExpectText("电子邮箱格式不正确")
            .ExpectText("请填写申请理由");
        var address = TeamScene.NewAddress();
        var known = (await stranger.SubmitAsync(page, "#access", Typed(code, "周测试", address, "财务部，办理变更"))).ExpectOk();
        var again = (await stranger.SubmitAsync(page, "#access", Typed(code, "周测试", address, "财务部，办理变更"))).ExpectOk();
        var unknown = (await stranger.SubmitAsync(page, "#access", Typed(Office.Scene.NewUscc(), "周测试", address, "财务部"))).ExpectOk();
        Assert.Equal(known.TextOf("main"), unknown.TextOf("main"));
        Assert.Equal(known.TextOf("main"), again.TextOf("main"));
        Assert.Equal(
            1,
            await Site.QueryAsync(db => db.Events.CountAsync(e => e.SubjectId == enterprise && e.Kind == "AccessAskedFor", Stop))
        );

        var members = (await administrator.GetAsync("/enterprise/members")).ExpectOk().ExpectText("周测试").ExpectText("财务部，办理变更");
        Assert.Single(members.TextsOf("[data-asked]"));
        var (_, _, other) = await Scene.EnterpriseAsync("测试另一家贸易有限公司");
        var others = await other.GetAsync("/enterprise/members");
        Assert.Empty(others.TextsOf("[data-asked]"));
        var request = await Site.QueryAsync(db => db.AccessRequests.OrderBy(r => r.Id).FirstAsync(r => r.EndedAt == null, Stop));
        Assert.DoesNotContain(address, request.Contact, StringComparison.Ordinal);

        (await administrator.SubmitAsync(members, "[data-admission]", [new("Role", "Reader")])).ExpectOk().ExpectText("邀请已发往");
        (await administrator.SubmitAsync(members, "[data-refusal]")).Expect(HttpStatusCode.Conflict).ExpectText("已由其他管理员处理");
        var link = await Scene.LinkAsync(address, "member-invited");
        (await stranger.SubmitAsync(await stranger.GetAsync(link), "#joining", TeamScene.NewAccount("周测试")))
            .ExpectOk()
            .ExpectText("查看人");
        (await stranger.GetAsync($"/filings/{filing}")).ExpectOk();

        var before = Data.Now.AddDays(-91);
        await Site.ExecuteAsync(db => db.AccessRequests.ExecuteUpdateAsync(r => r.SetProperty(x => x.CreatedAt, before), Stop));
        await Site.ExecuteAsync(db =>
            db.Invitations.Where(i => i.EnterpriseId == enterprise).ExecuteUpdateAsync(i => i.SetProperty(x => x.CreatedAt, before), Stop)
        );
        await Site.InScopeAsync(async services =>
        {
            await services.GetRequiredService<EnterpriseRetention>().SweepAsync(Stop);
            return true;
        });
        Assert.Equal(
            (0, 0),
            (
                await Site.QueryAsync(db => db.AccessRequests.CountAsync(Stop)),
                await Site.QueryAsync(db => db.Invitations.CountAsync(i => i.EnterpriseId == enterprise, Stop))
            )
        );
        (await stranger.GetAsync($"/filings/{filing}")).ExpectOk();
    }

    private static Dictionary<string, string?> Typed(string code, string name, string email, string reason) =>
        new()
        {
            ["Code"] = code,
            ["Name"] = name,
            ["Email"] = email,
            ["Reason"] = reason,
        };
}
