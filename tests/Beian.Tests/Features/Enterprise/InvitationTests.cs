using System.Net;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Enterprise.Invitations;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Enterprise;

public abstract class InvitationTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private protected TeamScene Scene => field ??= new(Site, Data);

    [Fact]
    public async Task Accept_TheSameInvitationAtOnce_OneJoins()
    {
        var (enterprise, _, administrator) = await Scene.EnterpriseAsync();
        var link = await Scene.InviteAsync(administrator, TeamScene.NewAddress(), MemberRole.Filer);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        using var client = Site.NewClient();
                        var page = await client.GetAsync(link);
                        using var answer = await client.SendAsync(page, "#joining", TeamScene.NewAccount());
                        return answer.StatusCode;
                    })
                )
        );
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.Redirect));
        Assert.All(answers.Where(a => a != HttpStatusCode.Redirect), a => Assert.Equal(HttpStatusCode.Gone, a));
        Assert.Equal(2, await Site.QueryAsync(db => db.Members.CountAsync(m => m.EnterpriseId == enterprise && m.EndedAt == null, Stop)));
    }
}

public sealed class InvitationOnSqliteTests(SqliteSite site) : InvitationTests<SqliteSite>(site)
{
    [Fact]
    public async Task Link_UsedExpiredWithdrawnOrWrong_IsAnsweredClearly()
    {
        var (enterprise, _, administrator) = await Scene.EnterpriseAsync();
        var address = TeamScene.NewAddress();
        var link = await Scene.InviteAsync(administrator, address, MemberRole.Reader);
        var newer = await Scene.InviteAsync(administrator, address, MemberRole.Filer);
        using var client = Site.NewClient();
        (await client.GetAsync(link)).Expect(HttpStatusCode.Gone).ExpectText("已被撤回，或已由新的邀请代替");
        await MoveAsync(enterprise, Data.Now.AddSeconds(-1));
        (await client.GetAsync(newer)).Expect(HttpStatusCode.Gone).ExpectText("过期").ExpectText("请联系企业的管理员重新邀请");
        await MoveAsync(enterprise, Data.Now.AddDays(1));
        var page = (await client.GetAsync(newer)).ExpectOk();
        await MoveAsync(enterprise, Data.Now.AddSeconds(-1));
        (await client.SubmitAsync(page, "#joining", TeamScene.NewAccount())).Expect(HttpStatusCode.Gone).ExpectText("过期");
        await MoveAsync(enterprise, Data.Now.AddDays(1));
        (await client.SubmitAsync(page, "#joining", TeamScene.NewAccount())).ExpectOk();

        using var other = Site.NewClient();
        (await other.GetAsync(newer)).Expect(HttpStatusCode.Gone).ExpectText("已经使用过");
        Assert.Equal("/enterprise", (await client.GetAsync(newer)).ExpectOk().Path);
        (await other.GetAsync(newer[..^2] + "AA")).Expect(HttpStatusCode.NotFound);
        (await other.GetAsync("/enterprise/invitations/x")).Expect(HttpStatusCode.NotFound);
        var members = await administrator.GetAsync("/enterprise/members");
        (await administrator.SubmitAsync(members, "#invitation", [new("Email", address)]))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("已是本企业的成员");
    }

    [Fact]
    public async Task Link_OpenedByAnotherOrByWhoBelongsElsewhere_StaysGood()
    {
        var (_, _, administrator) = await Scene.EnterpriseAsync();
        var (owner, elsewhere, belongs) = await Scene.EnterpriseAsync("测试另一家贸易有限公司");
        var free = await Data.EnterpriseAsync("孙未填报");
        using var invited = await Scene.Office.SignInAsync(free);
        var link = await Scene.InviteAsync(administrator, free.Email!, MemberRole.Filer);

        (await belongs.GetAsync(link)).Expect(HttpStatusCode.Conflict).ExpectText("您登录的账号用的是另一个邮箱");
        using var officer = await Scene.Office.OfficerAsync(Office.Scene.Guangzhou);
        (await officer.GetAsync(link)).Expect(HttpStatusCode.Conflict).ExpectText("主管部门用户");
        var email = (await Site.QueryAsync(db => db.Accounts.SingleAsync(a => a.Id == owner, Stop))).Email!;
        var other = await Scene.InviteAsync(administrator, email, MemberRole.Filer);
        (await belongs.GetAsync(other)).Expect(HttpStatusCode.Conflict).ExpectText("已属于另一家企业");
        (await belongs.GetAsync($"/filings/{elsewhere}")).ExpectOk();

        var page = (await invited.GetAsync(link)).ExpectOk().ExpectText("孙未填报");
        (await invited.SubmitAsync(page, "#join")).ExpectOk().ExpectText("您已加入");
        // A member of one enterprise joins no other.
        var third = await Scene.InviteAsync(belongs, free.Email!, MemberRole.Filer);
        (await invited.GetAsync(third)).Expect(HttpStatusCode.Conflict).ExpectText("已属于另一家企业");
    }

    private Task MoveAsync(Guid enterprise, DateTime expires) =>
        Site.ExecuteAsync(db =>
            db.Invitations.Where(i => i.EnterpriseId == enterprise).ExecuteUpdateAsync(i => i.SetProperty(x => x.ExpiresAt, expires), Stop)
        );
}

public sealed class InvitationOnPostgresTests(PostgresSite site) : InvitationTests<PostgresSite>(site);
