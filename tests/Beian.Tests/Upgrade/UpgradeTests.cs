using Beian.Tests.Support;
using Beian.Web.Audit;
using Beian.Web.Hosting;
using Beian.Web.Web;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Upgrade;

/// <summary>
/// The data folder of every release, brought to this one: every old filing looks the same, and the audit trail holds.
/// <c>BEIAN_TEST_RELEASE=0.2 bin/test UpgradeTests</c> makes the data folder of a release, which is done once, when it is released.
/// </summary>
public sealed class UpgradeTests
{
    public static TheoryData<string> Releases => [.. ReleasedData.Releases];

    [Theory, MemberData(nameof(Releases))]
    public async Task Upgrade_DataOfARelease_EveryFilingLooksTheSame(string release)
    {
        await using var site = new ReleasedSite(release);
        await site.InitializeAsync();

        var looks = await FilingLooks.ReadAsync(site);

        var expected = ReleasedData.LooksOf(release);
        Assert.Equal(expected.Keys, looks.Keys);
        foreach (var (what, lines) in expected)
            Assert.Equal(lines, looks[what]);
        var report = await site.InScopeAsync(s => s.GetRequiredService<AuditVerifier>().VerifyAsync(TestContext.Current.CancellationToken));
        Assert.Empty(report.Faults.Select(f => f.En));
    }

    [Fact]
    public async Task Release_OnDemand_LeavesItsData()
    {
        if (TestSettings.Release is { } release)
            await ReleasedData.MakeAsync(release);

        Assert.NotEmpty(ReleasedData.Releases);
    }

    /// <summary>A site on a copy of a release's data, migrated.</summary>
    private sealed class ReleasedSite(string release) : SqliteSite
    {
        protected override async Task<string> PrepareAsync()
        {
            var folder = ReleasedData.Unpack(release);
            await using var app = ServeCommand.Build(new DataFolder(folder), Settings, TimeProvider.System);
            await app.Services.MigrateAsync(TestContext.Current.CancellationToken);
            return folder;
        }
    }
}
