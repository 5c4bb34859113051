using System.Net;
using System.Text.Json;
using Beian.Tests.Features.Filings.Kinds;
using Beian.Tests.Support;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Register;

/// <summary>The history of an entry in public: its versions, its state, and what held on a day.</summary>
public abstract class EntryHistoryTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private const string Register = "/register/foreign-trade-operator";

    private readonly KindScene _scene;

    protected EntryHistoryTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Get_ChangedAndCancelled_TellsWhatHeldOnEachDay()
    {
        using var one = await _scene.EnteredAsync(name: "旧名样例贸易有限公司");
        var change = await KindScene.SubmittedAsync(one, "change", ("zip", "510001"), ("nameZh", "新名样例贸易有限公司"));
        await KindScene.DecideAsync(one.Officer, change, "approval");
        var end = await KindScene.SubmittedAsync(one with { Filing = change }, "cancellation", ("cancelReason", "不再经营"));
        await KindScene.DecideAsync(one.Officer, end, "approval");
        var (entry, versions) = await _scene.EntryAsync(change);
        // Entered three years ago, changed a year ago, ended a month ago.
        await BackDateAsync(entry, versions, [1000, 400], 30);
        var (first, second) = (DayBefore(1000), DayBefore(400));
        using var visitor = Site.NewClient();

        var now = (await visitor.GetAsync($"{Register}/{entry.Number}")).ExpectOk();
        now.ExpectText("已注销").ExpectText("经营者申请注销。").ExpectText("新名样例贸易有限公司").ExpectText(versions[0].Number);
        (await visitor.GetAsync($"{Register}/{entry.Number}?on={second:yyyy-MM-dd}"))
            .ExpectOk()
            .ExpectText("当日的登记")
            .ExpectText("有效")
            .ExpectText("510001");
        var before = (await visitor.GetAsync($"{Register}/{entry.Number}?on={second.AddDays(-1):yyyy-MM-dd}")).ExpectOk();
        before.ExpectText("旧名样例贸易有限公司").ExpectText("510000");
        Assert.DoesNotContain("新名样例", before.Html, StringComparison.Ordinal);
        (await visitor.GetAsync($"{Register}/{entry.Number}?on={first.AddDays(-1):yyyy-MM-dd}")).ExpectOk().ExpectText("当日尚未登记");
        (await visitor.GetAsync($"{Register}/{entry.Number}?on=2024-02-30")).Expect(HttpStatusCode.UnprocessableEntity);
        (await visitor.GetAsync($"{Register}/{entry.Number}?on=2999-01-01")).ExpectText("只能查今天和以前的登记");
        foreach (var page in new[] { now, before })
        {
            Assert.DoesNotContain("E12345678", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("不再经营", page.Html, StringComparison.Ordinal);
        }

        // The old name, and the number of either sheet, lead to it; the list says that it ended.
        (await visitor.GetAsync($"{Register}?name={Uri.EscapeDataString("旧名样例")}"))
            .ExpectOk()
            .ExpectText("新名样例贸易有限公司")
            .ExpectText("已注销");
        foreach (var version in versions)
            Assert.EndsWith(
                $"{Register}/{entry.Number}",
                (await visitor.GetAsync($"{Register}/{version.Number}")).ExpectOk().Url.AbsolutePath,
                StringComparison.Ordinal
            );
        (await visitor.GetAsync($"{Register}?code={versions[1].Number}")).ExpectOk().ExpectText("新名样例贸易有限公司");
        var json = await ReadAsync(visitor, $"/api/v1{Register}/{versions[1].Number}?on={second.AddDays(-1):yyyy-MM-dd}");
        Assert.Equal(
            ("valid", 1, "510000"),
            (
                json.GetProperty("state").GetString(),
                json.GetProperty("version").GetInt32(),
                json.GetProperty("answers").GetProperty("zip").GetString()
            )
        );
        json = await ReadAsync(visitor, $"/api/v1{Register}/{entry.Number}");
        Assert.Equal(("cancelled", 2), (json.GetProperty("state").GetString(), json.GetProperty("versions").GetArrayLength()));
        Assert.Equal($"{DayBefore(30):yyyy-MM-dd}", json.GetProperty("stateSince").GetString());
        (await visitor.GetAsync($"/api/v1{Register}/{entry.Number}?on=nonsense")).Expect(HttpStatusCode.BadRequest);
        (await visitor.GetAsync($"/api/v1{Register}/{entry.Number}?on={first.AddDays(-1):yyyy-MM-dd}")).Expect(HttpStatusCode.NotFound);
    }

    private DateOnly DayBefore(int days) => Beian.Web.Web.ChinaTime.DateAt(Data.Now.AddDays(-days));

    private static async Task<JsonElement> ReadAsync(SiteClient visitor, string path) =>
        JsonDocument.Parse(await visitor.Http.GetStringAsync(new Uri(path, UriKind.Relative), Stop)).RootElement;

    private async Task BackDateAsync(RegisterEntry entry, List<EntryVersion> versions, int[] days, int ended)
    {
        for (var i = 0; i < versions.Count; i++)
        {
            var (id, at) = (versions[i].Id, Data.Now.AddDays(-days[i]));
            await Site.ExecuteAsync(db =>
                db.EntryVersions.Where(v => v.Id == id).ExecuteUpdateAsync(s => s.SetProperty(v => v.ApprovedAt, at), Stop)
            );
        }
        await Site.ExecuteAsync(db =>
            db.RegisterEntries.Where(e => e.Id == entry.Id)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(e => e.EndedAt, Data.Now.AddDays(-ended))
                            .SetProperty(e => e.FirstApprovedAt, Data.Now.AddDays(-days[0])),
                    Stop
                )
        );
    }
}

public sealed class EntryHistoryOnSqliteTests(SqliteSite site) : EntryHistoryTests<SqliteSite>(site);

public sealed class EntryHistoryOnPostgresTests(PostgresSite site) : EntryHistoryTests<PostgresSite>(site);
