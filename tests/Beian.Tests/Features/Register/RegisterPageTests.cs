using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Beian.Bench;
using Beian.Tests.Support;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Register;

/// <summary>A register with 300 synthetic entries.</summary>
public sealed class RegisterOnSqlite : SqliteSite, IRegisterSite;

/// <summary>The same on PostgreSQL.</summary>
public sealed class RegisterOnPostgres : PostgresSite, IRegisterSite;

public interface IRegisterSite;

public abstract partial class RegisterPageTests<TSite>(TSite site) : SiteTests<TSite>(site), IAsyncLifetime
    where TSite : TestSite, IRegisterSite
{
    private const string Register = "/register/foreign-trade-operator";
    private const string Api = "/api/v1/register/foreign-trade-operator";
    private const int Entries = 300;

    private SiteClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        // Not in the field's own place: that runs before the base class can skip the test.
        _client = Site.NewClient();
        var database = Site.Services.GetRequiredService<Database>();
        await using var connection = database.Connect();
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM register_entries";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(Stop), System.Globalization.CultureInfo.InvariantCulture) == 0)
            await new RegisterLoader(
                database,
                Site.Services.GetRequiredService<Catalogue>()["foreign-trade-operator"],
                "A110000"
            ).LoadAsync(Entries, Stop);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Get_NothingAsked_ExplainsAndListsNobody()
    {
        var page = (await _client.GetAsync(Register)).ExpectOk();
        page.ExpectText("请输入代码或名称");
        Assert.Empty(page.TextsOf("tbody tr"));
    }

    [Fact]
    public async Task Get_PartOfName_ListsIt()
    {
        var entry = SyntheticEntry.At(42);
        var page = (await _client.GetAsync($"{Register}?name={Uri.EscapeDataString(entry.Brand)}")).ExpectOk();
        Assert.Contains(page.TextsOf("tbody tr"), r => r.Contains(entry.Name, StringComparison.Ordinal));
        Assert.Equal(entry.Brand, page.ValueOf("name"));
    }

    [Theory]
    [InlineData("code", "{0}")]
    [InlineData("code", " {0} ")]
    [InlineData("name", "{0}")]
    public async Task Get_Code_ListsItsEntryOnly(string box, string form)
    {
        var entry = SyntheticEntry.At(77);
        foreach (
            var code in new[]
            {
                entry.Code,
                entry.Uscc,
                entry.Number,
                entry.Uscc.ToLowerInvariant(),
                Wide(entry.Uscc),
                entry.Uscc.Insert(8, "-"),
            }
        )
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, code);
            var page = (await _client.GetAsync($"{Register}?{box}={Uri.EscapeDataString(text)}")).ExpectOk();
            Assert.Contains(entry.Name, Assert.Single(page.TextsOf("tbody tr")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Pages_ShowEveryEntryOnce()
    {
        var seen = new List<string>();
        for (var path = $"{Register}?name={Uri.EscapeDataString("有限公司")}"; path is not null; )
        {
            var page = (await _client.GetAsync(path)).ExpectOk();
            page.ExpectText($"共 {Entries} 条");
            seen.AddRange(page.TextsOf("tbody th a"));
            path = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(Enumerable.Range(0, Entries).Reverse().Select(i => SyntheticEntry.At(i).Name), seen);
    }

    [Fact]
    public async Task Get_ListOrEntry_HoldsNothingPersonal()
    {
        var entry = SyntheticEntry.At(5);
        foreach (var path in new[] { $"{Register}?name=co", $"{Register}/{entry.Number}", $"{Api}?name=co", $"{Api}/{entry.Number}" })
        {
            var page = (await _client.GetAsync(path)).ExpectOk();
            Assert.DoesNotMatch(Personal(), page.Html);
        }
    }

    [Fact]
    public async Task Get_Entry_ShowsThePublicFields()
    {
        var entry = SyntheticEntry.At(5);
        var page = (await _client.GetAsync($"{Register}/{entry.Number}")).ExpectOk();
        foreach (var text in new[] { entry.Name, entry.NameEn, entry.Uscc, entry.Code, entry.Number, "有效", "北京市商务局" })
            page.ExpectText(text);
    }

    [Fact]
    public async Task Get_Search_SpeaksInThePacksWords()
    {
        var page = (await _client.GetAsync(Register)).ExpectOk();

        Assert.Equal("经营者信息查询", page.Element("h1").TextContent);
        Assert.Equal("进出口企业代码、统一社会信用代码、组织机构代码或备案登记表编号", page.Element("label[for=code]").TextContent);
    }

    [Theory]
    [InlineData("/register/no-such-service")]
    [InlineData("/register/no-such-service/00000001")]
    [InlineData("/register/foreign-trade-operator/99999999")]
    [InlineData("/register/foreign-trade-operator/%27%20OR%201=1--")]
    [InlineData("/api/v1/register/no-such-service?name=a")]
    [InlineData("/api/v1/register/foreign-trade-operator/99999999")]
    [InlineData("/api/v1/no-such-thing")]
    public async Task Get_Unknown_Is404(string path) => (await _client.GetAsync(path)).Expect(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("code=%E5%85%AC%E5%8F%B8", "code")]
    [InlineData("code=%27%3B--", "code")]
    [InlineData("name=a+b+c+d+e+f+g+h+i+j+k", "name")]
    [InlineData("name=a&before=x", "before")]
    [InlineData("name=a&before=-1", "before")]
    [InlineData("name=a&before=99999999999999999999", "before")]
    public async Task Get_BadInput_SaysWhatIsWrong(string query, string parameter)
    {
        var page = (await _client.GetAsync($"{Register}?{query}")).Expect(HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.TextsOf(".error-summary li"));
        using var problem = JsonDocument.Parse((await _client.GetAsync($"{Api}?{query}")).Expect(HttpStatusCode.BadRequest).Html);
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
    }

    [Fact]
    public async Task Get_VeryLongName_IsRefusedAndKept()
    {
        var name = new string('公', 201);
        var page = (await _client.GetAsync($"{Register}?name={Uri.EscapeDataString(name)}")).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(name, page.ValueOf("name"));
    }

    [Theory]
    [InlineData("name=%00")]
    [InlineData("name=%ED%A0%80")]
    [InlineData("name=%E2%80%8B")]
    [InlineData("name=%25_%27%22%5C")]
    [InlineData("name=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("name=a&name=b&code=")]
    public async Task Get_OddInput_IsAnswered(string query)
    {
        var page = (await _client.GetAsync($"{Register}?{query}")).ExpectOk();
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task GetApi_Search_EqualsThePage()
    {
        using var json = JsonDocument.Parse((await _client.GetAsync($"{Api}?name=trading")).ExpectOk().Html);
        var page = await _client.GetAsync($"{Register}?name=trading");
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(page.TextsOf("tbody th a"), items.Select(i => i.GetProperty("answers").GetProperty("nameZh").GetString()));
        page.ExpectText($"共 {json.RootElement.GetProperty("total")} 条");
        Assert.False(json.RootElement.GetProperty("totalIsCapped").GetBoolean());

        using var entry = JsonDocument.Parse((await _client.GetAsync($"{Api}/{items[0].GetProperty("number")}")).ExpectOk().Html);
        Assert.Equal(items[0].GetProperty("number").GetString(), entry.RootElement.GetProperty("number").GetString());
        Assert.Equal(items[0].GetProperty("authority").ToString(), entry.RootElement.GetProperty("authority").ToString());
    }

    [Fact]
    public async Task GetApi_NothingAsked_IsABadRequest() => (await _client.GetAsync(Api)).Expect(HttpStatusCode.BadRequest);

    [Fact]
    public async Task GetOpenApi_EveryPath_IsServed()
    {
        using var description = JsonDocument.Parse((await _client.GetAsync("/openapi/v1.json")).ExpectOk().Html);
        foreach (var path in description.RootElement.GetProperty("paths").EnumerateObject())
        {
            var address = path
                .Name.Replace("{service}", "foreign-trade-operator", StringComparison.Ordinal)
                .Replace("{code}", "440000", StringComparison.Ordinal)
                .Replace("{entry}", SyntheticEntry.At(1).Number, StringComparison.Ordinal);
            (await _client.GetAsync(address + "?name=a")).ExpectOk();
        }
    }

    [Fact]
    public async Task Get_English_SpeaksEnglish()
    {
        var page = (await _client.GetAsync($"/language?to=en&back={Uri.EscapeDataString(Register + "?name=trading")}")).ExpectOk();
        page.ExpectText("newest first");
        page.ExpectText("Filing authority");
    }

    private static string Wide(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));

    /// <summary>Numbers of identity cards, mobile numbers, e-mail addresses.</summary>
    [GeneratedRegex(
        @"(?<!\d)[1-9]\d{5}(19|20)\d{9}[\dX](?![\dA-Z])|(?<!\d)1[3-9]\d{9}(?!\d)|[\w.+-]+@[\w-]+\.\w+|legalRep|mobile|email",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Personal();
}

public sealed class RegisterPageOnSqliteTests(RegisterOnSqlite site) : RegisterPageTests<RegisterOnSqlite>(site);

public sealed class RegisterPageOnPostgresTests(RegisterOnPostgres site) : RegisterPageTests<RegisterOnPostgres>(site);
