using Beian.Tests.Support;
using Beian.Web.Audit;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Audit;

public abstract class AuditTests
{
    private const string Copy = """
        INSERT INTO events (id, process_id, process_name, kind, subject_kind, subject_id, actor_id, actor_name, address, at, data)
        SELECT -1, process_id, process_name, kind, subject_kind, subject_id, actor_id, actor_name, address, at, data FROM events WHERE id = 1
        """;

    private const string CutEnd = "DELETE FROM audit_members WHERE seal_number = 3; DELETE FROM audit_seals WHERE number = 3";

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_UntouchedTrail_FindsNothing()
    {
        await using var site = await ThreeSealsAsync();
        await RecordAsync(site, "Unsealed");
        var report = await VerifyAsync(site);
        Assert.Empty(report.Faults);
        Assert.Equal((3L, 1L), (report.SealedTo, report.Unsealed));
    }

    [Theory]
    [InlineData("UPDATE events SET actor_name = '别人' WHERE id = 5", "Event 5 was changed (seal 2)")]
    [InlineData("UPDATE events SET address = '' WHERE id = 5", "Event 5 was changed (seal 2)")]
    [InlineData("UPDATE events SET kind = CASE id WHEN 4 THEN 'K5' ELSE 'K4' END WHERE id IN (4, 5)", "Event 4 was changed (seal 2)")]
    [InlineData("DELETE FROM audit_members WHERE event_id = 5; DELETE FROM events WHERE id = 5", "Seal 2 has 2 events instead of 3")]
    [InlineData("DELETE FROM audit_members WHERE event_id = 5", "Seal 2 has 2 events instead of 3")]
    [InlineData(Copy + "; INSERT INTO audit_members VALUES (-1, 2, 'x')", "Seal 2 has 4 events instead of 3")]
    [InlineData(
        "UPDATE audit_members SET seal_number = CASE event_id WHEN 3 THEN 2 ELSE 1 END WHERE event_id IN (3, 4)",
        "Seal 1 does not fit its hash"
    )]
    [InlineData("UPDATE audit_seals SET sha256 = 'x' WHERE number = 2", "Seal 3 does not follow the one before it")]
    [InlineData("UPDATE audit_seals SET signature = 'eA==' WHERE number = 2", "Seal 2 is not signed by a key of this installation")]
    [InlineData("UPDATE audit_seals SET key_id = 'other' WHERE number = 2", "Seal 2 is not signed by a key of this installation")]
    [InlineData(
        "DELETE FROM audit_members WHERE seal_number = 2; DELETE FROM audit_seals WHERE number = 2",
        "Seal 2 is missing (the next is 3)"
    )]
    [InlineData(CutEnd + "; DELETE FROM events WHERE id > 6", "Seal 3 was exported but is not in the database")]
    [InlineData(CutEnd, "Seal 3 was exported but is not in the database")]
    public async Task Verify_TamperedDatabase_SaysWhatAndWhere(string sql, string fault)
    {
        await using var site = await ThreeSealsAsync();
        await site.ExecuteAsync(db => db.Database.ExecuteSqlRawAsync(sql, Stop));
        Assert.Contains(fault, (await VerifyAsync(site)).Faults.Select(f => f.En));
    }

    [Fact]
    public async Task Verify_EventInsertedLater_IsFoundSealedOrNot()
    {
        await using var site = await ThreeSealsAsync();
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.ExecuteAsync(db => db.Database.ExecuteSqlRawAsync(Copy, Stop));
        Assert.Contains("Event -1 was inserted later, or", Assert.Single((await VerifyAsync(site)).Faults).En, StringComparison.Ordinal);
        await SealAsync(site, NewSealer(site)); // one just started looks at all events
        Assert.Contains("Event -1 was inserted later (seal 4)", (await VerifyAsync(site)).Faults.Select(f => f.En));
    }

    [Fact]
    public async Task Verify_WholeChainMadeAnewWithAnotherKey_IsFound()
    {
        await using var site = await ThreeSealsAsync();
        const string sql = "UPDATE events SET actor_name = '别人' WHERE id = 5; DELETE FROM audit_members; DELETE FROM audit_seals";
        await site.ExecuteAsync(db => db.Database.ExecuteSqlRawAsync(sql, Stop));
        var elsewhere = Templates.NewFolder();
        using (var key = AuditKey.Open(elsewhere))
            await SealAsync(site, NewSealer(site, key));
        Directory.Delete(elsewhere, recursive: true);
        var faults = (await VerifyAsync(site)).Faults.Select(f => f.En).ToList();
        Assert.Contains("Seal 1 is not signed by a key of this installation", faults);
        Assert.Contains("Seal 1 differs from its exported hash", faults);
    }

    [Fact]
    public async Task Verify_EndCutOffAndSealedAgain_DiffersFromTheExportedHead()
    {
        await using var site = await ThreeSealsAsync();
        await site.ExecuteAsync(db => db.Database.ExecuteSqlRawAsync(CutEnd, Stop));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await SealAsync(site, NewSealer(site));
        Assert.Contains("Seal 3 differs from its exported hash", (await VerifyAsync(site)).Faults.Select(f => f.En));
    }

    [Fact]
    public async Task Verify_RetiredKeyWithItsPublicHalfLeft_StaysGood()
    {
        await using var site = await ThreeSealsAsync();
        File.Delete(Path.Combine(site.Folder.Root, "keys", "audit.key"));
        await site.StopAsync();
        await site.StartAsync();
        await RecordAsync(site, "UnderTheNewKey");
        await SealAsync(site);
        var report = await VerifyAsync(site);
        Assert.Empty(report.Faults);
        Assert.Equal(4, report.SealedTo);
    }

    [Fact]
    public async Task Seal_ManySealersAtOnce_PutEachEventUnderOneSeal()
    {
        await using var site = await OpenAsync();
        for (var i = 0; i < 30; i++)
            await RecordAsync(site, "Many");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SealAsync(site, NewSealer(site)), Stop)));
        var report = await VerifyAsync(site);
        Assert.Empty(report.Faults);
        Assert.Equal(0, report.Unsealed);
        Assert.Equal(30, await site.QueryAsync(db => db.SealMembers.CountAsync(Stop)));
    }

    [Fact]
    public async Task Seal_LastExportedLineCutShort_IsExportedAgain()
    {
        await using var site = await ThreeSealsAsync();
        var text = await File.ReadAllTextAsync(site.Folder.AuditHeads, Stop);
        await File.WriteAllTextAsync(site.Folder.AuditHeads, text[..^20], Stop);
        await SealAsync(site, NewSealer(site));
        Assert.Equal(text, await File.ReadAllTextAsync(site.Folder.AuditHeads, Stop));
    }

    [Fact]
    public async Task Stop_EventsNotSealedYet_AreSealed()
    {
        await using var site = NewSite(serves: true);
        site.SkipIfMissing();
        await site.InitializeAsync();
        await RecordAsync(site, "JustBefore");
        await site.StopAsync();
        await site.StartAsync();
        Assert.Equal(0, (await VerifyAsync(site)).Unsealed);
    }

    protected abstract TestSite NewSite(bool serves);

    protected async Task<TestSite> OpenAsync()
    {
        var site = NewSite(serves: false);
        site.SkipIfMissing();
        await site.InitializeAsync();
        // The start itself left events (the packs it published); these tests count from an empty trail.
        var empty =
            site.Services.GetRequiredService<Database>().Provider == DatabaseProvider.Sqlite
                ? "DELETE FROM events; DELETE FROM sqlite_sequence WHERE name = 'events'"
                : "TRUNCATE events RESTART IDENTITY CASCADE";
        await site.ExecuteAsync(db => db.Database.ExecuteSqlRawAsync(empty, Stop));
        return site;
    }

    protected static Task SealAsync(TestSite site, Sealer? sealer = null) =>
        (sealer ?? site.Services.GetRequiredService<Sealer>()).SealAsync(Stop);

    protected static Task<AuditReport> VerifyAsync(TestSite site) =>
        site.InScopeAsync(s => s.GetRequiredService<AuditVerifier>().VerifyAsync(Stop));

    protected static Task RecordAsync(TestSite site, params string[] kinds)
    {
        var process = new Process("Testing", new Actor(null, "测试员", "192.0.2.7"), site.Clock.GetUtcNow().UtcDateTime);
        foreach (var kind in kinds)
            process.Record(kind, "test", process.Id, new { text = "甲" });
        return site.ExecuteAsync(db => db.SaveAsync(process, Stop));
    }

    /// <summary>Nine events, numbers 1 to 9, under three seals.</summary>
    private async Task<TestSite> ThreeSealsAsync()
    {
        var site = await OpenAsync();
        for (var seal = 0; seal < 3; seal++)
        {
            await RecordAsync(site, $"K{(3 * seal) + 1}", $"K{(3 * seal) + 2}", $"K{(3 * seal) + 3}");
            await SealAsync(site);
        }
        return site;
    }

    /// <summary>A node's own, with nothing in memory yet.</summary>
    private static Sealer NewSealer(TestSite site, AuditKey? key = null) =>
        new(
            site.Services.GetRequiredService<IServiceScopeFactory>(),
            site.Services.GetRequiredService<WriteGate>(),
            key ?? site.Services.GetRequiredService<AuditKey>(),
            new HeadsFile(site.Folder.AuditHeads),
            site.Clock
        );
}
