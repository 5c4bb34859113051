using System.Net;
using Beian.Tests.Features.Account;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings.Papers;
using Beian.Web.Features.Resets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Resets;

public abstract class ResetRequestTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string District = "A440106";
    private const string NewPassword = "Bian-jiang 2027!";

    private static readonly byte[] _scan = FilerVisit.Pdf("营业执照");

    private Scene Scenes => field ??= new(Site, Data);

    [Fact]
    public async Task Enterprise_AskedAtADistrict_IsResetByItsCityAndBothSidesReadIt()
    {
        var filing = await Scenes.SubmittedAsync(District, name: "广州市网上重置贸易有限公司");
        var owner = await Data.OwnerOfAsync(filing);
        using var signedIn = Site.ClientElsewhere();
        await signedIn.TypeAsync("/account/sign-in", owner.UserName!, TestData.Password);
        using var asker = Site.ClientElsewhere();
        var told = await AskAsync(asker, District, owner.UserName!, "广州市网上重置贸易有限公司");
        var ticket = told.ExpectText("广州市商务局").ExpectText("待办理").TextOf("[data-ticket]");
        var request = await RequestAsync(ticket);
        Assert.DoesNotContain("020-81234567", request.Content, StringComparison.Ordinal);

        // The district and the province read; the city decides; others see nothing.
        foreach (
            var (reader, code) in new[]
            {
                (District, HttpStatusCode.OK),
                (Scene.Guangdong, HttpStatusCode.OK),
                (Scene.Shenzhen, HttpStatusCode.NotFound),
            }
        )
        {
            using var other = await Scenes.OfficerAsync(reader);
            var read = (await other.GetAsync($"/office/resets/{request.Id}")).Expect(code);
            Assert.Null(read.Document.QuerySelector("#grant"));
        }
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var list = (await officer.GetAsync("/office/resets")).ExpectOk();
        var page = (await officer.GetAsync(list.LinkTo(ticket))).ExpectOk().ExpectText($"属于：{owner.DisplayName}");
        Assert.Equal(_scan, await officer.Http.GetByteArrayAsync(new Uri(page.LinkTo("执照.pdf"), UriKind.Relative), Stop));
        (await officer.SubmitAsync(page, "#grant", new Dictionary<string, string?> { ["userName"] = "nobody", ["note"] = "x" }))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("没有这个账户名称")
            .ExpectText("请勾选核对过的材料");
        var done = await officer.SubmitAsync(
            page,
            "#grant",
            new Dictionary<string, string?> { ["documents"] = "licence", ["note"] = "电话核实" }
        );
        var answer = await officer.SendAsync(page, "#grant", new Dictionary<string, string?> { ["documents"] = "licence", ["note"] = "x" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);

        (await asker.GetAsync($"/resets?q={ticket.ToLowerInvariant()}")).ExpectText("已办结");
        Assert.StartsWith("/?returnUrl", (await signedIn.GetAsync("/account")).Path, StringComparison.Ordinal);
        var next = await asker.SubmitAsync(
            await asker.GetAsync("/account/one-time-code"),
            "main form",
            new Dictionary<string, string?> { ["UserName"] = owner.UserName, ["Code"] = done.TextOf("[data-code]") }
        );
        await asker.SubmitAsync(
            next,
            "main form",
            new Dictionary<string, string?> { ["NewPassword"] = NewPassword, ["NewPasswordRepeat"] = NewPassword }
        );
        await asker.TypeAsync("/account/sign-in", owner.UserName!, NewPassword);
        (await asker.GetAsync("/account")).ExpectOk().ExpectText("机关重置密码");
        (await officer.GetAsync($"/office/enterprises/{owner.Id}")).ExpectText("电话核实").ExpectText("执照.pdf");
    }

    [Fact]
    public async Task Officer_OfACity_IsResetByTheProvincesAdministrator()
    {
        var account = await Data.OfficerAsync(Scene.Guangzhou);
        using var asker = Site.ClientElsewhere();
        var ticket = (await AskAsync(asker, Scene.Guangzhou, account.UserName!, "测试人员", "officer"))
            .ExpectText("广东省商务厅")
            .TextOf("[data-ticket]");
        var request = await RequestAsync(ticket);
        using var reviewer = await Scenes.OfficerAsync(Scene.Guangdong);
        (await reviewer.GetAsync($"/office/resets/{request.Id}")).Expect(HttpStatusCode.NotFound);
        using var province = await Scenes.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        var page = (await province.GetAsync($"/office/resets/{request.Id}")).ExpectOk();
        var done = await province.SubmitAsync(
            page,
            "#grant",
            new Dictionary<string, string?> { ["documents"] = "official-letter", ["note"] = "公函无误" }
        );
        Assert.NotEmpty(done.TextOf("[data-code]"));
        Assert.Null((await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id, Stop))).PasswordHash);
    }

    [Fact]
    public async Task Request_ForNobodysAccount_IsAnsweredAlikeAndRefusedWithAReasonTheAskerReads()
    {
        using var asker = Site.ClientElsewhere();
        var form = await asker.GetAsync("/resets/new");
        var wrong = (await asker.SubmitAsync(form, "#reset-form", Answers("", "", ""), files: [new("papers", "执照.pdf", _scan)]))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请选择所属机关")
            .ExpectText("已收到：执照.pdf");
        (await asker.SubmitAsync(form, "#reset-form", Answers(Scene.Guangzhou, "", "某公司")))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请上传证明身份的材料");
        // What came in order need not be chosen again.
        var ticket = (await asker.SubmitAsync(wrong, "#reset-form", Answers(Scene.Guangzhou, "nobody-at-all", "某公司")))
            .ExpectOk()
            .TextOf("[data-ticket]");
        var request = await RequestAsync(ticket);
        Assert.Equal(1, await Site.QueryAsync(db => db.Papers.CountAsync(p => p.RequestId == request.Id, Stop)));
        using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/resets/{request.Id}")).ExpectText("没有这个账户");
        (await officer.SubmitAsync(page, "#refuse", new Dictionary<string, string?> { ["reason"] = " " })).Expect(
            HttpStatusCode.UnprocessableEntity
        );
        await officer.SubmitAsync(page, "#refuse", new Dictionary<string, string?> { ["reason"] = "材料不清晰，请重新扫描" });
        (await asker.GetAsync($"/resets/{ticket}")).ExpectText("未同意").ExpectText("材料不清晰");
        (await asker.GetAsync("/resets/AAAABBBBCCCC")).Expect(HttpStatusCode.NotFound).ExpectText("没有这个受理号");
    }

    [Fact]
    public async Task Papers_OfARequestDealtWithLongAgo_AreDeletedAndThatIsRecorded()
    {
        async Task<Guid> RefusedAsync(bool decide)
        {
            using var asker = Site.ClientElsewhere();
            var ticket = (await AskAsync(asker, District, "nobody", "广州市保管期限贸易有限公司")).TextOf("[data-ticket]");
            var request = await RequestAsync(ticket);
            using var officer = await Scenes.OfficerAsync(Scene.Guangzhou);
            var page = await officer.GetAsync($"/office/resets/{request.Id}");
            if (decide)
                await officer.SubmitAsync(page, "#refuse", new Dictionary<string, string?> { ["reason"] = "材料不清晰" });
            return request.Id;
        }
        Task<int> PapersOfAsync(Guid request) => Site.QueryAsync(db => db.Papers.CountAsync(p => p.RequestId == request, Stop));
        Task<int> SweepAsync() => Site.InScopeAsync(s => s.GetRequiredService<ResetRetention>().SweepAsync(Stop));
        var (refused, waiting) = (await RefusedAsync(true), await RefusedAsync(false));

        Site.Clock.Advance(TimeSpan.FromDays(179));
        await SweepAsync();
        Assert.Equal(1, await PapersOfAsync(refused));
        Site.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await SweepAsync() >= 1);

        Assert.Equal((0, 1), (await PapersOfAsync(refused), await PapersOfAsync(waiting)));
        Assert.Equal(0, await SweepAsync());
        var kinds = await Site.QueryAsync(db => db.Set<Event>().Where(e => e.SubjectId == refused).Select(e => e.Kind).ToListAsync(Stop));
        Assert.Contains("ResetPapersDeleted", kinds);
    }

    private static Dictionary<string, string?> Answers(string authority, string userName, string subject, string kind = "enterprise") =>
        new()
        {
            ["kind"] = kind,
            ["authority"] = authority,
            ["userName"] = userName,
            ["subject"] = subject,
            ["person"] = "测试人",
            ["phone"] = "020-81234567",
        };

    private static async Task<Page> AskAsync(
        SiteClient asker,
        string authority,
        string userName,
        string subject,
        string kind = "enterprise"
    ) =>
        (
            await asker.SubmitAsync(
                await asker.GetAsync("/resets/new"),
                "#reset-form",
                Answers(authority, userName, subject, kind),
                files: [new("papers", "执照.pdf", _scan)]
            )
        ).ExpectOk();

    private Task<ResetRequest> RequestAsync(string ticket) =>
        Site.QueryAsync(db => db.ResetRequests.AsNoTracking().SingleAsync(r => r.Ticket == ticket, Stop));
}

public sealed class ResetRequestOnSqliteTests(SignInOnSqliteSite site) : ResetRequestTests<SignInOnSqliteSite>(site)
{
    [Theory]
    [InlineData(AccountKind.Officer, "A440000", "MOFCOM")]
    [InlineData(AccountKind.Officer, "A440300", "MOFCOM")]
    [InlineData(AccountKind.Officer, "A440100", "A440000")]
    [InlineData(AccountKind.Officer, "A440106", "A440000")]
    [InlineData(AccountKind.Officer, "MOFCOM", null)]
    [InlineData(AccountKind.Enterprise, "A440106", "A440100")]
    [InlineData(AccountKind.Enterprise, "A440100", "A440100")]
    [InlineData(AccountKind.Enterprise, "A440300", "A440300")]
    public void ResetterOf_IsTheChainOfTheDesign(AccountKind kind, string authority, string? resetter) =>
        Assert.Equal(resetter, Site.Services.GetRequiredService<AuthorityTree>().ResetterOf(kind, authority)?.Id);
}

public sealed class ResetRequestOnPostgresTests(SignInOnPostgresSite site) : ResetRequestTests<SignInOnPostgresSite>(site);
