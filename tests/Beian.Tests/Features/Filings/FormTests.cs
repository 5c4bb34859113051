using System.Net;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings;

public abstract class FormTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Submit_SoundForm_MakesRevisionReceiptAndDueDate()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync("save", [FilerVisit.Licence])).ExpectOk());
        var page = (await filer.SubmitAsync(id)).ExpectText("上报成功");

        var filing = await filer.FilingAsync(id);
        Assert.Equal((FilingState.Submitted, 1, false), (filing.State, filing.Revision, filing.HasWorkingCopy));
        Assert.NotNull(filing.DueOn);
        var revision = await Site.QueryAsync(db => db.Revisions.SingleAsync(r => r.FilingId == id, Stop));
        Assert.Contains("\"regNo\":\"91110108MA9900X1XQ\"", revision.Answers, StringComparison.Ordinal);
        Assert.True(await Site.QueryAsync(db => db.Outbox.AnyAsync(m => m.SubjectId == id && m.Template == "filing-submitted", Stop)));
        (await filer.Client.GetAsync($"/filings/{id}")).ExpectOk().ExpectText("审核，应于");
        (await filer.Client.GetAsync("/workbench")).ExpectOk().ExpectText("上报").ExpectText("点击进入");
        (await filer.Client.GetAsync("/filings")).ExpectOk().ExpectText(filing.Number);
    }

    [Fact]
    public async Task Submit_WithProblems_SavesAndSaysWhatToCorrect()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());
        var form = await filer.OpenAsync(id);
        Assert.Contains("填错了还能改吗？", form.TextOf("details[data-questions=uscc]"), StringComparison.Ordinal);

        var page = await filer.Client.SubmitAsync(
            form,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["zip"] = "" },
            "submit"
        );

        page.Expect(HttpStatusCode.UnprocessableEntity)
            .ExpectText("已保存，尚未上报")
            .ExpectText("请填写邮政编码")
            .ExpectText("请上传营业执照复印件");
        Assert.Equal(FilingState.Draft, (await filer.FilingAsync(id)).State);
        Assert.DoesNotContain("FilingSubmitted", await filer.EventsAsync(id));
    }

    [Fact]
    public async Task Submission_SentTwice_SendsOnce()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SignNewAsync();
        var page = (await filer.Client.GetAsync($"/filings/{id}/submission")).ExpectOk();

        var pages = await Task.WhenAll(
            filer.Client.SubmitAsync(page, "#submission-form"),
            filer.Client.SubmitAsync(page, "#submission-form")
        );

        Assert.All(pages, p => p.ExpectOk().ExpectText("上报成功"));
        Assert.Equal(1, await Site.QueryAsync(db => db.Revisions.CountAsync(r => r.FilingId == id, Stop)));
        Assert.Single(await filer.EventsAsync(id), "FilingSubmitted");
    }

    [Fact]
    public async Task Save_WhileSubmitted_SendsTheNextRevisionOnlyWhenSound()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();

        var wrong = await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["zip"] = "99" },
            "save"
        );
        wrong.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("工作稿");
        Assert.Equal((1, true), ((await filer.FilingAsync(id)).Revision, (await filer.FilingAsync(id)).HasWorkingCopy));

        var right = await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["zip"] = "100081" },
            "save"
        );
        right.ExpectOk().ExpectText("重新打印");
        Assert.Equal((1, true), ((await filer.FilingAsync(id)).Revision, (await filer.FilingAsync(id)).HasWorkingCopy));
        (await filer.SubmitAsync(id)).ExpectText("上报成功");
        Assert.Equal((2, false), ((await filer.FilingAsync(id)).Revision, (await filer.FilingAsync(id)).HasWorkingCopy));

        var same = await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, button: "save");
        same.ExpectOk().ExpectText("没有改动");
        Assert.Equal(2, (await filer.FilingAsync(id)).Revision);
    }

    [Fact]
    public async Task Save_FromAStaleTab_ShowsBothValuesAndLetsTheFilerChoose()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());
        var (one, two) = (await filer.OpenAsync(id), await filer.OpenAsync(id));
        await filer.Client.SubmitAsync(
            one,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["domicile"] = "第一个窗口的地址" },
            "save"
        );

        var conflict = await filer.Client.SubmitAsync(
            two,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["domicile"] = "第二个窗口的地址" },
            "save"
        );

        conflict.Expect(HttpStatusCode.Conflict).ExpectText("第一个窗口的地址").ExpectText("第二个窗口的地址");
        Assert.Equal("第一个窗口的地址", await filer.AnswerAsync(id, "domicile"));
        (await filer.Client.SubmitAsync(conflict, "#conflict-form")).ExpectOk();
        Assert.Equal("第二个窗口的地址", await filer.AnswerAsync(id, "domicile"));
    }

    [Fact]
    public async Task Save_AfterTheSessionEnded_KeepsTheTypingForTheSameAccount()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());
        var form = await filer.OpenAsync(id);
        filer.Client.LoseSession();

        var away = await filer.Client.SubmitAsync(
            form,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["domicile"] = "登录过期前填写的地址" },
            "save"
        );

        Assert.Contains("returnUrl", away.Path, StringComparison.Ordinal);
        Assert.NotEqual("登录过期前填写的地址", await filer.AnswerAsync(id, "domicile"));
        await filer.SignInAsync((await filer.FilingAsync(id)).OwnerId!.Value);
        var back = (await filer.OpenAsync(id)).ExpectText("找到您未保存的填写内容");
        var restored = await filer.Client.SubmitAsync(back, "[data-stash]", button: "restore");
        Assert.Equal("登录过期前填写的地址", restored.ExpectOk().ValueOf("domicile"));
        (await filer.Client.SubmitAsync(restored, FilerVisit.FormSelector, button: "save")).ExpectOk();
        Assert.Equal("登录过期前填写的地址", await filer.AnswerAsync(id, "domicile"));
    }

    [Fact]
    public async Task Pages_OfAnotherEnterprise_AreNotThere()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        var file = await Site.QueryAsync(db => db.Attachments.SingleAsync(a => a.FilingId == id && a.Code == "fLicence", Stop));
        using var other = new FilerVisit(Site);
        await other.SignInAsync((await Data.EnterpriseAsync()).Id);

        foreach (
            var page in new[]
            {
                "",
                "/form",
                "/saved",
                "/submission",
                "/withdrawal",
                "/authority",
                "/attachments",
                $"/attachments/{file.Id}",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await other.Client.GetAsync($"/filings/{id}{page}")).Status);
        foreach (var action in new[] { "form", "check", "draft", "attachments" })
        {
            using var body = new MultipartFormDataContent { { new StringContent("x"), "nameZh" } };
            using var answer = await other.Client.Http.PostAsync(new Uri($"/filings/{id}/{action}", UriKind.Relative), body, Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Draft_ByTheTimer_SavesAndNeverSubmits()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());
        var form = await filer.OpenAsync(id);
        using var body = new FormUrlEncodedContent(
            FilerVisit.With(
                FilerVisit.Answers,
                ("domicile", "自动保存的地址"),
                ("version", form.ValueOf("version")),
                ("action", "submit"),
                ("__RequestVerificationToken", form.ValueOf("__RequestVerificationToken"))
            )!
        );

        using var answer = await filer.Client.Http.PostAsync(new Uri($"/filings/{id}/draft", UriKind.Relative), body, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var filing = await filer.FilingAsync(id);
        Assert.Equal("自动保存的地址", await filer.AnswerAsync(id, "domicile"));
        Assert.Equal(FilingState.Draft, filing.State);
    }

    [Fact]
    public async Task Post_TwoMegabytes_IsToldAndTheDraftStays()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());
        var before = await filer.FilingAsync(id);

        var page = await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["domicile"] = new('长', 700_000) },
            "save"
        );

        page.Expect(HttpStatusCode.RequestEntityTooLarge).ExpectText("过大");
        Assert.Equal(before.Version, (await filer.FilingAsync(id)).Version);
    }

    [Fact]
    public async Task Refresh_ForAnotherKind_ShowsItsBlock()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();

        var page = await filer.Client.SubmitAsync(
            form,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["kind"] = "individual" },
            "refresh"
        );

        Assert.True(page.ExpectOk().Element("[data-relevant=blockI]").HasAttribute("hidden"));
        Assert.False(page.Element("[data-relevant=blockII]").HasAttribute("hidden"));
        Assert.Empty(page.Document.QuerySelectorAll(".error-summary"));
    }

    [Fact]
    public async Task Form_FieldOfTheSystemThatDoesNotApply_IsNotShown()
    {
        using var filer = new FilerVisit(Site);
        var uscc = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        Assert.True(uscc.Element("[data-relevant=selfCode]").HasAttribute("hidden"));
        var other = (await filer.Client.GetAsync(FilerVisit.NewForm.Replace("route=uscc", "route=other"))).ExpectOk();
        Assert.False(other.Element("[data-relevant=selfCode]").HasAttribute("hidden"));
    }

    [Fact]
    public async Task Withdrawal_TakesTheFilingBack()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();

        await filer.Client.SubmitAsync((await filer.Client.GetAsync($"/filings/{id}/withdrawal")).ExpectOk(), "#withdrawal-form");

        Assert.Equal(FilingState.Withdrawn, (await filer.FilingAsync(id)).State);
        (await filer.Client.GetAsync($"/filings/{id}")).ExpectOk().ExpectText("您已撤回这份备案");
    }

    [Fact]
    public async Task Authority_ChangedWhileSubmitted_SendsItThere()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        var page = (await filer.Client.GetAsync($"/filings/{id}/authority?q=天津")).ExpectOk();

        await filer.Client.SubmitAsync(page, "#authority-form", new Dictionary<string, string?> { ["authority"] = "A120000" });

        var filing = await filer.FilingAsync(id);
        Assert.Equal(("A120000", 2, FilingState.Submitted), (filing.AuthorityId, filing.Revision, filing.State));
    }
}

public sealed class FormOnSqliteTests(SqliteSite site) : FormTests<SqliteSite>(site);

public sealed class FormOnPostgresTests(PostgresSite site) : FormTests<PostgresSite>(site);
