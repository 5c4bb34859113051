using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Xunit;

namespace Beian.Tests.Features.Filings;

/// <summary>A code that has a valid entry already: the filer is told so, and nothing else.</summary>
public abstract class EnteredCodeTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    private const string Holder = "已有登记测试有限公司";
    private const string Said = "该代码已有有效备案，不能重复备案";

    [Fact]
    public async Task Start_WithTheCode_StopsAndRevealsNothingElse()
    {
        var code = await EnterAsync();
        using var visitor = Site.NewClient();
        var start = (await visitor.GetAsync("/services/foreign-trade-operator/start?q=北京")).ExpectOk();

        var page = await visitor.SubmitAsync(
            start,
            "#start-form",
            new Dictionary<string, string?>
            {
                ["authority"] = "A110000",
                ["route"] = "uscc",
                ["code"] = code.ToLowerInvariant(),
            }
        );

        page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText(Said).ExpectText("登录应用");
        RevealsNothing(page);
    }

    [Fact]
    public async Task SaveAndSubmit_WithTheCode_KeepTheDraftAndSaySo()
    {
        var answers = FilerVisit.With(FilerVisit.Answers, ("uscc", await EnterAsync()));
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var saved = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, FilerVisit.Join(answers, filer.Account), "save");
        var id = FilerVisit.IdOf(saved.ExpectOk().ExpectText("保存成功"));
        var open = (await filer.OpenAsync(id)).ExpectText(Said);
        RevealsNothing(open);

        var page = await filer.Client.SubmitAsync(open, FilerVisit.FormSelector, button: "submit", files: [FilerVisit.Licence]);

        RevealsNothing(page.Expect(HttpStatusCode.UnprocessableEntity).ExpectText(Said).ExpectText("尚未上报"));
        Assert.Equal(FilingState.Draft, (await filer.FilingAsync(id)).State);
    }

    private static void RevealsNothing(Page page) => Assert.DoesNotContain(Holder, page.Html, StringComparison.Ordinal);

    private async Task<string> EnterAsync()
    {
        var (scene, code) = (new Scene(Site, Data), Scene.NewUscc());
        var filing = await scene.SubmittedAsync(Scene.Guangzhou, code, Holder);
        using var officer = await scene.OfficerAsync(Scene.Guangzhou);
        var page = (await officer.GetAsync($"/office/filings/{filing.Id}")).ExpectOk();
        var type = new Dictionary<string, string?> { ["operatorType"] = "limited" };
        (await officer.SubmitAsync(page, "form[action$=approval]", type)).ExpectOk();
        return code;
    }
}

public sealed class EnteredCodeOnSqliteTests(SqliteSite site) : EnteredCodeTests<SqliteSite>(site);

public sealed class EnteredCodeOnPostgresTests(PostgresSite site) : EnteredCodeTests<PostgresSite>(site);
