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
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.Join(FilerVisit.With(FilerVisit.Answers, ("uscc", Scene.NewUscc())), filer.Account);
        var saved = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, answers, "save", [FilerVisit.Licence]);
        var id = FilerVisit.IdOf(saved.ExpectOk());
        await filer.SubmitAsync(id);
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
