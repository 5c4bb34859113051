using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Features.Account.Standings;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Enterprise;

public sealed partial class MandateTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    private const string Service = "foreign-trade-operator";

    private TeamScene Scene => field ??= new(Site, Data);

    private DateOnly Today => Beian.Web.Web.ChinaTime.DateAt(Data.Now);

    [Fact]
    public async Task Agency_ActsForThePrincipal_AndTheTrailSaysForWhom()
    {
        var (_, filing, owner) = await Scene.EnterpriseAsync("测试委托贸易有限公司");
        var (_, own, manager) = await AgencyAsync();
        using var agent = await Scene.JoinAsync(manager, MemberRole.Filer, "钱代办");
        var mandate = await GiveAsync(owner, own);
        (await agent.GetAsync(mandate)).ExpectOk().ExpectText("待受托方接受");
        Assert.Empty((await agent.GetAsync(mandate)).TextsOf("#acceptance"));
        (await agent.GetAsync($"/filings/{filing}")).Expect(HttpStatusCode.NotFound);
        var offer = (await manager.GetAsync((await manager.GetAsync("/enterprise/mandates")).LinkTo("接受或不接受"))).ExpectOk();
        (await manager.SubmitAsync(offer, "#acceptance")).ExpectOk().ExpectText("有效");

        // What is not open yet leads to the mandate, and from there back.
        var door = (await agent.GetAsync($"/filings/{filing}")).ExpectOk().ExpectText("请先点击“代其办理”");
        var opened = (await agent.SubmitAsync(door, "#acting")).ExpectOk();
        Assert.Equal($"/filings/{filing}", opened.Path);
        Assert.Contains("测试委托贸易有限公司", opened.TextOf("[data-acting]"), StringComparison.Ordinal);
        (await agent.GetAsync($"/filings/{own}")).Expect(HttpStatusCode.NotFound);
        var form = (await agent.GetAsync($"/filings/{filing}/form")).ExpectOk();
        (await agent.SubmitAsync(form, FilerVisit.FormSelector, [new("phone", "020-87654321")], "save")).ExpectOk();
        Assert.Contains(
            "钱代办（测试代理服务有限公司，代测试委托贸易有限公司办理）",
            (await owner.GetAsync($"/filings/{filing}")).TextOf(".timeline"),
            StringComparison.Ordinal
        );
        // A mandate reaches neither members nor mandates of the principal.
        (await agent.GetAsync("/enterprise/members"))
            .ExpectOk()
            .ExpectText("测试代理服务有限公司");
        Assert.DoesNotContain(
            "测试委托贸易",
            (await agent.GetAsync("/enterprise/members")).TextOf("[data-members]"),
            StringComparison.Ordinal
        );

        Assert.Equal("/workbench", (await agent.SubmitAsync(opened, "[data-acting] form")).Path);
        (await agent.GetAsync($"/filings/{own}")).ExpectOk();
        foreach (var client in new[] { owner, manager })
            Assert.Contains("代办委托", (await client.GetAsync("/enterprise")).TextOf("[data-enterprise-acts]"), StringComparison.Ordinal);
        using var stranger = await Scene.Office.SignInAsync(await Data.EnterpriseAsync());
        (await stranger.GetAsync(mandate)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Mandate_EndedWhileADraftIsOpen_LosesNothing()
    {
        var (_, filing, owner) = await Scene.EnterpriseAsync();
        var (_, own, manager) = await AgencyAsync();
        var mandate = await GiveAsync(owner, own);
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acceptance");
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acting");
        var form = (await manager.GetAsync($"/filings/{filing}/form")).ExpectOk();
        var blank = (await manager.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var count = await Site.QueryAsync(db => db.Filings.CountAsync(Stop));

        (await owner.SubmitAsync(await owner.GetAsync(mandate), "#end")).ExpectOk().ExpectText("委托已终止");
        (await manager.SubmitAsync(form, FilerVisit.FormSelector, [new("phone", "020-33334444")], "save"))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("委托可能已到期或被终止")
            .ExpectText("020-33334444");
        // What was begun for the principal is not saved for the agency.
        (await manager.SubmitAsync(blank, FilerVisit.FormSelector, FilerVisit.Answers, "save"))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("委托可能已到期或被终止");
        Assert.Equal(count, await Site.QueryAsync(db => db.Filings.CountAsync(Stop)));
        (await manager.GetAsync($"/filings/{filing}")).Expect(HttpStatusCode.NotFound);
        var home = (await manager.GetAsync("/workbench")).ExpectOk().ExpectText("委托已到期或被终止，现已回到本企业");
        Assert.Empty((await manager.SubmitAsync(home, "[data-acting-over] form")).TextsOf("[data-acting-over]"));
        (await manager.GetAsync(mandate)).ExpectOk().ExpectText("由委托企业");
        (await owner.GetAsync($"/filings/{filing}")).ExpectOk();

        var next = await GiveAsync(owner, own);
        await manager.SubmitAsync(await manager.GetAsync(next), "#acceptance");
        await manager.SubmitAsync(await manager.GetAsync(next), "#acting");
        var restored = await manager.SubmitAsync(await manager.GetAsync($"/filings/{filing}/form"), "form[data-stash]", button: "restore");
        Assert.Equal("020-33334444", restored.ValueOf("phone"));
        var (id, yesterday) = (Guid.Parse(next.Split('/')[^1]), Today.AddDays(-1));
        await Site.ExecuteAsync(db =>
            db.Mandates.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.LastDay, yesterday), Stop)
        );
        (await manager.GetAsync($"/filings/{filing}")).Expect(HttpStatusCode.NotFound);
        (await manager.GetAsync(next)).ExpectOk().ExpectText("已到期");
    }

    [Fact]
    public async Task Mandate_ForSomeServicesOrToAReader_ReachesNoFurther()
    {
        var (_, filing, owner) = await Scene.EnterpriseAsync();
        var (_, own, manager) = await AgencyAsync();
        using var reader = await Scene.JoinAsync(manager, MemberRole.Reader);
        var mandate = await GiveAsync(owner, own, "freight-forwarder");
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acceptance");
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acting");

        (await manager.GetAsync($"/filings/{filing}")).Expect(HttpStatusCode.NotFound);
        Assert.Empty((await manager.GetAsync("/filings")).ExpectOk().TextsOf("tbody tr"));
        (await manager.GetAsync("/workbench")).ExpectOk();
        (await manager.GetAsync(FilerVisit.NewForm)).Expect(HttpStatusCode.Conflict).ExpectText("不包括这个事项");
        (await manager.GetAsync("/messages")).ExpectOk().ExpectText("没有消息");

        await owner.SubmitAsync(await owner.GetAsync(mandate), "#end");
        mandate = await GiveAsync(owner, own, Service);
        await manager.SubmitAsync(await manager.GetAsync(mandate), "#acceptance");
        await reader.SubmitAsync(await reader.GetAsync(mandate), "#acting");
        (await reader.GetAsync($"/filings/{filing}")).ExpectOk().ExpectText("只能查看和打印");
    }

    [Fact]
    public async Task Give_BadInput_IsAnsweredClearly_AndTellsNothing()
    {
        var (principal, filing, owner) = await Scene.EnterpriseAsync();
        await Scene.ConfirmAsync(principal);
        var page = (await owner.GetAsync("/enterprise/mandates")).ExpectOk();
        var wrong = await owner.SubmitAsync(page, "#mandate", Typed("123", Today.AddDays(-1), Today));
        wrong.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("今天或以后的起始日期").ExpectText("请选择委托的事项");
        Assert.Equal("123", wrong.ValueOf("Code"));
        var never = new DateOnly(9998, 1, 1);
        (await owner.SubmitAsync(page, "#mandate", Typed("123", never, never.AddDays(1))))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("起始日期");
        var code = (await Scene.Office.ReadAsync(filing)).SubjectCode;
        (await owner.SubmitAsync(page, "#mandate", Typed(code, Today, Today.AddYears(4), Service)))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("不能委托本企业自己")
            .ExpectText("最长 3 年");
        var nobody = Beian.Tests.Features.Office.Scene.NewUscc();
        var given = (await owner.SubmitAsync(page, "#mandate", Typed(nobody, Today, Today, Service))).ExpectOk().ExpectText("待受托方接受");
        (await owner.SubmitAsync(page, "#mandate", Typed(nobody, Today, Today, Service)))
            .Expect(HttpStatusCode.Conflict)
            .ExpectText("已有未终止的委托");
        (await owner.SubmitAsync(given, "#end")).ExpectOk().ExpectText("由委托企业");
        (await owner.SubmitAsync(given, "#end")).Expect(HttpStatusCode.Conflict).ExpectText("刚刚变了");
        using var filer = await Scene.JoinAsync(owner, MemberRole.Filer);
        (await filer.SubmitAsync(page, "#mandate", Typed(nobody, Today, Today, Service))).Expect(HttpStatusCode.BadRequest); // another's form
        Assert.Empty((await filer.GetAsync("/enterprise/mandates")).ExpectOk().TextsOf("#mandate"));
    }

    private async Task<(Guid Agency, Guid Filing, SiteClient Manager)> AgencyAsync()
    {
        var agency = await Scene.EnterpriseAsync("测试代理服务有限公司");
        await Scene.ConfirmAsync(agency.Enterprise);
        return agency;
    }

    /// <summary>A mandate to the enterprise of a filing; its address.</summary>
    private async Task<string> GiveAsync(SiteClient owner, Guid agencysFiling, params string[] services)
    {
        var code = (await Scene.Office.ReadAsync(agencysFiling)).SubjectCode;
        var page = (await owner.GetAsync("/enterprise/mandates")).ExpectOk();
        return (await owner.SubmitAsync(page, "#mandate", Typed(code, Today, Today.AddDays(30), services)))
            .ExpectOk()
            .ExpectText("委托已发出")
            .Path;
    }

    private static Dictionary<string, string?> Typed(string code, DateOnly first, DateOnly last, params string[] services)
    {
        var typed = new Dictionary<string, string?>
        {
            ["Code"] = code,
            ["First"] = $"{first:yyyy-MM-dd}",
            ["Last"] = $"{last:yyyy-MM-dd}",
            ["Reach"] = services.Length == 0 && code.Length == 18 ? "all" : "some",
        };
        foreach (var service in services)
            typed["Services"] = service;
        return typed;
    }
}
