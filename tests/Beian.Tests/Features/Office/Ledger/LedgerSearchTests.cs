using Beian.Tests.Features.Office.Enterprises;
using Beian.Tests.Features.Register.Import;
using Beian.Tests.Support;
using Beian.Web.Authorities;
using Beian.Web.Catalogue;
using Beian.Web.Data;
using Beian.Web.Features.Office.Ledger;
using Beian.Web.Features.Register;
using Beian.Web.Features.Register.Search;
using Beian.Web.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Ledger;

/// <summary>A ledger narrowed down by a text looks at few entries and still has all that reading the whole of it finds.</summary>
public abstract class LedgerSearchTests<TSite>(TSite site) : OpeningScene<TSite>(site)
    where TSite : TestSite
{
    private const string Service = "foreign-trade-operator";

    [Fact]
    public async Task Narrow_ByNameOrCode_FindsWhatReadingAllOfItFinds()
    {
        var (valid, ended) = (Scene.NewUscc(), Scene.NewUscc());
        var (number, endedNumber) = (LegacyFile.NewNumber(), LegacyFile.NewNumber());
        using (var file = new LegacyFile())
        {
            file.Add(LegacyFile.Approved("台查甲进出口 Kunpeng (上海) 有限公司", valid, number));
            file.Add(LegacyFile.With(LegacyFile.Approved("台查乙KUNPENG贸易100%_有限公司", ended, endedNumber), "状态", "撤销"));
            file.Add(LegacyFile.With(LegacyFile.Approved($"台查丙{number}贸易有限公司"), "状态", "注销"));
            for (var i = 0; i < 5; i++)
                file.Add(LegacyFile.Approved($"台查丁{i}贸易有限公司", office: Scene.Shenzhen));
            await RunAsync(file.Write());
        }
        // Text, how many it finds, and how many of those hold.
        foreach (
            var (text, all, holding) in new[]
            {
                ("台查", 8, 6),
                ("查甲进", 1, 1),
                ("台查甲进出口 Kunpeng", 1, 1),
                ("Kunpeng", 1, 1),
                ("kunpeng", 0, 0),
                ("KUNPENG贸", 1, 0),
                ("100%_有", 1, 0),
                ("100__有", 0, 0),
                ("台查丁3贸易有限公司", 1, 1),
                ("台查戊", 0, 0),
                ("甲台查", 0, 0),
                (number, 2, 1),
                (endedNumber, 1, 0),
                (valid, 1, 1),
                (valid.ToLowerInvariant(), 1, 1),
                (valid[8..17], 1, 1),
                (valid[8..16] + "-" + valid[16], 1, 1),
                ("4401" + valid[8..17], 1, 1),
                (ended, 1, 0),
                (ended[8..17], 1, 0),
                ("4401" + ended[8..17], 1, 0),
                (valid[..17], 0, 0),
                ("台 查 甲 进 出 口 K u n p e n g", 0, 0),
            }
        )
        {
            var (count, candidates) = await FindAsync(text, "");
            Assert.Equal((text, all), (text, count));
            Assert.True(candidates is not null, $"{text}: every entry was looked at.");
            Assert.Equal((text, holding), (text, (await FindAsync(text, "valid")).Count));
            Assert.Equal(0, (await FindAsync(text, "", "A330100")).Count);
        }
        Assert.Equal(5, (await FindAsync("台查丁", "", Scene.Shenzhen)).Count);
    }

    [Fact]
    public async Task Candidates_OfARareName_AreFew_AndOfACommonOne_Everybody()
    {
        const string Place = "A441300";
        using (var file = new LegacyFile())
        {
            for (var i = 0; i <= EntryCandidates.Most; i++)
                file.Add(LegacyFile.Approved($"台多常见{i:D5}贸易有限公司", office: Place));
            await RunAsync(file.Write());
        }
        Assert.Equal(1, (await FindAsync("常见00077", "", Place)).Candidates);
        Assert.Equal(10, (await FindAsync("台多常见0007", "", Place)).Candidates);
        Assert.Equal((EntryCandidates.Most + 1, (int?)null), await FindAsync("台多常见", "", Place));

        using var officer = await Scenes.OfficerAsync(Place);
        var first = (await officer.GetAsync("/office/ledger?q=多常见")).ExpectOk().ExpectText("共 1000+ 条");
        var second = (await officer.GetAsync(first.LinkTo("下一页"))).ExpectOk();
        Assert.Equal(100, first.TextsOf("tbody th").Concat(second.TextsOf("tbody th")).Distinct().Count());
        var few = (await officer.GetAsync("/office/ledger?q=常见000")).ExpectOk().ExpectText("共 100 条");
        var rest = (await officer.GetAsync(few.LinkTo("下一页"))).ExpectOk();
        Assert.Equal("台多常见00049贸易有限公司", rest.TextsOf("tbody th")[0]);
        Assert.Equal(few.TextsOf("tbody th"), (await officer.GetAsync(rest.LinkTo("上一页"))).TextsOf("tbody th"));
        var done = await officer.UntilOverAsync(Site, await officer.ExportAsync("/office/ledger?q=常见000", "csv"));
        done.ExpectText("已完成，100 条");
    }

    /// <summary>How many entries the ledger has for a text, and how many were looked at: null where all were.</summary>
    private Task<(int Count, int? Candidates)> FindAsync(string text, string state, string authority = Scene.Ministry) =>
        Site.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var authorities = services.GetRequiredService<AuthorityTree>();
            var filter = new LedgerFilter(
                new QueryCollection(QueryHelpers.ParseQuery($"?service={Service}&state={state}&q={Uri.EscapeDataString(text)}")),
                new Jurisdiction(authorities[authority], authorities),
                [services.GetRequiredService<Catalogue>()[Service]],
                services.GetRequiredService<Texts>()
            );
            var ids = await services.GetRequiredService<EntryCandidates>().FindAsync([Service], filter.Text, wholes: true, Stop);
            var all = await filter.Narrow(db.RegisterEntries, null).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(Stop);
            var found = await filter.Narrow(db.RegisterEntries, ids).OrderBy(e => e.Id).Select(e => e.Id).ToListAsync(Stop);
            Assert.Equal(all, found);
            Assert.Equal(all.Count, await services.GetRequiredService<LedgerReader>().CountAsync(filter, int.MaxValue, Stop));
            return (all.Count, ids?.Length);
        });
}

public sealed class LedgerSearchOnSqliteTests(SqliteSite site) : LedgerSearchTests<SqliteSite>(site);

public sealed class LedgerSearchOnPostgresTests(PostgresSite site) : LedgerSearchTests<PostgresSite>(site);
