using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Tickets;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Tickets;

public abstract class TicketTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private Scene Scene => field ??= new(Site, Data);

    [Fact]
    public async Task Ask_OnesOwnAuthority_IsAnsweredByItAloneAndToldByMail()
    {
        var filing = await Scene.SubmittedAsync(Scene.Guangzhou);
        using var firm = await Scene.SignInAsync(await OwnerAsync(filing.OwnerId!.Value));
        var (_, officer) = await Scene.NamedOfficerAsync(Scene.Guangzhou);
        var (_, elsewhere) = await Scene.NamedOfficerAsync(Scene.Hangzhou);
        using var other = await Scene.SignInAsync(await Data.EnterpriseAsync());

        var list = (await firm.GetAsync("/tickets")).ExpectOk().ExpectText("广州市商务局");
        var thread = (await firm.SubmitAsync(list, "#question", Typed("执照换了怎么办？", "名称不变，\n地址变了。"))).ExpectOk();

        foreach (var stranger in new[] { other, elsewhere })
            (await stranger.GetAsync(thread.Path)).Expect(HttpStatusCode.NotFound);
        Assert.Equal(thread.Path, (await officer.GetAsync("/office/tickets")).LinkTo("执照换了怎么办？"));
        var seen = await officer.GetAsync(thread.Path);
        var answered = await officer.SubmitAsync(seen, "#reply", [new("Text", "请办理变更。")]);
        Assert.Equal(2, answered.ExpectOk().ExpectText("已答复").TextsOf("[data-message]").Count);
        (await officer.SubmitAsync(seen, "#reply", [new("Text", "又一遍")]))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("刚才又有新的内容");
        var id = Guid.Parse(thread.Url.Segments[^1]);
        Assert.Equal(1, await Site.QueryAsync(db => db.Outbox.CountAsync(m => m.SubjectId == id && m.Template == "ticket-answered", Stop)));
        (await firm.GetAsync(thread.Path)).ExpectText("请办理变更。");
        var closed = await firm.SubmitAsync(await firm.GetAsync(thread.Path), "#reply", button: "Close");
        Assert.Null(closed.ExpectText("已结束").Document.QuerySelector("#reply"));
        (await officer.SubmitAsync(answered, "#reply", [new("Text", "还有")])).Expect(HttpStatusCode.UnprocessableEntity);
        officer.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task Ask_WithoutAnAuthorityYet_ChoosesOneAndKeepsWhatWasTyped()
    {
        using var firm = await Scene.SignInAsync(await Data.EnterpriseAsync());
        var list = (await firm.GetAsync("/tickets")).ExpectOk();

        var wrong = await firm.SubmitAsync(list, "#question", [new("Subject", ""), new("Text", "内容"), new("To", "nobody")]);
        Assert.Equal(2, wrong.Expect(HttpStatusCode.UnprocessableEntity).TextsOf(".error-summary li").Count);
        Assert.Equal("内容", wrong.ValueOf("Text"));
        var right = await firm.SubmitAsync(wrong, "#question", [new("Subject", "问"), new("To", Scene.Shenzhen)]);

        right.ExpectOk().ExpectText("深圳市商务局").ExpectText("等待答复");
    }

    [Fact]
    public async Task Ask_TooOftenInADay_SaysSoAndKeepsWhatWasTyped()
    {
        var account = await Data.EnterpriseAsync();
        var asking = new Process("AskingQuestion", Actor.System, Data.Now);
        await Site.ExecuteAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 20).Select(i => new Ticket(account.Id, "某企业", Scene.Shenzhen, $"第 {i} 问", asking)));
            return db.SaveChangesAsync(Stop);
        });
        using var firm = await Scene.SignInAsync(account);
        var list = (await firm.GetAsync("/tickets")).ExpectOk();

        var late = await firm.SubmitAsync(list, "#question", [new("Subject", "再问"), new("Text", "内容"), new("To", Scene.Shenzhen)]);

        Assert.Equal("内容", late.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请明天再提").ValueOf("Text"));
    }

    [Fact]
    public async Task Ask_AsAnOfficer_GoesToTheLevelAboveAndTheMinistryAsksNobody()
    {
        using var city = await Scene.SignInAsync(await Data.OfficerAsync(Scene.Guangzhou));
        using var province = await Scene.SignInAsync(await Data.OfficerAsync(Scene.Guangdong));
        using var ministry = await Scene.SignInAsync(await Data.OfficerAsync(Scene.Ministry));

        var asked = await city.SubmitAsync(
            (await city.GetAsync("/tickets")).ExpectText("广东省商务厅"),
            "#question",
            Typed("口径？", "请示。")
        );

        (await province.GetAsync("/office/tickets")).LinkTo("口径？");
        (await province.GetAsync(asked.Path)).ExpectOk().ExpectText("请示。");
        (await ministry.GetAsync("/tickets")).ExpectOk().ExpectText("没有上级机关");
    }

    private static Dictionary<string, string?> Typed(string subject, string text) => new() { ["Subject"] = subject, ["Text"] = text };

    private Task<Beian.Web.Features.Account.Account> OwnerAsync(Guid id) =>
        Site.QueryAsync(db => db.Set<Beian.Web.Features.Account.Account>().SingleAsync(a => a.Id == id, Stop));
}

public sealed class TicketsOnSqliteTests(SqliteSite site) : TicketTests<SqliteSite>(site);

public sealed class TicketsOnPostgresTests(PostgresSite site) : TicketTests<PostgresSite>(site);
