using System.Net;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Beian.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Ledger;

/// <summary>Exports that are stopped, killed or go wrong. They move the clock and restart the site, so each has one of its own.</summary>
public abstract class InterruptedExportTests
{
    private const string Place = "A440800";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_SiteRestartedMeanwhile_ComesToItsEnd()
    {
        await using var site = await OpenAsync();
        await site.PlantEntriesAsync(Place, 5000);
        var (officer, page) = await ExportAsync(site);
        await site.StopAsync();
        await site.StartAsync();
        await OverAsync(site, JobOf(page));
        Assert.Equal((JobState.Done, 5000), await StateAsync(site, JobOf(page)));
        officer.Dispose();
    }

    [Fact]
    public async Task Export_WorkerKilled_BeginsAnewWhenItsLeaseIsOver()
    {
        await using var site = await OpenAsync();
        await site.PlantEntriesAsync(Place, 10);
        var (officer, page) = await ExportAsync(site);
        await OverAsync(site, JobOf(page));
        // As a killed worker leaves it behind.
        await LeaveBehindAsync(site, JobOf(page), attempts: 1);
        Assert.Equal(0, await site.Services.GetRequiredService<JobRunner>().RunDueAsync(Stop));
        (await officer.GetAsync(page.Path)).ExpectOk().ExpectText("正在导出").ExpectText("刷新");
        site.Clock.Advance(Job.Lease);
        await OverAsync(site, JobOf(page));
        Assert.Equal((JobState.Done, 10), await StateAsync(site, JobOf(page)));

        // Killed three times, it is given up and says so.
        await LeaveBehindAsync(site, JobOf(page), attempts: 3);
        site.Clock.Advance(Job.Lease);
        await OverAsync(site, JobOf(page));
        var failed = (await officer.GetAsync(page.Path)).ExpectOk().ExpectText("没有完成");
        var retried = (await officer.SubmitAsync(failed, "#export form")).ExpectOk();
        (await officer.UntilOverAsync(site, retried)).ExpectText("已完成，10 条");
        officer.Dispose();
    }

    [Fact]
    public async Task Export_OfficerMovedMeanwhile_GivesNothingAway()
    {
        await using var site = await OpenAsync();
        await site.PlantEntriesAsync(Place, 10);
        var (officer, page) = await ExportAsync(site);
        await OverAsync(site, JobOf(page));
        await LeaveBehindAsync(site, JobOf(page), attempts: 3);
        var id = JobOf(page);
        await site.ExecuteAsync(async db =>
        {
            var account = await db.Jobs.Where(j => j.Id == id).Select(j => j.AccountId).SingleAsync(Stop);
            await db.Set<Beian.Web.Features.Account.Account>()
                .Where(a => a.Id == account)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.AuthorityId, Scene.Hangzhou), Stop);
            await db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(j => j.SetProperty(x => x.Attempts, 2), Stop);
        });
        site.Clock.Advance(Job.Lease);
        await OverAsync(site, id);
        Assert.Equal(JobState.Failed, (await StateAsync(site, id)).State);
        officer.Dispose();
    }

    [Fact]
    public async Task File_AfterADay_IsGoneAndSoIsTheJobAWeekLater()
    {
        await using var site = await OpenAsync();
        await site.PlantEntriesAsync(Place, 10);
        var (officer, page) = await ExportAsync(site);
        await OverAsync(site, JobOf(page));
        Assert.Single(Directory.GetFiles(site.Folder.Files, "*", SearchOption.AllDirectories));
        site.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, (await SweepAsync(site)).Files);
        site.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(1, (await SweepAsync(site)).Files);
        Assert.Empty(Directory.GetFiles(site.Folder.Files, "*", SearchOption.AllDirectories));
        site.Clock.Advance(TimeSpan.FromDays(7.1));
        Assert.Equal(1, (await SweepAsync(site)).Jobs);
        (await officer.GetAsync(page.Path + "/file")).Expect(HttpStatusCode.OK); // to the sign-in: the session is over too
        officer.Dispose();
    }

    protected abstract TestSite Create();

    private async Task<TestSite> OpenAsync()
    {
        var site = Create();
        site.SkipIfMissing();
        await site.InitializeAsync();
        return site;
    }

    private static async Task<(SiteClient Officer, Page Page)> ExportAsync(TestSite site)
    {
        var officer = await new Scene(site, new TestData(site)).OfficerAsync(Place);
        return (officer, await officer.ExportAsync("/office/ledger", "xlsx"));
    }

    private static Guid JobOf(Page page) => Guid.Parse(page.Path.Split('/')[^1]);

    private static async Task OverAsync(TestSite site, Guid id)
    {
        while ((await StateAsync(site, id)).State is JobState.Waiting or JobState.Running)
        {
            await site.Services.GetRequiredService<JobRunner>().RunDueAsync(Stop);
            await Task.Delay(20, Stop);
        }
    }

    private static Task<(JobState State, int Rows)> StateAsync(TestSite site, Guid id) =>
        site.QueryAsync(async db =>
        {
            var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, Stop);
            return (job.State, job.Progress);
        });

    private static Task LeaveBehindAsync(TestSite site, Guid id, int attempts) =>
        site.ExecuteAsync(db =>
        {
            var until = site.Clock.GetUtcNow().UtcDateTime + Job.Lease;
            return db
                .Jobs.Where(j => j.Id == id)
                .ExecuteUpdateAsync(
                    j =>
                        j.SetProperty(x => x.State, JobState.Running)
                            .SetProperty(x => x.Attempts, attempts)
                            .SetProperty(x => x.ClaimId, Guid.CreateVersion7())
                            .SetProperty(x => x.LeaseUntil, until)
                            .SetProperty(x => x.Result, (string?)null),
                    Stop
                );
        });

    private static Task<Swept> SweepAsync(TestSite site) =>
        site.InScopeAsync(s => ActivatorUtilities.CreateInstance<Housekeeping>(s).SweepAsync(Stop));
}

public sealed class InterruptedExportOnSqliteTests : InterruptedExportTests
{
    protected override TestSite Create() => new SqliteSite();
}

public sealed class InterruptedExportOnPostgresTests : InterruptedExportTests
{
    protected override TestSite Create() => new PostgresSite();
}
