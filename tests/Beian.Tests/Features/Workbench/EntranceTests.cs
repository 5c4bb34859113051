using System.Net;
using Beian.Definitions.Answers;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Filings.Kinds;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Workbench;

/// <summary>The door of 电子商务信息管理分析应用: from 申请 over the profile, which the city confirms, to what is inside.</summary>
public abstract class EntranceTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Enter_StepByStep_IsConfirmedByTheCityAndGatedUntilThen()
    {
        var (visit, account) = await AddedAsync();
        using var _ = visit;

        // 请选择您的用户类型.
        var types = (await visit.Client.GetAsync(Door.Home)).ExpectOk().ExpectText("请完善您的用户信息！请选择您的用户类型");
        Assert.Equal(Door.Home + "/user-type", types.Path);
        types.ExpectText("统计监测月报、年报、示范企业、备案企业、绿色调查问卷、数字商务企业综合评价等相关业务").ExpectText("基地用户");
        (await visit.Client.SubmitAsync(types, "#user-types form", new Dictionary<string, string?> { ["type"] = "nobody" })).Expect(
            HttpStatusCode.UnprocessableEntity
        );
        var step = (await visit.Client.SubmitAsync(types, "#user-types form")).ExpectOk().ExpectText(account.UserName!);
        Assert.Equal(["提交登录账号", "填写用户信息", "完善用户信息", "注册结果"], step.TextsOf("#entrance-steps li"));
        Assert.Equal(Door.Home + "/user-type", step.LinkTo("上一步"));
        step = (await visit.Client.GetAsync(step.LinkTo("下一步"))).ExpectOk();
        // Pressed twice, it is begun once.
        await visit.Client.SubmitAsync(step, "#user-form");
        var form = (await visit.Client.SubmitAsync(step, "#user-form")).ExpectOk();
        var id = FilerVisit.IdOf(form);
        Assert.Equal(1, await CountAsync(account.Id));

        // Exactly the ten fields of the figure, with their defaults and examples.
        Assert.Equal(
            [
                "企业名称*",
                "工商注册号",
                "ICP备案号",
                "登记机关*",
                "法定代表人*",
                "联系电话*",
                "注册类型*",
                "是否上市*",
                "国别或地区*",
                "地区*",
            ],
            form.Document.QuerySelectorAll("#filing-form .sheet-label")
                .Select(l => string.Concat(l.TextContent.Where(c => !char.IsWhiteSpace(c))))
                .Select(t => t.TrimEnd('*') is "工商注册号" or "ICP备案号" ? t.TrimEnd('*') : t)
        );
        Assert.Equal("示例：北京电子商务有限公司", form.Element("#entName").GetAttribute("placeholder"));
        Assert.Equal("工商注册号，可为空", form.Element("#regNo").GetAttribute("placeholder"));
        Assert.Equal("ICP备案号，可为空", form.Element("#icpNo").GetAttribute("placeholder"));
        Assert.Equal(("domestic", "no", "CN"), (form.ValueOf("regKind"), form.ValueOf("listed"), form.ValueOf("country")));
        Assert.Equal(["否", "是"], form.TextsOf("[name=listed] + label"));

        // What is missing is said, what was typed is kept; 上一步 loses nothing either.
        var wrong = await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, Door.Answers("440199"), "submit");
        wrong.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("保存并下一步").ExpectText("区划代码 440199 不在现行的行政区划中");
        var back = await visit.Client.SubmitAsync(wrong, FilerVisit.FormSelector, button: "back");
        Assert.Equal(Door.Home + "/user", back.ExpectOk().Path);
        form = (await visit.Client.GetAsync(Door.Home)).ExpectOk();
        Assert.Equal((Door.Home + "/profile", "广州样例电子商务有限公司"), (form.Path, form.ValueOf("entName")));

        var done = (await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, Door.Answers("440111"), "submit")).ExpectOk();
        Assert.Equal(Door.Home + "/registered", done.ExpectText("注册成功").Path);
        Assert.Equal(Scene.Guangzhou, (await visit.FilingAsync(id)).AuthorityId);

        // Inside: six businesses, one of them open; the annual report waits for the city, and the page says since when.
        var home = (await visit.Client.GetAsync(done.LinkTo("直接进入应用"))).ExpectOk();
        Assert.Equal(Door.Home, home.Path);
        Assert.Equal(
            [
                "统计监测月报 暂未开放",
                "年报 暂未开放；须先确认用户信息",
                "示范企业 暂未开放",
                "备案企业",
                "绿色调查问卷 暂未开放",
                "数字商务企业综合评价 暂未开放",
            ],
            home.TextsOf(".tile")
        );
        Assert.Equal("closed", home.Element("[data-profile-gate]").GetAttribute("data-profile-gate"));
        home.ExpectText("等待广州市商务局确认，自 ");

        // 催办: once a day, to the officers.
        var (reviewer, officer) = await new Scene(Site, Data).NamedOfficerAsync(Scene.Guangzhou);
        using var __ = officer;
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.Id == reviewer.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Email, "reviewer@example.test"), Stop)
        );
        (await visit.Client.SubmitAsync(home, "#urge-form")).ExpectOk().ExpectText("今天已经催办");
        (await visit.Client.SubmitAsync(home, "#urge-form")).Expect(HttpStatusCode.Conflict).ExpectText("每天可以催办一次");
        (await officer.GetAsync("/office/queue")).ExpectOk().ExpectText("企业催办");
        (await officer.GetAsync($"/office/filings/{id}")).ExpectOk().ExpectText("企业催办").ExpectText("电商企业用户信息");
        Assert.True(await Site.QueryAsync(db => db.Set<OutboxMessage>().AnyAsync(m => m.Template == "filing-urged", Stop)));

        await KindScene.DecideAsync(officer, id, "approval");
        home = (await visit.Client.GetAsync(Door.Home)).ExpectOk().ExpectText("用户信息已经属地商务主管部门确认");
        Assert.Equal("年报 暂未开放", home.TextsOf(".tile")[1]);

        // A change closes it again; the officer sees what is different.
        var start = (await visit.Client.GetAsync(home.LinkTo("修改用户信息"))).ExpectOk();
        var change = (await visit.Client.SubmitAsync(start, "#change-form")).ExpectOk();
        Assert.Equal("广州样例电子商务有限公司", change.ValueOf("entName"));
        (await visit.Client.GetAsync(Door.Home)).ExpectText("不提交不生效");
        // A profile has no pages of a service: nothing leads to what is not there.
        foreach (var link in change.Document.QuerySelectorAll(".side-nav a").Select(a => a.GetAttribute("href")!))
            (await visit.Client.GetAsync(link)).ExpectOk();
        var changed = new Dictionary<string, string?> { ["entName"] = "深圳样例电子商务有限公司", ["region"] = "440305" };
        (await visit.Client.SubmitAsync(change, FilerVisit.FormSelector, changed, "submit")).ExpectOk().ExpectText("上报成功");
        var changing = FilerVisit.IdOf(change);
        (await visit.Client.GetAsync(Door.Home)).ExpectText("等待深圳市商务局确认");
        using var shenzhen = await new Scene(Site, Data).OfficerAsync(Scene.Shenzhen);
        var seen = (await shenzhen.GetAsync($"/office/filings/{changing}")).ExpectOk();
        Assert.Contains("广州", string.Concat(seen.TextsOf("del")), StringComparison.Ordinal);
        Assert.Contains("深圳", string.Concat(seen.TextsOf("ins")), StringComparison.Ordinal);
        await KindScene.DecideAsync(shenzhen, changing, "approval");
        (await visit.Client.GetAsync(Door.Home)).ExpectText("用户信息已经属地商务主管部门确认");

        // What was confirmed goes with the next filing, and its revision keeps where it came from.
        var next = (await visit.Client.GetAsync("/filings/new?service=ecommerce-enterprise&route=online")).ExpectOk();
        Assert.Equal("深圳样例电子商务有限公司", next.Element("#entName").GetAttribute("placeholder"));
        Assert.Equal("440305", next.ValueOf("region"));
        var rest = EcommerceEnterpriseTests.Answers();
        rest.Remove("entName");
        rest["region"] = "440305";
        await visit.Client.SubmitAsync(next, FilerVisit.FormSelector, rest, "submit", [FilerVisit.Licence]);
        var revision = await Site.QueryAsync(db =>
            db.Revisions.OrderByDescending(r => r.SubmittedAt).FirstAsync(r => r.FilingId == FilerVisit.IdOf(next), Stop)
        );
        var read = revision.ReadContext().Outside[EvaluationContext.Profile];
        Assert.Matches("^profile [0-9]{8} version 2$", read.Origin);
        Assert.Equal("深圳样例电子商务有限公司", read.Answers["entName"]);
        Assert.Equal("深圳样例电子商务有限公司", AnswerSet.FromJson(revision.Answers)["entName"]);
    }

    [Fact]
    public async Task Profile_SessionEndedWhileTyping_IsOfferedAgain()
    {
        var (visit, account) = await AddedAsync();
        using var _ = visit;
        var form = await Door.BeginAsync(visit.Client);
        visit.Client.LoseSession();

        var left = await visit.Client.SubmitAsync(form, FilerVisit.FormSelector, Door.Answers("440111"), "submit");

        Assert.Contains("returnUrl=%2Fworkbench", left.Path, StringComparison.Ordinal);
        await visit.SignInAsync(account.Id);
        var again = (await visit.Client.GetAsync(Door.Home + "/profile")).ExpectOk().ExpectText("找到您未保存的填写内容");
        var restored = (await visit.Client.SubmitAsync(again, "form[data-stash]", button: "restore")).ExpectOk();
        Assert.Equal("广州样例电子商务有限公司", restored.ValueOf("entName"));
        (await visit.Client.SubmitAsync(restored, FilerVisit.FormSelector, button: "submit")).ExpectOk().ExpectText("注册成功");
    }

    [Theory]
    [InlineData("user-type")]
    [InlineData("account")]
    [InlineData("user")]
    [InlineData("profile")]
    [InlineData("registered")]
    public async Task Get_WithoutHavingAddedIt_IsNotThere(string page)
    {
        using var visit = new FilerVisit(Site);
        var anonymous = await visit.Client.GetAsync($"{Door.Home}/{page}");
        Assert.Contains("returnUrl=%2Fworkbench", anonymous.Path, StringComparison.Ordinal);
        await visit.SignInAsync((await Data.EnterpriseAsync()).Id);

        (await visit.Client.GetAsync($"{Door.Home}/{page}")).Expect(HttpStatusCode.NotFound);
        (await visit.Client.GetAsync($"/workbench/applications/franchise-management/{page}")).Expect(HttpStatusCode.NotFound);
        using var officer = await new Scene(Site, Data).OfficerAsync(Scene.Guangzhou);
        var refused = await officer.GetAsync($"{Door.Home}/{page}");
        Assert.Contains(refused.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
    }

    [Fact]
    public async Task Urge_WhatIsNotOnesOwn_OrDoesNotWait_DoesNothing()
    {
        var filing = await new Scene(Site, Data).SubmittedAsync();
        using var visit = new FilerVisit(Site);
        await visit.SignInAsync(filing.OwnerId!.Value);
        using var stranger = new FilerVisit(Site);
        await stranger.SignInAsync((await Data.EnterpriseAsync()).Id);
        var page = (await visit.Client.GetAsync($"/filings/{filing.Id}")).ExpectOk();
        using var officer = await new Scene(Site, Data).OfficerAsync(Scene.Guangzhou);
        await KindScene.DecideAsync(officer, filing.Id, "return", ("reason", "请补正材料"));

        (await visit.Client.SubmitAsync(page, "#urge-form")).Expect(HttpStatusCode.Conflict).ExpectText("现在不在机关手里");
        using var foreign = await stranger.Client.SendAsync(page, "#urge-form");
        Assert.Contains(foreign.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.DoesNotContain("FilingUrged", await visit.EventsAsync(filing.Id));
    }

    private protected async Task<(FilerVisit Visit, Beian.Web.Features.Account.Account Account)> AddedAsync()
    {
        var account = await Data.EnterpriseAsync();
        var visit = new FilerVisit(Site);
        await visit.SignInAsync(account.Id);
        await Door.AddAsync(visit.Client);
        return (visit, account);
    }

    private Task<int> CountAsync(Guid account) => Site.QueryAsync(db => db.Filings.CountAsync(f => f.OwnerId == account, Stop));
}

public sealed class EntranceOnPostgresTests(PostgresSite site) : EntranceTests<PostgresSite>(site);
