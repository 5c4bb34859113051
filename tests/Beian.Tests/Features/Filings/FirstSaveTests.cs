using System.Net;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings;

public abstract class FirstSaveTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Post_WithAccountBlock_MakesAccountFilingClaimAndMailAtOnce()
    {
        using var filer = new FilerVisit(Site);
        var page = (await filer.SaveNewAsync()).ExpectOk().ExpectText("保存成功").ExpectText("保存不等于上报");

        var id = FilerVisit.IdOf(page);
        var filing = await filer.FilingAsync(id);
        Assert.Equal($"/filings/{id}/saved", page.Path);
        Assert.Equal(filer.UserName, page.TextOf("[data-user-name]"));
        Assert.Equal(filing.Number, page.TextOf("[data-number]"));
        Assert.Matches(@"^\d{16}$", filing.Number);
        Assert.Equal(FilingState.Draft, filing.State);
        Assert.Equal("91110108MA9900X1XQ", filing.SubjectCode);
        Assert.Contains("FilingSaved", await filer.EventsAsync(id));
        var account = await Site.QueryAsync(db => db.Accounts.SingleAsync(a => a.Id == filing.OwnerId, Stop));
        Assert.Equal((filer.UserName, "北京样例进出口有限公司"), (account.UserName, account.DisplayName));
        var claim = await Site.QueryAsync(db => db.Claims.SingleAsync(c => c.FilingId == id, Stop));
        Assert.Equal((account.Id, filing.CodeKey, ClaimState.Open), (claim.AccountId, claim.CodeKey, claim.State));
        var mail = await Site.QueryAsync(db => db.Outbox.SingleAsync(m => m.SubjectId == id && m.Template == "account-created", Stop));
        Assert.Contains(filing.Number, mail.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("Chang-cheng", mail.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithAccountBlock_TellsWhatHappensToPersonalInformationAndKeepsWhichWordingItWas()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        Assert.Empty(form.Document.QuerySelectorAll("[name='account.consent']"));
        form.ExpectText("证件号码加密保存，任何时候都不公开").ExpectText("北京市商务局");

        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());

        var owner = (await filer.FilingAsync(id)).OwnerId;
        var created = await Site.QueryAsync(db => db.Events.SingleAsync(e => e.SubjectId == owner && e.Kind == "AccountCreated", Stop));
        Assert.Contains(
            $"\"notice\":\"{form.Element("[data-notice]").GetAttribute("data-notice")}\"",
            created.Data,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_WithInvalidAccountBlock_KeepsTheDraftForThisBrowserOnly()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, FilerVisit.With(filer.Account, ("account.passwordRepeat", "another")));

        var page = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save");

        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("已保存，账号尚未建立").ExpectText("两次输入的密码不一致");
        Assert.DoesNotContain("Chang-cheng", page.Html, StringComparison.Ordinal);
        var id = FilerVisit.IdOf(page);
        Assert.Null((await filer.FilingAsync(id)).OwnerId);
        (await filer.OpenAsync(id)).ExpectText(filer.UserName.Length > 0 ? "用户信息" : "");
        using var other = new FilerVisit(Site);
        Assert.Contains("returnUrl=", (await other.Client.GetAsync($"/filings/{id}/form")).Path, StringComparison.Ordinal);

        var saved = await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, filer.Account, "save");
        saved.ExpectOk().ExpectText("保存成功");
        Assert.NotNull((await filer.FilingAsync(id)).OwnerId);
        Assert.Contains("FilingAdopted", await filer.EventsAsync(id));
    }

    [Fact]
    public async Task Post_SentTwiceBeforeTheBrowserKnows_MakesOneFiling()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, filer.Account);

        var first = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save");
        filer.Client.LoseSession();
        var second = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save");

        Assert.Equal(first.ExpectOk().Path, second.ExpectOk().Path);
        Assert.Equal(1, await Site.QueryAsync(db => db.Accounts.CountAsync(a => a.UserName == filer.UserName, Stop)));
    }

    [Fact]
    public async Task Post_SentTwiceAtOnce_MakesOneFiling()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, filer.Account);

        var pages = await Task.WhenAll(
            filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save"),
            filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save")
        );

        Assert.All(pages, p => p.ExpectOk().ExpectText("保存成功"));
        Assert.Equal(pages[0].Path, pages[1].Path);
    }

    [Fact]
    public async Task Post_WithTheIdOfAnother_IsNotFound()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf(await filer.SaveNewAsync());
        using var other = new FilerVisit(Site);
        var form = (await other.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, other.Account, new() { ["id"] = id.ToString() });

        (await other.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_WithATakenUserName_KeepsTheDraftAndSaysSo()
    {
        var account = await Data.EnterpriseAsync();
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, FilerVisit.With(filer.Account, ("account.userName", account.UserName)));

        var page = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save");

        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("该账户名称已被使用").ExpectText("已保存");
    }

    [Fact]
    public async Task Post_OneUserNameChosenByTwoAtOnce_MakesOneAccountAndKeepsBothDrafts()
    {
        using var one = new FilerVisit(Site);
        using var two = new FilerVisit(Site);
        var forms = new[] { await one.Client.GetAsync(FilerVisit.NewForm), await two.Client.GetAsync(FilerVisit.NewForm) };
        var answers = FilerVisit.Join(FilerVisit.Answers, one.Account);

        var pages = await Task.WhenAll(
            one.Client.SubmitAsync(forms[0].ExpectOk(), FilerVisit.FormSelector, answers, "save"),
            two.Client.SubmitAsync(forms[1].ExpectOk(), FilerVisit.FormSelector, answers, "save")
        );

        Assert.Single(pages, p => p.Status == HttpStatusCode.OK).ExpectText("保存成功");
        var late = Assert.Single(pages, p => p.Status == HttpStatusCode.UnprocessableEntity);
        late.ExpectText("该账户名称已被使用").ExpectText("已保存，账号尚未建立");
        Assert.Equal(1, await Site.QueryAsync(db => db.Accounts.CountAsync(a => a.UserName == one.UserName, Stop)));
        var loser = pages[0] == late ? one : two;
        var id = FilerVisit.IdOf(late);
        Assert.Null((await loser.FilingAsync(id)).OwnerId);
        var other = FilerVisit.With(loser.Account, ("account.userName", "other_" + loser.UserName[^8..]));
        (await loser.Client.SubmitAsync(await loser.OpenAsync(id), FilerVisit.FormSelector, other, "save"))
            .ExpectOk()
            .ExpectText("保存成功");
    }

    [Fact]
    public async Task Post_SignedInWithADraftOfThisBrowser_JoinsItToTheAccount()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, FilerVisit.With(filer.Account, ("account.passwordRepeat", "another")));
        var id = FilerVisit.IdOf(await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save"));
        var account = await Data.EnterpriseAsync();
        await filer.SignInAsync(account.Id);

        var open = await filer.OpenAsync(id);
        Assert.Null(open.Document.GetElementById("account.userName"));
        (await filer.Client.SubmitAsync(open, FilerVisit.FormSelector, button: "save")).ExpectOk().ExpectText("已保存");

        Assert.Equal(account.Id, (await filer.FilingAsync(id)).OwnerId);
        Assert.True(await Site.QueryAsync(db => db.Claims.AnyAsync(c => c.FilingId == id && c.AccountId == account.Id, Stop)));
        (await filer.Client.GetAsync("/filings")).ExpectOk().ExpectText("北京样例进出口有限公司");
    }

    [Fact]
    public async Task Post_OfANewFormAfterTheSessionEnded_KeepsTheTypingForTheSameAccount()
    {
        var account = await Data.EnterpriseAsync();
        using var filer = new FilerVisit(Site);
        await filer.SignInAsync(account.Id);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        filer.Client.LoseSession();
        var answers = FilerVisit.With(FilerVisit.Answers, ("domicile", "登录过期前填写的地址"));

        var away = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save");

        Assert.Contains("returnUrl", away.Path, StringComparison.Ordinal);
        Assert.False(await Site.QueryAsync(db => db.Filings.AnyAsync(f => f.OwnerId == account.Id, Stop)));
        await filer.SignInAsync(account.Id);
        var back = (await filer.Client.GetAsync("/filings/new")).ExpectOk().ExpectText("找到您未保存的填写内容");
        var restored = await filer.Client.SubmitAsync(back, "[data-stash]", button: "restore");
        Assert.Equal("登录过期前填写的地址", restored.ExpectOk().ValueOf("domicile"));
        var id = FilerVisit.IdOf((await filer.Client.SubmitAsync(restored, FilerVisit.FormSelector, button: "save")).ExpectOk());
        Assert.Equal(account.Id, (await filer.FilingAsync(id)).OwnerId);
        Assert.Equal("登录过期前填写的地址", await filer.AnswerAsync(id, "domicile"));
    }

    [Fact]
    public async Task Post_OfASignedInEnterprise_NeedsNoAccountBlock()
    {
        var account = await Data.EnterpriseAsync();
        using var filer = new FilerVisit(Site);
        await filer.SignInAsync(account.Id);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        Assert.Null(form.Document.GetElementById("account.userName"));

        var page = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, FilerVisit.Answers, "save");

        page.ExpectOk().ExpectText("已保存（暂存）");
        Assert.Equal(account.Id, (await filer.FilingAsync(FilerVisit.IdOf(page))).OwnerId);
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_SavesNothingAndLosesNothing()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, filer.Account, new() { ["__RequestVerificationToken"] = null });

        var page = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save");

        page.Expect(HttpStatusCode.BadRequest).ExpectText("页面已过期");
        Assert.Equal("北京样例进出口有限公司", page.ValueOf("nameZh"));
        var id = FilerVisit.IdOf(page);
        Assert.False(await Site.QueryAsync(db => db.Filings.AnyAsync(f => f.Id == id, Stop)));
    }

    [Fact]
    public async Task Post_UnknownField_IsDroppedAndTold()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.Answers, filer.Account, new() { ["shoeSize"] = "42", ["ieCode"] = "1100123456789" });

        var page = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save");

        page.ExpectText("有些内容不属于本表").ExpectText("shoeSize");
        var filing = await filer.FilingAsync(FilerVisit.IdOf(page));
        Assert.DoesNotContain("shoeSize", filing.Answers, StringComparison.Ordinal);
        Assert.DoesNotContain("ieCode", filing.Answers, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", filing.Answers, StringComparison.Ordinal);
    }
}

public sealed class FirstSaveOnSqliteTests(SqliteSite site) : FirstSaveTests<SqliteSite>(site);

public sealed class FirstSaveOnPostgresTests(PostgresSite site) : FirstSaveTests<PostgresSite>(site);
