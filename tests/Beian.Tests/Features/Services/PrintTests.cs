using System.Net;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Features.Services;

/// <summary>打印登记表 by its number, and the blank sheets for everybody.</summary>
public abstract class PrintTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string Service = "/services/foreign-trade-operator";

    [Fact]
    public async Task Print_ByNumber_LeadsEachToWhatIsTheirs()
    {
        var scene = new Scene(Site, Data);
        var filing = await scene.SubmittedAsync();
        using var owner = new FilerVisit(Site);
        await owner.SignInAsync(filing.OwnerId!.Value);
        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        using var elsewhere = await scene.OfficerAsync(Scene.Hangzhou);
        using var visitor = Site.NewClient();
        string Ask(string number) => $"{Service}/print?number={Uri.EscapeDataString(number)}";

        Assert.Equal($"/filings/{filing.Id}/sheets", (await owner.Client.GetAsync(Ask($" {filing.Number} "))).ExpectOk().Path);
        Assert.Equal($"/office/filings/{filing.Id}/sheets", (await officer.GetAsync(Ask(filing.Number))).ExpectOk().Path);
        var unknown = await visitor.GetAsync(Ask("0000000000000000"));
        foreach (var one in new[] { await visitor.GetAsync(Ask(filing.Number)), await elsewhere.GetAsync(Ask(filing.Number)) })
        {
            Assert.Equal(HttpStatusCode.NotFound, one.Status);
            Assert.Equal(unknown.TextOf(".error-summary"), one.TextOf(".error-summary"));
        }

        await officer.SubmitAsync(
            await officer.GetAsync($"/office/filings/{filing.Id}"),
            "form[action$='/approval']",
            [new("operatorType", "limited")]
        );
        var number = (await owner.Client.GetAsync($"/filings/{filing.Id}")).ExpectOk().TextsOf("dd.number")[1];
        Assert.Equal($"/filings/{filing.Id}/sheets", (await owner.Client.GetAsync(Ask(number))).ExpectOk().Path);
        Assert.Equal($"/office/filings/{filing.Id}/sheets", (await officer.GetAsync(Ask(number))).ExpectOk().Path);
        foreach (var client in new[] { visitor, elsewhere })
            Assert.Equal($"/register/foreign-trade-operator/{number}/sheets", (await client.GetAsync(Ask(number))).ExpectOk().Path);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    [InlineData("%20", HttpStatusCode.UnprocessableEntity)]
    [InlineData("abc", HttpStatusCode.NotFound)]
    [InlineData("%ED%A0%80", HttpStatusCode.NotFound)]
    [InlineData("%00", HttpStatusCode.UnprocessableEntity)]
    public async Task Print_OddNumber_IsToldBesideTheBox(string number, HttpStatusCode status)
    {
        using var visitor = Site.NewClient();

        var page = (await visitor.GetAsync($"{Service}/print?number={number}")).Expect(status);

        Assert.NotEmpty(page.TextsOf(".error-summary li"));
        Assert.Equal("true", page.Element("#number").GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Blank_ForEverybody_HasTheQuestionsAndNoPageMore()
    {
        using var visitor = Site.NewClient();
        var home = (await visitor.GetAsync(Service)).ExpectOk();
        Assert.Equal($"{Service}/blank", home.LinkTo("空白表下载"));

        using var front = await PdfTools.GetAsync(visitor, $"{Service}/blank/front.pdf");
        using var back = await PdfTools.GetAsync(visitor, $"{Service}/blank/back.pdf");

        Assert.Contains("经营者中文名称", string.Concat(await front.LinesAsync()), StringComparison.Ordinal);
        Assert.Contains("将承担一切法律责任", string.Concat(await back.LinesAsync()), StringComparison.Ordinal);
        foreach (var pdf in new[] { front, back })
            Assert.Matches(@"Pages:\s+1\n", await PdfTools.RunAsync("pdfinfo", pdf.Path));
        (await visitor.GetAsync($"{Service}/blank/side.pdf")).Expect(HttpStatusCode.NotFound);
        (await visitor.GetAsync($"{Service}/blank")).ExpectOk().ExpectText("填表前请认真阅读背面的条款");
    }
}

public sealed class PrintOnSqliteTests(SqliteSite site) : PrintTests<SqliteSite>(site);

public sealed class PrintOnPostgresTests(PostgresSite site) : PrintTests<PostgresSite>(site);
