using System.Net;
using System.Text;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Web;
using Xunit;

namespace Beian.Tests.Features.Office;

/// <summary>Central parities: an authority enters them, amounts of filers follow.</summary>
public abstract class ParitiesTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Enter_ThenSave_FillsInTheWorthOnceAndAsksAboutAnother()
    {
        using var officer = await new Scene(Site, Data).OfficerAsync("A440000");
        var today = ChinaTime.DateAt(Data.Now);
        (await EnterAsync(officer, $"日期,USD/CNY,MNT/CNY\n{today:yyyy-MM-dd},7.0,0.0021\n")).ExpectOk().ExpectText("已录入 1 天");

        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await SaveAsync(filer, await FormAsync(filer), "")).ExpectOk());
        Assert.Equal("300", await filer.AnswerAsync(id, "regCapital.usd"));
        (await filer.OpenAsync(id)).ExpectText("折美元");

        // Kept as it was, whatever the parity is later.
        (await EnterAsync(officer, $"日期,USD/CNY,MNT/CNY\n{today:yyyy-MM-dd},7.0,0.0042\n")).ExpectOk();
        (await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, button: "save")).ExpectOk();
        Assert.Equal("300", await filer.AnswerAsync(id, "regCapital.usd"));
        (await filer.OpenAsync(id)).ExpectText("相差超过 2%").ExpectText("600");
    }

    [Fact]
    public async Task Enter_AWrongTable_TellsTheLinesAndTakesNothing()
    {
        using var officer = await new Scene(Site, Data).OfficerAsync("A440000");

        var page = await EnterAsync(officer, "日期,USD/CNY,XAF/CNY\n2020-01-01,7.0,0.01\n2020-01-02,viel,0.01\n");

        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText("第 3 行：USD/CNY 的“viel”不是正数");
        (await EnterAsync(officer, null)).Expect(HttpStatusCode.UnprocessableEntity).ExpectText("请选择中间价表文件");
        Assert.DoesNotContain("2020-01-01", (await officer.GetAsync("/office/parities")).ExpectOk().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_ByACity_IsNotThere()
    {
        using var officer = await new Scene(Site, Data).OfficerAsync("A440100");
        var page = (await officer.GetAsync("/office/parities")).ExpectOk();
        Assert.Null(page.Document.QuerySelector("#parities-form"));

        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", page.ValueOf("__RequestVerificationToken")!),
        ]);
        using var answer = await officer.Http.PostAsync(new Uri("/office/parities", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<Page> EnterAsync(SiteClient officer, string? table) =>
        await officer.SubmitAsync(
            (await officer.GetAsync("/office/parities")).ExpectOk(),
            "#parities-form",
            files: table is null ? null : [new Upload("table", "中间价.csv", Encoding.UTF8.GetBytes(table))]
        );

    private static async Task<Page> FormAsync(FilerVisit filer) => (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();

    /// <summary>Saves a form with a million tugrik, a currency no other test rates.</summary>
    private static Task<Page> SaveAsync(FilerVisit filer, Page form, string usd) =>
        filer.Client.SubmitAsync(
            form,
            FilerVisit.FormSelector,
            FilerVisit.With(
                FilerVisit.Join(FilerVisit.Answers, filer.Account),
                ("regCapital.amount", "1000000"),
                ("regCapital.currency", "MNT"),
                ("regCapital.usd", usd)
            ),
            "save"
        );
}

public sealed class ParitiesOnSqliteTests(SqliteSite site) : ParitiesTests<SqliteSite>(site);

public sealed class ParitiesOnPostgresTests(PostgresSite site) : ParitiesTests<PostgresSite>(site);
