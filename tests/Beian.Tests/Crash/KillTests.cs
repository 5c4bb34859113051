using System.Diagnostics;
using Beian.Tests.Support;
using Beian.Web.Audit;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Hosting;
using Beian.Web.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Crash;

/// <summary>kill -9 in a storm of 保存 and 上报: every write the site acknowledged is there afterwards, and the audit trail holds.</summary>
public abstract class KillTests
{
    private const int Kills = 20;
    private const int Filers = 4;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kill_TwentyTimesInAStorm_LosesNoAcknowledgedWrite()
    {
        var folder = new DataFolder(Templates.NewFolder());
        var settings = await PrepareAsync();
        await using var program = new SiteProcess(folder.Root, settings);
        await using var inspector = ServeCommand.Build(folder, settings, TimeProvider.System); // reads only; is never started
        var filers = Enumerable.Range(0, Filers).Select(_ => new StormyFiler(program.Address)).ToList();
        var random = new Random(20261121);

        for (var kill = 1; kill <= Kills; kill++)
        {
            await program.StartAsync();
            var storm = filers.ConvertAll(f => Task.Run(f.RunAsync, Stop));
            await StormAsync(filers, random.Next(3, 16));
            await Task.Delay(random.Next(50), Stop);
            await program.KillAsync();
            await Task.WhenAll(storm);
            await CheckAsync(inspector, filers, $"after kill {kill}");
        }

        await program.StartAsync();
        Assert.Equal(0, await program.TerminateAsync(TimeSpan.FromSeconds(20)));
        await CheckAsync(inspector, filers, "at the end");
        var (code, text) = await program.RunAsync("audit", "verify");
        Assert.True(code == 0, text);
        Assert.Contains("，0 条未封存", text, StringComparison.Ordinal);
        var all = filers.SelectMany(f => f.Filings.Values).ToList();
        var (saves, sent) = (all.Sum(a => a.Saves), all.Count(a => a.Submitted));
        Assert.True(saves > 100 && sent > 10, $"Only {saves} saves and {sent} submissions.");

        filers.ForEach(f => f.Dispose());
        await CleanUpAsync(folder, settings);
        Directory.Delete(folder.Root, recursive: true);
    }

    /// <summary>The settings of a database that flushes.</summary>
    protected abstract Task<Dictionary<string, string?>> PrepareAsync();

    protected abstract Task CleanUpAsync(DataFolder folder, Dictionary<string, string?> settings);

    /// <summary>Lets the storm blow until so many more writes are acknowledged: the site, just started, is in the middle of others then.</summary>
    private static async Task StormAsync(IReadOnlyList<StormyFiler> filers, int writes)
    {
        var enough = filers.Sum(f => f.Writes) + writes;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(10, Stop))
            if (filers.Sum(f => f.Writes) >= enough)
                return;
        Assert.Fail($"No storm: {string.Join("; ", filers.SelectMany(f => f.Refusals))}");
    }

    private static async Task CheckAsync(WebApplication inspector, IReadOnlyList<StormyFiler> filers, string when)
    {
        Assert.Empty(filers.SelectMany(f => f.Refusals));
        await using var scope = inspector.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var filings = await db.Filings.AsNoTracking().ToDictionaryAsync(f => f.Id, Stop);
        var events = (await db.Events.AsNoTracking().Select(e => new { e.SubjectId, e.Kind }).ToListAsync(Stop)).ToLookup(
            e => e.SubjectId,
            e => e.Kind
        );
        var mails = await db.Outbox.Where(m => m.Template == "filing-submitted").Select(m => m.SubjectId).ToListAsync(Stop);
        var revisions = await db.Revisions.Select(r => r.FilingId).ToListAsync(Stop);
        foreach (var (id, acknowledged) in filers.SelectMany(f => f.Filings))
        {
            Assert.True(filings.TryGetValue(id, out var filing), $"Filing {id} is lost {when}.");
            Assert.True(MarkOf(inspector, filing) >= acknowledged.LastMark, $"A save of filing {id} is lost {when}.");
            Assert.True(events[id].Count(k => k == "FilingSaved") >= acknowledged.Saves, $"An event of filing {id} is lost {when}.");
            Assert.NotNull(filing.OwnerId);
            if (!acknowledged.Submitted)
                continue;
            Assert.Equal(FilingState.Submitted, filing.State);
            Assert.Contains("FilingSubmitted", events[id]);
            Assert.Contains(id, mails);
            Assert.Contains(id, revisions);
        }
        await CheckFilesAsync(inspector, db, when);
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(Stop);
        Assert.True(report.IsGood, $"{when}: {string.Join("; ", report.Faults.Select(f => f.En))}");
    }

    private static int MarkOf(WebApplication inspector, Filing filing)
    {
        var vault = inspector.Services.GetRequiredService<Vault>();
        return StormyFiler.MarkIn(SealedAnswers.Open(filing.Answers, filing.PersonalAnswers, filing.SubjectKey, vault)["domicile"]!);
    }

    private static async Task CheckFilesAsync(WebApplication inspector, AppDb db, string when)
    {
        var files = inspector.Services.GetRequiredService<FileStore>();
        foreach (var sha256 in await db.Attachments.Select(a => a.Sha256).Distinct().ToListAsync(Stop))
        {
            using var copy = new MemoryStream();
            await files.ReadAsync(sha256, copy, Stop);
            Assert.True(copy.Length > 0, $"An attachment is lost {when}.");
        }
    }
}

public sealed class KillOnSqliteTests : KillTests
{
    protected override Task<Dictionary<string, string?>> PrepareAsync() => Task.FromResult(new Dictionary<string, string?>());

    protected override async Task CleanUpAsync(DataFolder folder, Dictionary<string, string?> settings)
    {
        await using var pool = new SqliteConnection(Database.File(folder.Database).Connection);
        SqliteConnection.ClearPool(pool);
    }
}

public sealed class KillOnPostgresTests : KillTests
{
    protected override async Task<Dictionary<string, string?>> PrepareAsync()
    {
        if (TestSettings.DurablePostgres is null)
            Assert.Skip("BEIAN_TEST_POSTGRES_DURABLE is not set: no PostgreSQL that flushes to test on.");
        return Templates.PostgresSettings(await Templates.NewPostgresAsync(TestSettings.DurablePostgres));
    }

    protected override Task CleanUpAsync(DataFolder folder, Dictionary<string, string?> settings) =>
        Templates.DropPostgresAsync(settings["Database:Connection"]!);
}
