using System.Net;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Administration;

public abstract class AdministrationTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private static readonly string[] Pages = ["/office/officers", "/office/authorities", "/office/holidays", "/office/log"];

    private readonly Scene _scene;

    protected AdministrationTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Pages_AreThereForAdministratorsOnly()
    {
        using var reviewer = await _scene.OfficerAsync(Scene.Guangdong);
        using var administrator = await _scene.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        foreach (var page in Pages.Append("/office/officers/new").Append("/office/authorities/" + Scene.Guangzhou))
        {
            (await reviewer.GetAsync(page)).Expect(HttpStatusCode.NotFound);
            (await administrator.GetAsync(page)).ExpectOk();
        }
        Assert.DoesNotContain("系统管理", (await reviewer.GetAsync("/office")).TextOf(".side-nav"), StringComparison.Ordinal);
        (await administrator.GetAsync("/office")).ExpectText("系统管理");
    }

    [Fact]
    public async Task Officer_CreatedByTheProvince_ChoosesAPasswordWithTheCodeShownOnce()
    {
        using var province = await _scene.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        var form = await province.GetAsync("/office/officers/new");
        (
            await province.SubmitAsync(
                form,
                "#officer-form",
                new Dictionary<string, string?>
                {
                    ["userName"] = "x",
                    ["name"] = "",
                    ["authority"] = Scene.Hangzhou,
                }
            )
        ).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请填写姓名").ExpectText("请选择由您管理的机关");
        var userName = "gz_" + Guid.CreateVersion7().ToString("N")[^10..];
        var answers = new Dictionary<string, string?>
        {
            ["userName"] = userName,
            ["name"] = "测试新人",
            ["authority"] = Scene.Guangzhou,
        };
        var made = (await province.SubmitAsync(form, "#officer-form", answers)).ExpectOk();
        var code = made.TextOf("[data-code]");
        (await province.SubmitAsync(form, "#officer-form", answers)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("已被使用");

        (await province.GetAsync("/office/log")).ExpectText("测试新人");
        var account = await Site.QueryAsync(db => db.Accounts.SingleAsync(a => a.UserName == userName, Stop));
        Assert.Equal((null, Scene.Guangzhou, OfficerRole.Reviewer), (account.PasswordHash, account.AuthorityId, account.Role));
        using var officer = Site.NewClient();
        // The page for codes asks for a captcha here; what it does with a right one is this.
        var link = await Site.InScopeAsync(async services =>
        {
            var (keys, db) = (services.GetRequiredService<OneTimeKeys>(), services.GetRequiredService<AppDb>());
            var key = await keys.TryCodeAsync(userName, code, Data.Now, Stop);
            var process = Data.NewProcess("UsingCode");
            var path = keys.Exchange(key!, await db.Accounts.SingleAsync(a => a.Id == account.Id, Stop), process);
            await db.SaveAsync(process, Stop);
            return path;
        });
        var next = (await officer.GetAsync(link)).ExpectOk();
        Assert.Null(next.Document.QuerySelector("[name=UserName]"));
        await SetPasswordAsync(officer, next);
        using var signedIn = await _scene.SignInAsync(account);
        (await signedIn.GetAsync("/office")).ExpectOk().ExpectText("首页待办");
        (await signedIn.GetAsync("/account")).ExpectText("开通用户");
    }

    [Fact]
    public async Task Officer_CreatedWithAnAddress_GetsALinkThere()
    {
        using var province = await _scene.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        var form = await province.GetAsync("/office/officers/new");
        var userName = "yj_" + Guid.CreateVersion7().ToString("N")[^10..];
        var answers = new Dictionary<string, string?>
        {
            ["userName"] = userName,
            ["name"] = "测试邮件",
            ["authority"] = Scene.Guangzhou,
            ["email"] = "not an address",
        };
        (await province.SubmitAsync(form, "#officer-form", answers))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("电子邮箱格式不正确");
        answers["email"] = $"{userName}@example.test";
        var made = (await province.SubmitAsync(form, "#officer-form", answers)).ExpectText("链接已发往");
        Assert.Null(made.Document.QuerySelector("[data-code]"));
        var account = await Site.QueryAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == userName, Stop));
        using var officer = Site.NewClient();
        await SetPasswordAsync(
            officer,
            await officer.GetAsync(await Beian.Tests.Features.Account.Links.LastAsync(Site, account.Id, "officer-opened"))
        );
        Assert.True(await Site.QueryAsync(db => db.Accounts.AnyAsync(a => a.Id == account.Id && a.EmailConfirmed, Stop)));
    }

    private static async Task SetPasswordAsync(SiteClient officer, Page page) =>
        (
            await officer.SubmitAsync(
                page.ExpectOk(),
                "main form",
                new Dictionary<string, string?> { ["NewPassword"] = TestData.Password, ["NewPasswordRepeat"] = TestData.Password }
            )
        ).ExpectText("密码已设置");

    [Fact]
    public async Task Officer_SuspendedMovedAndReset_FeelsItAtOnce()
    {
        var account = await Data.OfficerAsync(Scene.Guangzhou);
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.SignInAsync(account);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        (await officer.SubmitAsync(page, "form[action$=return]", new Dictionary<string, string?> { ["reason"] = "请核对" })).ExpectOk();
        using var province = await _scene.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        var address = $"/office/officers/{account.Id}";
        // Whoever takes over should know.
        (await province.GetAsync(address))
            .ExpectOk()
            .ExpectText("还有 1 件没有办结");

        (await province.SubmitAsync(await province.GetAsync(address), "#suspend")).ExpectText("已停用");
        Assert.StartsWith("/account/office-sign-in", (await officer.GetAsync("/office")).Path, StringComparison.Ordinal);
        using var again = await _scene.SignInAsync(account);
        Assert.StartsWith("/account/office-sign-in", (await again.GetAsync("/office")).Path, StringComparison.Ordinal);

        (await province.SubmitAsync(await province.GetAsync(address), "#resume")).ExpectText("已恢复使用");
        (
            await province.SubmitAsync(
                await province.GetAsync(address),
                "#move",
                new Dictionary<string, string?> { ["authority"] = "A440600", ["role"] = "Administrator" }
            )
        ).ExpectText("佛山市商务局");
        using var moved = await _scene.SignInAsync(account);
        (await moved.GetAsync("/office/log")).ExpectOk().ExpectText("佛山市商务局");
        (await province.SubmitAsync(await province.GetAsync(address), "#password"))
            .Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("请勾选核对过的材料");
        var reset = await province.SubmitAsync(
            await province.GetAsync(address),
            "#password",
            new Dictionary<string, string?> { ["documents"] = "official-letter", ["note"] = "公函核对无误" },
            files: [new("papers", "公函.pdf", Beian.Tests.Features.Filings.FilerVisit.Pdf("公函"))]
        );
        Assert.NotEmpty(reset.ExpectText("上级机关重置密码").TextOf("[data-code]"));
        // As it is told on the telephone.
        Assert.Matches("http://[^ ]+/account/one-time-code", reset.Text);
        using (var paper = await province.Http.GetAsync(new Uri(reset.LinkTo("公函.pdf"), UriKind.Relative), Stop))
            Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
        Assert.StartsWith("/account/office-sign-in", (await moved.GetAsync("/office")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officer_OfAnothersChain_IsNotThere()
    {
        var hangzhou = await Data.OfficerAsync(Scene.Hangzhou);
        var guangdong = await Data.OfficerAsync(Scene.Guangdong);
        using var province = await _scene.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        using var city = await _scene.OfficerAsync(Scene.Guangzhou, OfficerRole.Administrator);
        foreach (var id in new[] { hangzhou.Id, guangdong.Id })
            (await province.GetAsync($"/office/officers/{id}")).Expect(HttpStatusCode.NotFound);
        (await city.GetAsync($"/office/officers/{guangdong.Id}")).Expect(HttpStatusCode.NotFound);
        (await city.GetAsync("/office/officers/new")).Expect(HttpStatusCode.NotFound);
        Assert.DoesNotContain(
            hangzhou.UserName!,
            (await province.GetAsync("/office/officers?q=" + hangzhou.UserName)).TextOf("main"),
            StringComparison.Ordinal
        );
        (await province.GetAsync("/office/officers?q=" + guangdong.UserName)).ExpectText(guangdong.UserName!);
    }

    [Fact]
    public async Task Office_Edited_IsShownToFilersAtOnceAndClosedOnesAreNotOffered()
    {
        const string Place = "A440500";
        using var own = await _scene.OfficerAsync(Place, OfficerRole.Administrator);
        var form = await own.GetAsync("/office/authorities/" + Place);
        Assert.Null(form.Document.QuerySelector("#services"));
        (
            await own.SubmitAsync(
                form,
                "#contact",
                new Dictionary<string, string?> { ["phone"] = "0754-0000 0001", ["notice"] = "窗口搬迁至测试路2号" }
            )
        ).ExpectText("已保存");
        (await own.GetAsync("/office/authorities/" + Scene.Guangzhou)).Expect(HttpStatusCode.NotFound);
        using var filer = Site.NewClient();
        Assert.Equal("0754-0000 0001", Site.Services.GetRequiredService<AuthorityTree>()[Place].Phone);
        (await filer.GetAsync("/services/foreign-trade-operator/start?q=汕头")).ExpectText("汕头市商务局");

        using var province = await _scene.OfficerAsync(Scene.Guangdong, OfficerRole.Administrator);
        var services = await province.GetAsync("/office/authorities/" + Place);
        (await province.SubmitAsync(services, "#services", new Dictionary<string, string?> { ["open"] = null })).ExpectText("已保存");
        Assert.DoesNotContain(
            "汕头市商务局",
            (await filer.GetAsync("/services/foreign-trade-operator/start?q=汕头")).TextOf("main"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Log_TellsWhatHappenedInTheJurisdictionAndNowhereElse()
    {
        const string Place = "A441300";
        var filing = await _scene.SubmittedAsync(Place);
        var account = await Data.OfficerAsync(Place);
        using var officer = await _scene.SignInAsync(account);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        await officer.SubmitAsync(page, "form[action$=reveal]");
        using var own = await _scene.OfficerAsync(Place, OfficerRole.Administrator);
        using var other = await _scene.OfficerAsync(Scene.Hangzhou, OfficerRole.Administrator);
        using var ministry = await _scene.OfficerAsync(Scene.Ministry, OfficerRole.Administrator);
        var today = ChinaTime.DateAt(Data.Now);
        foreach (
            var query in new[]
            {
                $"?number={filing.Number}",
                $"?person={account.UserName}",
                $"?person={account.UserName}&from={today:yyyy-MM-dd}&to={today:yyyy-MM-dd}",
            }
        )
        {
            foreach (var reader in new[] { own, ministry })
                (await reader.GetAsync("/office/log" + query)).ExpectOk().ExpectText("查看或打印完整的个人信息").ExpectText(filing.Number);
            (await other.GetAsync("/office/log" + query)).ExpectOk().ExpectText("没有符合条件的记录");
        }
        (await own.GetAsync($"/office/log?person={account.UserName}&to={today.AddDays(-1):yyyy-MM-dd}")).ExpectText("没有符合条件的记录");
        (await own.GetAsync("/office/log?from=gestern&before=x&person=%25")).ExpectOk().ExpectText("日期请写成");
        (await own.GetAsync("/office/log")).ExpectOk().ExpectText("惠州市商务局");
    }

    [Fact]
    public async Task Sheets_OfAnApprovedFiling_ArePrintedForTheSealAndItIsKept()
    {
        var filing = await _scene.SubmittedAsync();
        using var officer = await _scene.OfficerAsync(Scene.Guangzhou);
        (await officer.GetAsync($"/office/filings/{filing.Id}/sheets/seal.pdf")).Expect(HttpStatusCode.NotFound);
        var page = await officer.GetAsync($"/office/filings/{filing.Id}");
        var approved = await officer.SubmitAsync(
            page,
            "form[action$=approval]",
            new Dictionary<string, string?> { ["operatorType"] = "limited" }
        );
        using (var pdf = await officer.Http.GetAsync(new Uri(approved.LinkTo("盖章用"), UriKind.Relative), Stop))
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectText("打印了盖章用的表");
        using var superior = await _scene.OfficerAsync(Scene.Guangdong);
        (await superior.GetAsync($"/office/filings/{filing.Id}/sheets/seal.pdf")).Expect(HttpStatusCode.NotFound);
    }
}

public sealed class AdministrationOnSqliteTests(SqliteSite site) : AdministrationTests<SqliteSite>(site);

public sealed class AdministrationOnPostgresTests(PostgresSite site) : AdministrationTests<PostgresSite>(site);
