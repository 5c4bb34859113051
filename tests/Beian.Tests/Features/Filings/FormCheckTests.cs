using System.Net.Http.Json;
using System.Text.Json;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Features.Filings;

/// <summary>What the form says of answers before they are sent: what applies and why, what is wrong, what was changed in the typing.</summary>
public abstract class FormCheckTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Check_WhileTyping_SaysWhatAppliesAndWhatIsWrong()
    {
        using var filer = new FilerVisit(Site);
        var answers = FilerVisit.With(FilerVisit.Answers, ("kind", "individual"), ("uscc", "91110108MA9900X1X1"));
        using var body = new FormUrlEncodedContent(answers!);
        using var answer = await filer.Client.Http.PostAsync(
            new Uri("/filings/new/check?service=foreign-trade-operator&route=uscc", UriKind.Relative),
            body,
            Stop
        );

        var check = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var relevant = check.GetProperty("relevant").EnumerateArray().Select(e => e.GetString()).ToList();
        Assert.Contains("blockII", relevant);
        Assert.DoesNotContain("blockI", relevant);
        Assert.Contains(check.GetProperty("problems").EnumerateArray(), p => p.GetProperty("code").GetString() == "uscc-check");
    }

    [Fact]
    public async Task Check_WhileTyping_SaysWhyAndWhatWasChanged()
    {
        using var filer = new FilerVisit(Site);
        var answers = FilerVisit.With(
            FilerVisit.Answers,
            ("kind", "individual"),
            ("nameEn", "Example Co．， Ltd．"),
            ("regCapital.amount", "0")
        );
        using var body = new FormUrlEncodedContent(answers!);
        using var answer = await filer.Client.Http.PostAsync(
            new Uri("/filings/new/check?service=foreign-trade-operator&route=uscc", UriKind.Relative),
            body,
            Stop
        );

        var check = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Contains(
            "经营者性质为“个体工商户”",
            check.GetProperty("why").GetProperty("principalName").GetString(),
            StringComparison.Ordinal
        );
        Assert.False(check.GetProperty("why").TryGetProperty("legalRepName", out _));
        var converted = check.GetProperty("converted").GetProperty("nameEn");
        Assert.Equal("Example Co., Ltd.", converted.GetProperty("value").GetString());
        Assert.Contains("， → ,", converted.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("91110108MA9900X1XQ", check.GetProperty("shown").GetProperty("regNo").GetString());
    }

    [Fact]
    public async Task Save_EnglishInFullWidth_IsConvertedAndSaid()
    {
        using var filer = new FilerVisit(Site);
        var form = (await filer.Client.GetAsync(FilerVisit.NewForm)).ExpectOk();
        var answers = FilerVisit.With(FilerVisit.Answers, ("nameEn", "Example Co．， Ltd．"));

        var saved = await filer.Client.SubmitAsync(form, FilerVisit.FormSelector, FilerVisit.Join(answers, filer.Account), "save");
        saved.ExpectOk().ExpectText("已将下列栏目的全角标点换成半角，请核对：经营者英文名称");
        var next = (await filer.Client.GetAsync(saved.LinkTo("下一步"))).ExpectOk();
        var again = await filer.Client.SubmitAsync(
            next,
            FilerVisit.FormSelector,
            new Dictionary<string, string?> { ["premisesEn"] = "Room 801，Beijing", ["phone"] = "1" },
            "save"
        );

        Assert.Equal("Example Co., Ltd.", next.ValueOf("nameEn"));
        Assert.StartsWith("已将全角标点换成半角", next.TextOf("[data-converted=nameEn]"), StringComparison.Ordinal);
        Assert.Equal("Room 801,Beijing", again.ExpectOk().ValueOf("premisesEn"));
        Assert.StartsWith("已将全角标点换成半角", again.TextOf("[data-converted=premisesEn]"), StringComparison.Ordinal);
        Assert.Equal("", again.TextOf("[data-converted=nameEn]"));
    }

    [Fact]
    public async Task Form_ConditionalField_SaysWhyWithoutScript()
    {
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());

        var form = await filer.OpenAsync(id);

        Assert.Contains("经营者性质为“依法办理工商登记的企业”", form.TextOf("[data-why=legalRepName] p"), StringComparison.Ordinal);
        Assert.Contains("备案登记方式为“统一社会信用代码”", form.TextOf("[data-why=uscc] p"), StringComparison.Ordinal);
        Assert.Contains("必填", form.TextOf("[data-why=regNo] p"), StringComparison.Ordinal);
        Assert.True(form.Element("[data-why=principalName]").HasAttribute("hidden"));
        var overview = (await filer.Client.GetAsync($"/filings/{id}")).ExpectOk();
        overview.ExpectText("已保存的内容").ExpectText("北京市海淀区样例路8号801室").ExpectText("110***********002X");
        Assert.DoesNotContain("11010519491231002X", overview.Html, StringComparison.Ordinal);
    }
}

public sealed class FormCheckOnSqliteTests(SqliteSite site) : FormCheckTests<SqliteSite>(site);

public sealed class FormCheckOnPostgresTests(PostgresSite site) : FormCheckTests<PostgresSite>(site);
