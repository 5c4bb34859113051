using System.Net;
using System.Text;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Signing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings.Signing;

/// <summary>保存 → 打印 → 签字盖章 → 上传 → 上报, and what becomes of a scan that is not the right one.</summary>
public abstract class SignedSheetTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Submit_WithTheRightScan_MatchesItToTheRevision()
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);
        (await filer.Client.GetAsync($"/filings/{id}")).ExpectText("打印，签字盖章后上传扫描件");

        (await UploadAsync(filer, id, await filer.SheetAsync(id))).ExpectText("已核对");
        (await filer.Client.GetAsync($"/filings/{id}")).ExpectText("材料齐全，可以上报");
        (await SendAsync(filer, id)).ExpectText("上报成功");

        var revision = await RevisionAsync(id, 1);
        Assert.Equal((SheetMatch.Matches, 1), (revision.SheetMatch!.Value, revision.SheetRevision!.Value));
        using var officer = await OfficerAsync(id);
        (await officer.GetAsync($"/office/filings/{id}")).ExpectOk().ExpectText("扫描件对应第 1 版");
        Assert.DoesNotContain("data-sheet-mark", (await QueueAsync(officer, id)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WithoutScan_SaysWhatIsMissing()
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);

        (await SendAsync(filer, id)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请上传签字盖章的登记表扫描件");

        Assert.Equal(FilingState.Draft, (await filer.FilingAsync(id)).State);
    }

    [Fact]
    public async Task Submit_WithAScanThatCannotBeRead_AsksForTheCode()
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);
        await UploadAsync(filer, id, new("fForm", "登记表.pdf", FilerVisit.Pdf("photographed badly")));

        // The button on the form leads to the question, not past it.
        var asked = await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, button: "submit");
        asked.ExpectOk().ExpectText("二维码没有识别出来").ExpectText("校验码");
        Assert.Equal(FilingState.Draft, (await filer.FilingAsync(id)).State);

        var wrong = await SendAsync(filer, id, "ZZZZ-ZZZZ");
        wrong.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("校验码不符");
        Assert.Equal("ZZZZ-ZZZZ", wrong.ValueOf(SheetWords.CodeControl));
        Assert.Equal(FilingState.Draft, (await filer.FilingAsync(id)).State);

        var code = (await filer.StampAsync(id)).Code;
        (await SendAsync(filer, id, $" {code.ToLowerInvariant()} ")).ExpectText("上报成功");
        Assert.Equal(SheetMatch.Matches, (await RevisionAsync(id, 1)).SheetMatch);
        Assert.Equal(SheetFinding.Typed, (await ScanAsync(id)).Sheet);
    }

    [Fact]
    public async Task Save_WithTheTypedCode_MatchesTheScan()
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);
        await UploadAsync(filer, id, new("fForm", "登记表.pdf", FilerVisit.Pdf("photographed badly")));
        var code = (await filer.StampAsync(id)).Code;

        var wrong = await SaveAsync(filer, id, (SheetWords.CodeControl, "1234-5678"));
        wrong.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("校验码不符");
        Assert.Equal("1234-5678", wrong.ValueOf(SheetWords.CodeControl));
        (await SaveAsync(filer, id, (SheetWords.CodeControl, code))).ExpectOk().ExpectText("已核对");
    }

    [Fact]
    public async Task Submit_WithoutTheCode_IsFlaggedToTheOfficer()
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);
        await UploadAsync(filer, id, new("fForm", "照片.pdf", FilerVisit.Pdf("no code at all")));

        (await SendAsync(filer, id)).ExpectText("上报成功");

        Assert.Equal(SheetMatch.Unread, (await RevisionAsync(id, 1)).SheetMatch);
        using var officer = await OfficerAsync(id);
        (await officer.GetAsync($"/office/filings/{id}")).ExpectOk().ExpectText("未能核对：请人工核对");
        (await QueueAsync(officer, id)).ExpectText("扫描件待核对");
    }

    [Fact]
    public async Task Edit_OfPrintedAnswers_WaitsForANewScan()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        var former = (await ScanAsync(id)).Id;
        // Others have the same code here and may say the same: this one's address is its own.
        var street = $"改动路{Guid.CreateVersion7():N}号";

        (await SaveAsync(filer, id, ("domicile", street))).ExpectOk().ExpectText("机关看到的仍是第 1 版").ExpectText("重新打印");
        var filing = await filer.FilingAsync(id);
        Assert.Equal((FilingState.Submitted, 1, true), (filing.State, filing.Revision, filing.HasWorkingCopy));
        (await SendAsync(filer, id)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请重新打印");
        using var officer = await OfficerAsync(id);
        var before = (await officer.GetAsync($"/office/filings/{id}")).ExpectOk();
        Assert.DoesNotContain(street, before.Html, StringComparison.Ordinal);

        (await UploadAsync(filer, id, await filer.SheetAsync(id))).ExpectText("上报新的版本");

        filing = await filer.FilingAsync(id);
        Assert.Equal((2, false), (filing.Revision, filing.HasWorkingCopy));
        var second = await RevisionAsync(id, 2);
        Assert.Equal((SheetMatch.Matches, 2), (second.SheetMatch!.Value, second.SheetRevision!.Value));
        Assert.DoesNotContain(former, second.ReadAttachmentIds());
        Assert.Contains(former, (await RevisionAsync(id, 1)).ReadAttachmentIds());
        (await officer.GetAsync($"/office/filings/{id}")).ExpectOk().ExpectText(street).ExpectText("扫描件对应第 2 版");
    }

    [Fact]
    public async Task Edit_OfWhatIsNotPrinted_IsSentAtOnce()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();

        (await UploadAsync(filer, id, new("fProxy", "委托书.pdf", FilerVisit.Pdf("proxy")))).ExpectText("上报新的版本");

        var second = await RevisionAsync(id, 2);
        Assert.Equal((SheetMatch.Matches, 1), (second.SheetMatch!.Value, second.SheetRevision!.Value));
    }

    [Fact]
    public async Task Draft_ChangedAfterTheScan_IsFlaggedStrongly()
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);
        await UploadAsync(filer, id, await filer.SheetAsync(id));
        await SaveAsync(filer, id, ("domicile", "北京市海淀区改动路9号"));

        (await filer.OpenAsync(id)).ExpectText("打印以后内容有改动");
        var asked = await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, button: "submit");
        asked.ExpectOk().ExpectText("还没有核对上").ExpectText("请重新打印");
        (await SendAsync(filer, id)).ExpectText("上报成功");

        using var officer = await OfficerAsync(id);
        (await officer.GetAsync($"/office/filings/{id}")).ExpectOk().ExpectText("扫描件对应第 1 版，与本版内容不一致");
        (await QueueAsync(officer, id)).ExpectText("扫描件待核对");
    }

    [Fact]
    public async Task Upload_OfAnothersSheet_RevealsNothingOfIt()
    {
        using var other = new FilerVisit(Site);
        var others = await DraftAsync(other);
        var stamp = await other.StampAsync(others);
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);

        var page = (await UploadAsync(filer, id, FilerVisit.Scan(stamp.Write()))).ExpectText("属于另一份备案");

        Assert.DoesNotContain(stamp.Number, page.Html, StringComparison.Ordinal);
        var scan = await ScanAsync(id);
        Assert.Equal((SheetFinding.OtherFiling, null, null), (scan.Sheet, scan.SheetRevision, scan.SheetSha256));
        Assert.False(await Site.QueryAsync(db => db.Events.AnyAsync(e => e.SubjectId == id && e.Data.Contains(stamp.Number), Stop)));
    }

    [Theory]
    [InlineData("说明.pdf", "%PDF-1.7\n这不是扫描件")]
    [InlineData("别的二维码.png", null)]
    public async Task Upload_OfWhatIsNoScan_IsKeptAndAskedAbout(string name, string? text)
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);
        var content = text is null ? FilerVisit.Scan("https://example.test/别的").Content : Encoding.UTF8.GetBytes(text);

        (await UploadAsync(filer, id, new("fForm", name, content))).ExpectText("二维码没有识别出来").ExpectText(name);

        Assert.Equal(SheetFinding.Unread, (await ScanAsync(id)).Sheet);
    }

    [Fact]
    public async Task Upload_OfATextFile_IsRefusedByItsContent()
    {
        using var filer = new FilerVisit(Site);
        var id = await DraftAsync(filer);
        var page = await UploadAsync(filer, id, new("fForm", "登记表.png", Encoding.UTF8.GetBytes("签字盖章，此处为准")));
        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("登记表.png");
    }

    [Fact]
    public async Task Return_ThenChange_NeedsANewScan()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        using var officer = await OfficerAsync(id);
        var open = (await officer.GetAsync($"/office/filings/{id}")).ExpectOk();
        await officer.SubmitAsync(open, "form[action$='/return']", new Dictionary<string, string?> { ["reason"] = "住所请按执照填写" });
        Assert.Equal(FilingState.Returned, (await filer.FilingAsync(id)).State);

        await SaveAsync(filer, id, ("domicile", "北京市海淀区改动路9号"));
        var asked = (await filer.Client.GetAsync($"/filings/{id}/submission")).ExpectOk().ExpectText("请重新打印");
        Assert.Empty(asked.Document.QuerySelectorAll("#submission-form button"));
        Assert.NotNull(asked.Document.QuerySelector($".actions a[href='/filings/{id}/attachments']"));
        (await SendAsync(filer, id)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请重新打印");
        await UploadAsync(filer, id, await filer.SheetAsync(id));
        (await SendAsync(filer, id)).ExpectText("上报成功");

        Assert.Equal(
            (SheetMatch.Matches, 2),
            ((await RevisionAsync(id, 2)).SheetMatch!.Value, (await RevisionAsync(id, 2)).SheetRevision!.Value)
        );
    }

    private static async Task<Guid> DraftAsync(FilerVisit filer) =>
        FilerVisit.IdOf((await filer.SaveNewAsync("save", [FilerVisit.Licence])).ExpectOk());

    private static async Task<Page> UploadAsync(FilerVisit filer, Guid id, Upload file)
    {
        var page = (await filer.Client.GetAsync($"/filings/{id}/attachments")).ExpectOk();
        return await filer.Client.SubmitAsync(page, "#attachments-form", button: "save", files: [file]);
    }

    private static async Task<Page> SaveAsync(FilerVisit filer, Guid id, params (string Name, string? Value)[] changes) =>
        await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            changes.ToDictionary(c => c.Name, c => c.Value),
            "save"
        );

    /// <summary>Presses 上报 on its own page.</summary>
    private static async Task<Page> SendAsync(FilerVisit filer, Guid id, string? code = null)
    {
        var page = (await filer.Client.GetAsync($"/filings/{id}/submission")).ExpectOk();
        if (page.Document.QuerySelector("#submission-form") is null)
            return page;
        return await filer.Client.SubmitAsync(
            page,
            "#submission-form",
            code is null ? null : new Dictionary<string, string?> { [SheetWords.CodeControl] = code }
        );
    }

    private async Task<SiteClient> OfficerAsync(Guid id) =>
        await new Scene(Site, Data).OfficerAsync((await Site.QueryAsync(db => db.Filings.SingleAsync(f => f.Id == id, Stop))).AuthorityId);

    private async Task<Page> QueueAsync(SiteClient officer, Guid id)
    {
        var number = (await Site.QueryAsync(db => db.Filings.SingleAsync(f => f.Id == id, Stop))).Number;
        return (await officer.GetAsync($"/office/queue?q={number}")).ExpectOk().ExpectText(number);
    }

    private Task<Revision> RevisionAsync(Guid id, int number) =>
        Site.QueryAsync(db => db.Revisions.AsNoTracking().SingleAsync(r => r.FilingId == id && r.Number == number, Stop));

    private Task<Attachment> ScanAsync(Guid id) =>
        Site.QueryAsync(db => db.AttachmentsOf(id).AsNoTracking().SingleAsync(a => a.Code == "fForm", Stop));
}

public sealed class SignedSheetOnSqliteTests(SqliteSite site) : SignedSheetTests<SqliteSite>(site);

public sealed class SignedSheetOnPostgresTests(PostgresSite site) : SignedSheetTests<PostgresSite>(site);
