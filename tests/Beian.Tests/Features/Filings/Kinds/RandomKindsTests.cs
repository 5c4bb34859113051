using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Register;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings.Kinds;

/// <summary>Whatever is pressed in whatever order: an entry never has two open filings, and never loses its versions.</summary>
public abstract class RandomKindsTests<TSite> : SiteTests<TSite>
    where TSite : TestSite
{
    private const int Entries = 4;
    private const int Steps = 40;

    private static readonly string[] _starts = ["change", "reissue", "cancellation"];

    private readonly KindScene _scene;

    protected RandomKindsTests(TSite site)
        : base(site) => _scene = new(site, Data);

    [Fact]
    public async Task Acts_InAnyOrder_LeaveOneOpenFilingAtMostAndNoEntryWithoutAVersion()
    {
        var random = new Random(20261122);
        var all = new List<Entered>();
        for (var i = 0; i < Entries; i++)
            all.Add(await _scene.EnteredAsync());
        for (var step = 0; step < Steps; step++)
        {
            await ActAsync(random, all[random.Next(Entries)]);
            await CheckAsync(all);
        }
        // Something of everything happened.
        var kinds = await Site.QueryAsync(db => db.EntryVersions.Select(v => v.Kind).Distinct().ToListAsync(Stop));
        Assert.Equal(["change", "initial", "reissue"], kinds.Order(StringComparer.Ordinal));
        foreach (var one in all)
            one.Dispose();
    }

    private async Task ActAsync(Random random, Entered one)
    {
        var (entry, _) = await _scene.EntryAsync(one.Filing);
        var open = await Site.QueryAsync(db => db.OpenFilings.AsNoTracking().FirstOrDefaultAsync(f => f.EntryId == entry.PublicId, Stop));
        var filing = $"/filings/{entry.FilingId}";
        switch (random.Next(8))
        {
            case 0 when open is not null:
                await one.Filer.Client.SubmitAsync(await one.Filer.Client.GetAsync($"/filings/{open.Id}/withdrawal"), "#withdrawal-form");
                break;
            case 1 when random.Next(12) == 0:
                await KindScene.EndAsync(one, "revocation", "随机撤销");
                break;
            case < 4 when open is { State: FilingState.Submitted }:
                await DecideAsync(one, open.Id, random.Next(4) == 0 ? "rejection" : "approval");
                break;
            case < 7 when open is null && entry.State == EntryState.Valid:
                var kind = _starts[Math.Min(random.Next(12) / 5, _starts.Length - 1)];
                (string, string)[] answers =
                    kind == "change" ? [("zip", $"51{random.Next(10000):D4}")]
                    : kind == "reissue" ? [("lossNote", "遗失")]
                    : [("cancelReason", "不再经营")];
                await KindScene.SubmittedAsync(one with { Filing = entry.FilingId }, kind, answers);
                break;
            default:
                // Pressed twice at once, from a page that may be out of date.
                var token = (await one.Filer.Client.GetAsync("/account")).ValueOf("__RequestVerificationToken")!;
                await Task.WhenAll(PressAsync(one, $"{filing}/change", token), PressAsync(one, $"{filing}/change/reissue", token));
                break;
        }
    }

    private static async Task DecideAsync(Entered one, Guid filing, string act)
    {
        var page = await one.Officer.GetAsync($"/office/filings/{filing}");
        await one.Officer.SubmitAsync(page, $"form[action$={act}]", new Dictionary<string, string?> { ["rejectionReason"] = "随机不予" });
    }

    private async Task PressAsync(Entered one, string path, string token)
    {
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await one.Filer.Client.Http.PostAsync(new Uri(Site.Address, path), body, Stop);
        Assert.True((int)answer.StatusCode < 500, $"{answer.StatusCode} at {path}");
    }

    private async Task CheckAsync(List<Entered> all)
    {
        foreach (var one in all)
        {
            var (entry, versions) = await _scene.EntryAsync(one.Filing);
            Assert.Equal(Enumerable.Range(1, entry.Version), versions.Select(v => v.Version));
            Assert.Equal(versions[^1].FilingId, entry.FilingId);
            Assert.Equal(versions.Count, versions.Select(v => v.Number).Distinct().Count());
            Assert.Equal(entry.State == EntryState.Valid, entry.EndedAt is null);
            Assert.True(await Site.QueryAsync(db => db.OpenFilings.CountAsync(f => f.EntryId == entry.PublicId, Stop)) <= 1);
        }
    }
}

public sealed class RandomKindsOnSqliteTests(SqliteSite site) : RandomKindsTests<SqliteSite>(site);

public sealed class RandomKindsOnPostgresTests(PostgresSite site) : RandomKindsTests<PostgresSite>(site);
