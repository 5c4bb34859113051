using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Progress;

public sealed class ProgressTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Fact]
    public async Task Ask_WithNumberAndCode_ShowsTheProgressAndNothingElse()
    {
        using var filer = new FilerVisit(Site);
        var saved = (await filer.SaveNewAsync("save", [FilerVisit.Licence])).ExpectOk();
        var (number, code) = (saved.TextOf("[data-number]"), saved.TextOf("[data-progress-code]"));
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$", code);
        using var colleague = Site.NewClient();

        var draft = await AskAsync(colleague, number, code);
        draft.ExpectOk().ExpectText("由企业办理：还没有上报");
        var id = FilerVisit.IdOf(saved);
        await filer.SubmitAsync(id);
        var sent = await AskAsync(colleague, $" {number} ", code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());

        var filing = await filer.FilingAsync(id);
        sent.ExpectOk().ExpectText($"应于 {filing.DueOn:yyyy-MM-dd} 前办结或答复").ExpectText("上报日期");
        Assert.DoesNotContain(filing.SubjectName, sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(filing.SubjectCode, sent.Text, StringComparison.Ordinal);
        (await filer.Client.GetAsync($"/filings/{id}")).ExpectText(code);
        var mails = await Site.QueryAsync(db => db.Outbox.Where(m => m.SubjectId == id).Select(m => m.Data).ToListAsync(Stop));
        Assert.NotEmpty(mails);
        Assert.All(mails, m => Assert.Contains(code, m, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_WithAnythingElse_SaysTheSameWhetherTheNumberIsThereOrNot()
    {
        using var filer = new FilerVisit(Site);
        var saved = (await filer.SaveNewAsync()).ExpectOk();
        using var stranger = Site.NewClient();

        var wrongCode = await AskAsync(stranger, saved.TextOf("[data-number]"), "AAAA-BBBB-CCCC");
        var wrongNumber = await AskAsync(stranger, "1234567890123456", saved.TextOf("[data-progress-code]"));
        var senseless = await AskAsync(stranger, "'; DROP TABLE filings; --", "😀 " + new string('x', 300));

        foreach (var page in new[] { wrongCode, wrongNumber, senseless })
        {
            page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("没有查到：系统编号和查询码不相符");
            Assert.Null(page.Document.QuerySelector("[data-progress]"));
        }
    }

    private static async Task<Page> AskAsync(SiteClient client, string number, string code) =>
        await client.SubmitAsync(
            (await client.GetAsync("/progress")).ExpectOk(),
            "main form",
            new Dictionary<string, string?> { ["Number"] = number, ["Code"] = code }
        );
}
