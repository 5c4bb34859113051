using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings;

public abstract class ClosedFilingTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Theory]
    [InlineData("rejection", FilingState.Rejected)]
    [InlineData("approval", FilingState.Approved)]
    [InlineData("withdrawal", FilingState.Withdrawn)]
    public async Task Close_WithAWorkingCopy_ShowsWhatWasDecidedOn(string how, FilingState state)
    {
        using var filer = new FilerVisit(Site);
        var id = await SubmitNewAsync(filer);
        await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["nameZh"] = "没有上报的名称", ["zip"] = "9" },
            "save",
            [new("fProxy", "没有上报的材料.pdf", FilerVisit.Pdf("proxy"))]
        );
        Assert.True((await filer.FilingAsync(id)).HasWorkingCopy);

        if (how == "withdrawal")
            await filer.Client.SubmitAsync((await filer.Client.GetAsync($"/filings/{id}/withdrawal")).ExpectOk(), "#withdrawal-form");
        else
            await DecideAsync(id, how);

        var filing = await filer.FilingAsync(id);
        var revision = await Site.QueryAsync(db => db.Revisions.SingleAsync(r => r.FilingId == id, Stop));
        Assert.Equal((state, false, "北京样例进出口有限公司"), (filing.State, filing.HasWorkingCopy, filing.SubjectName));
        Assert.Equal((revision.Answers, revision.PersonalAnswers), (filing.Answers, filing.PersonalAnswers));
        var page = (await filer.Client.GetAsync($"/filings/{id}"))
            .ExpectOk()
            .ExpectText("北京样例进出口有限公司")
            .ExpectText("营业执照.pdf");
        Assert.DoesNotContain("没有上报的", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有上报的", (await filer.Client.GetAsync("/filings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_OfAFormThatWasOpenAtTheDecision_ShowsWhatWasTyped()
    {
        using var filer = new FilerVisit(Site);
        var id = await SubmitNewAsync(filer);
        var form = await filer.OpenAsync(id);
        await DecideAsync(id, "rejection");

        var late = await filer.Client.SubmitAsync(
            form,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["nameZh"] = "办结以后才填的名称" },
            "save"
        );

        late.Expect(HttpStatusCode.Conflict).ExpectText("已经办结，不能再修改").ExpectText("办结以后才填的名称");
        Assert.Equal("北京样例进出口有限公司", (await filer.FilingAsync(id)).SubjectName);
        // Whoever typed nothing new is only told how it stands.
        Assert.Equal($"/filings/{id}", (await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, button: "save")).ExpectOk().Path);
    }

    private static async Task<Guid> SubmitNewAsync(FilerVisit filer)
    {
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.With(FilerVisit.Answers, ("uscc", Scene.NewUscc())), filer.Account);
        var saved = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save", [FilerVisit.Licence]);
        var id = FilerVisit.IdOf(saved.ExpectOk());
        await filer.SubmitAsync(id);
        return id;
    }

    private async Task DecideAsync(Guid id, string how)
    {
        using var officer = await new Scene(Site, Data).OfficerAsync("A110000");
        var page = (await officer.GetAsync($"/office/filings/{id}")).ExpectOk();
        await officer.SubmitAsync(
            page,
            $"form[action$={how}]",
            new Dictionary<string, string?> { ["rejectionReason"] = "材料系伪造", ["operatorType"] = "limited" }
        );
    }
}

public sealed class ClosedFilingOnSqliteTests(SqliteSite site) : ClosedFilingTests<SqliteSite>(site);

public sealed class ClosedFilingOnPostgresTests(PostgresSite site) : ClosedFilingTests<PostgresSite>(site);
