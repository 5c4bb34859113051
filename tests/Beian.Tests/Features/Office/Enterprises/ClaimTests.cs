using System.Net;
using Beian.Tests.Features.Account;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Office.Enterprises;

public abstract class ClaimTests<TSite>(TSite site) : OpeningScene<TSite>(site)
    where TSite : TestSite
{
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

        using (var administrator = await Scenes.OfficerAsync(Scene.Guangzhou, OfficerRole.Administrator))
            Assert.Contains(
                (await administrator.GetAsync("/office/log")).TextsOf("tbody tr"),
                r => r.Contains("未登录的访问者", StringComparison.Ordinal) && r.Contains(entry.Number, StringComparison.Ordinal)
            );
        using var elsewhere = await Scenes.OfficerAsync(Scene.Shenzhen);
        Assert.DoesNotContain(
            entry.Name,
            (await elsewhere.GetAsync("/office/enterprises/claims")).ExpectOk().Text,
            StringComparison.Ordinal
        );
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var waiting = (await officer.GetAsync("/office/enterprises/claims")).ExpectOk();
        var first = await officer.GetAsync(waiting.LinkTo(entry.Name));
        await officer.SubmitAsync(
            first.ExpectText("claim@example.test"),
            "#refusal",
            new Dictionary<string, string?> { ["reason"] = "材料不符" }
        );
        // The same form once more, from another window.
        (await officer.SubmitAsync(first, "#opening", With(("Way", "link"))))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("这份申请已经处理过了");
        var rest = (await officer.GetAsync("/office/enterprises/claims"))
            .Document.Links.Where(l => l.TextContent.Contains(entry.Name, StringComparison.Ordinal))
            .Select(l => l.GetAttribute("href")!)
            .ToList();
        Assert.Equal(2, rest.Count);
        var (second, third) = (await officer.GetAsync(rest[0]), await officer.GetAsync(rest[1]));
        Assert.Equal("claim@example.test", second.ValueOf("Email"));
        (await officer.SubmitAsync(second, "#opening", With(("Way", "link")))).ExpectText("用户已开通");
        (await officer.SubmitAsync(third, "#opening", With(("Way", "link")))).Expect(HttpStatusCode.Conflict).ExpectText("不能重复开通");
        // Whoever comes to it later reads why and refuses it.
        var late = (await officer.GetAsync(rest[1])).ExpectOk().ExpectText("该企业已开通用户");
        Assert.Empty(late.Document.QuerySelectorAll("#opening"));
        await officer.SubmitAsync(late, "#refusal", new Dictionary<string, string?> { ["reason"] = "已有用户" });
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
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var form = await officer.GetAsync((await officer.GetAsync("/office/enterprises/claims")).LinkTo(entry.Name));
        (await officer.SubmitAsync(form.ExpectText("认领的企业"), "#opening", Seen)).ExpectText("登记已归入该账号");
        (await owner.GetAsync("/filings")).ExpectOk().ExpectText(entry.Name);
        Assert.Equal(account.Id, (await ClaimAsync(entry)).AccountId);
    }

    [Fact]
    public async Task Claim_ByWhoeverMayNot_IsToldBeforeTyping()
    {
        var entry = await ImportAsync("广州市认领丙贸易有限公司");
        var claim = $"/register/foreign-trade-operator/{entry.Number}/claim";
        var (own, principal) = (await Data.EnterpriseAsync(), await Data.EnterpriseAsync());
        var today = Beian.Web.Web.ChinaTime.DateAt(Data.Now);
        var process = Data.NewProcess("Testing");
        var code = Scene.NewUscc();
        var mandate = new Mandate(principal.Id, code, code[8..17], [], today, today, process);
        mandate.Accept(own.Id, today, process);
        await Site.ExecuteAsync(db =>
        {
            db.Add(mandate);
            return db.SaveAsync(process, Stop);
        });
        using var client = await Scenes.SignInAsync(own);
        var form = (await client.GetAsync(claim)).ExpectText("归入您所在的企业");
        await client.SubmitAsync(await client.GetAsync($"/enterprise/mandates/{mandate.Id}"), "#acting");
        var told = (await client.GetAsync(claim)).ExpectOk().ExpectText("请先返回本企业");
        Assert.Empty(told.Document.QuerySelectorAll("#Name"));
        (await client.SubmitAsync(form, "main form")).Expect(HttpStatusCode.Conflict).ExpectText("请先返回本企业");
        await client.SubmitAsync(told, "[data-acting] form");

        await Site.ExecuteAsync(db =>
        {
            db.Add(new Member(own.Id, own.Id, MemberRole.Reader, Data.Now));
            return db.SaveChangesAsync(Stop);
        });
        Assert.Empty((await client.GetAsync(claim)).ExpectOk().ExpectText("您的账号不是管理员").Document.QuerySelectorAll("#Name"));

        await Site.ExecuteAsync(db =>
            db.RegisterEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.State, EntryState.Revoked), Stop)
        );
        Assert.Empty((await client.GetAsync(claim)).ExpectOk().ExpectText("已不再有效，不能认领").Document.QuerySelectorAll("#Name"));
    }
}

public sealed class ClaimOnSqliteTests(SignInOnSqliteSite site) : ClaimTests<SignInOnSqliteSite>(site);

public sealed class ClaimOnPostgresTests(SignInOnPostgresSite site) : ClaimTests<SignInOnPostgresSite>(site);
