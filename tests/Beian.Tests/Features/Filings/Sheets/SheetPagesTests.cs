using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Xunit;

namespace Beian.Tests.Features.Filings.Sheets;

/// <summary>Who prints what: the owner everything, the authority everything and is recorded, the public what is public.</summary>
public abstract class SheetPagesTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string Service = "/services/foreign-trade-operator";

    [Fact]
    public async Task Pdf_OfTheOwnersDraft_HoldsEveryValue()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf(await filer.SaveNewAsync());

        using var pdf = await PdfTools.GetAsync(filer.Client, $"/filings/{id}/sheets/front.pdf");

        var text = Ink(string.Concat(await pdf.LinesAsync()));
        string[] shown =
        [
            .. FilerVisit
                .Answers.Where(a =>
                    a.Key is not ("kind" or "regDate")
                    && !a.Key.EndsWith(".type", StringComparison.Ordinal)
                    && !a.Key.StartsWith("regCapital", StringComparison.Ordinal)
                )
                .Select(a => a.Value!),
            "2020年1月5日",
            "居民身份证",
            "5,000,000.00",
            "700,000.00",
            "人民币",
            (await filer.FilingAsync(id)).Number,
            "申请",
        ];
        Assert.All(shown, value => Assert.Contains(Ink(value), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signature_HasBothSidesAndAStampOfTheRevisionToBe()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf(await filer.SaveNewAsync());
        var number = (await filer.FilingAsync(id)).Number;

        using var pdf = await PdfTools.GetAsync(filer.Client, $"/filings/{id}/sheets/signature.pdf");

        var lines = await pdf.LinesAsync();
        Assert.Contains(lines, l => l.Contains("本对外贸易经营者作如下保证", StringComparison.Ordinal));
        foreach (var page in new[] { 1, 2 })
        {
            var stamp = SheetStamp.Parse((await PdfTools.ReadQrAsync(await pdf.PictureAsync(150, page))).Trim());
            Assert.Equal((number, 1), (stamp?.Number, stamp?.Revision));
            Assert.Equal(2, lines.Count(l => l.Contains(stamp!.Code, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Signature_AfterAnEdit_HasAnotherStamp_ButNotForWhatIsNotPrinted()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf(await filer.SaveNewAsync());

        var first = await CodeAsync(filer, id);
        await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, [], "save");
        Assert.Equal(first, await CodeAsync(filer, id));
        await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            [new("domicile", "北京市东城区样例街1号")],
            "save"
        );
        Assert.NotEqual(first, await CodeAsync(filer, id));
    }

    [Fact]
    public async Task Signature_AfterTheSubmission_HasTheStampItWasSignedWith()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf(await filer.SaveNewAsync());
        var signed = await CodeAsync(filer, id);
        Upload[] files = [FilerVisit.Licence, await filer.SheetAsync(id)];
        await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, [], "submit", files);
        Assert.Equal(FilingState.Submitted, (await filer.FilingAsync(id)).State);
        using var officer = await new Scene(Site, Data).OfficerAsync("A110000");

        Assert.Equal(signed, await CodeAsync(filer, id));
        (await officer.GetAsync($"/office/filings/{id}/sheets")).ExpectOk().ExpectText(signed!);
    }

    [Fact]
    public async Task Form_Print_SavesAndShowsTheSheet()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf(await filer.SaveNewAsync());

        var page = await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            [new("domicile", "北京市西城区样例街9号"), new("phone", "")],
            "print"
        );

        Assert.Equal($"/filings/{id}/sheets", page.Path);
        page.ExpectOk().ExpectText("北京市西城区样例街9号").ExpectText("还有 1 项需要填写或改正");
        Assert.Equal("北京市西城区样例街9号", await filer.AnswerAsync(id, "domicile"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/front.pdf")]
    [InlineData("/back.pdf")]
    [InlineData("/signature.pdf")]
    [InlineData("/%F0%A0%AE%B7%0D%0Aa.pdf")]
    public async Task Sheets_OfAnotherEnterprise_AreNotThere(string sheet)
    {
        var filing = await new Scene(Site, Data).SubmittedAsync();
        using var stranger = new FilerVisit(Site);
        await stranger.SignInAsync((await Data.EnterpriseAsync()).Id);
        using var officer = await new Scene(Site, Data).OfficerAsync(Scene.Hangzhou);

        (await stranger.Client.GetAsync($"/filings/{filing.Id}/sheets{sheet}")).Expect(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/filings/{filing.Id}/sheets{sheet}")).Expect(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/office/filings/{filing.Id}/sheets{sheet}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pdf_OfWhatIsPersonal_IsNeverCached()
    {
        var filing = await new Scene(Site, Data).SubmittedAsync();
        using var owner = new FilerVisit(Site);
        await owner.SignInAsync(filing.OwnerId!.Value);

        foreach (var path in new[] { "", "/front.pdf", "/signature.pdf" })
        {
            using var answer = await owner.Client.Http.GetAsync(new Uri($"/filings/{filing.Id}/sheets{path}", UriKind.Relative), Stop);
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Pdf_ForTheAuthorityInCharge_IsWholeAndRecorded_ForItsSuperiorMasked()
    {
        var filing = await new Scene(Site, Data).SubmittedAsync();
        using var officer = await new Scene(Site, Data).OfficerAsync(Scene.Guangzhou);
        using var superior = await new Scene(Site, Data).OfficerAsync(Scene.Guangdong);
        using var visit = new FilerVisit(Site);

        using var whole = await PdfTools.GetAsync(officer, $"/filings/{filing.Id}/sheets/front.pdf");
        Assert.Contains(await whole.LinesAsync(), l => l.Contains("E12345678", StringComparison.Ordinal));
        Assert.Single(await visit.EventsAsync(filing.Id), "PersonalAnswersRevealed");

        using var masked = await PdfTools.GetAsync(superior, $"/office/filings/{filing.Id}/sheets/front.pdf");
        Assert.DoesNotContain(await masked.LinesAsync(), l => l.Contains("E12345678", StringComparison.Ordinal));
        Assert.Single(await visit.EventsAsync(filing.Id), "PersonalAnswersRevealed");
        (await officer.GetAsync($"/office/filings/{filing.Id}/sheets")).ExpectOk().ExpectText("E******78");
    }

    [Fact]
    public async Task Pdf_ForTheAuthority_IsOfWhatWasSent()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            [new("domicile", "北京市东城区未上报街1号"), new("phone", "x")],
            "save"
        );
        using var officer = await new Scene(Site, Data).OfficerAsync("A110000");

        using var own = await PdfTools.GetAsync(filer.Client, $"/filings/{id}/sheets/front.pdf");
        using var theirs = await PdfTools.GetAsync(officer, $"/office/filings/{id}/sheets/signature.pdf");

        Assert.Contains(await own.LinesAsync(), l => l.Contains("未上报街", StringComparison.Ordinal));
        Assert.DoesNotContain(await theirs.LinesAsync(), l => l.Contains("未上报街", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sheets_AfterTheApproval_CarryTheNumbers_AndThePublicSeesNothingPersonal()
    {
        var scene = new Scene(Site, Data);
        var filing = await scene.SubmittedAsync(name: "测试核准贸易有限公司");
        using var owner = new FilerVisit(Site);
        await owner.SignInAsync(filing.OwnerId!.Value);
        using var before = await PdfTools.GetAsync(owner.Client, $"/filings/{filing.Id}/sheets/front.pdf");
        var code = "4401" + filing.SubjectCode[8..17];
        Assert.DoesNotContain(await before.LinesAsync(), l => l.Contains(code, StringComparison.Ordinal));

        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        await officer.SubmitAsync(
            await officer.GetAsync($"/office/filings/{filing.Id}"),
            "form[action$='/approval']",
            [new("operatorType", "limited"), new("remarks", "无进口商品分销业务")]
        );
        var number = (await owner.Client.GetAsync($"/filings/{filing.Id}")).ExpectOk().TextsOf("dd.number")[1];

        using var after = await PdfTools.GetAsync(owner.Client, $"/filings/{filing.Id}/sheets/front.pdf");
        var text = string.Concat(await after.LinesAsync());
        Assert.All(
            [number, code, "有限责任公司", "无进口商品分销业务", "E12345678"],
            t => Assert.Contains(t, text, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("申请", text, StringComparison.Ordinal);

        using var visitor = Site.NewClient();
        using var open = await PdfTools.GetAsync(visitor, $"/register/foreign-trade-operator/{number}/sheets/front.pdf");
        var publicText = string.Concat(await open.LinesAsync());
        var page = (await visitor.GetAsync($"/register/foreign-trade-operator/{number}/sheets")).ExpectOk();
        Assert.All(
            [number, code, "测试核准贸易有限公司", "公开信息", "E******78", "（不公开）"],
            t => Assert.Contains(t, publicText, StringComparison.Ordinal)
        );
        foreach (var secret in new[] { "E12345678", "020-81234567", "office@example.test", "测试人", "1,000,000", filing.Number })
        {
            Assert.DoesNotContain(secret, publicText, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pdf_OfNamesOf128RareCharacters_GoesOnInAnAnnex()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var name = string.Concat(Enumerable.Repeat("㛃龘镕喆", 32));
        var answers = FilerVisit.With(FilerVisit.Answers, ("nameZh", name), ("legalRepName", string.Concat(Enumerable.Repeat("堃", 32))));
        var id = FilerVisit.IdOf(
            await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, FilerVisit.Join(answers, filer.Account), "save")
        );

        using var pdf = await PdfTools.GetAsync(filer.Client, $"/filings/{id}/sheets/front.pdf");

        Assert.Contains(name, Ink(string.Concat(await pdf.LinesAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_CharacterNoFontHas_IsToldSoftlyAndSaved()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf(await filer.SaveNewAsync());

        var page = await filer.Client.SubmitAsync(
            await filer.OpenAsync(id),
            FilerVisit.FormSelector,
            [new("legalRepName", "张\U0002CEB0\U000F0000")],
            "save"
        );

        page.ExpectOk().ExpectText("暂时打印不出来");
        using var answer = await filer.Client.Http.PostAsync(
            new Uri($"/filings/{id}/check", UriKind.Relative),
            new FormUrlEncodedContent([new("kind", "enterprise"), new("legalRepName", "张\U000F0000")]),
            Stop
        );
        Assert.Contains("\"code\":\"unprintable\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private static async Task<string?> CodeAsync(FilerVisit filer, Guid id) =>
        (await filer.Client.GetAsync($"/filings/{id}/sheets")).ExpectOk().TextsOf("dd.number")[1][..9];

    private static string Ink(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

public sealed class SheetPagesOnSqliteTests(SqliteSite site) : SheetPagesTests<SqliteSite>(site);

public sealed class SheetPagesOnPostgresTests(PostgresSite site) : SheetPagesTests<PostgresSite>(site);
