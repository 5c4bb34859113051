using System.Net;
using Beian.Tests.Support;
using Beian.Web.Features.Filings;
using Beian.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Office.Ledger;

/// <summary>Exports that are stopped, killed or go wrong. They move the clock and restart the site, so each has one of its own.</summary>
public abstract class InterruptedExportTests<TSite> : OwnSiteTests<TSite>
    where TSite : TestSite, new()
{
    private const string Place = "A440800";

    [Fact]
    public async Task Export_SiteRestartedMeanwhile_ComesToItsEnd()
    {
        await Site.PlantEntriesAsync(Place, 5000);
        var (officer, page) = await ExportAsync();
        await Site.StopAsync();
        await Site.StartAsync();
        await OverAsync(JobOf(page));
        Assert.Equal((JobState.Done, 5000), await StateAsync(JobOf(page)));
        officer.Dispose();
    }

    [Fact]
    public async Task Export_WorkerKilled_BeginsAnewWhenItsLeaseIsOver()
    {
        await Site.PlantEntriesAsync(Place, 10);
        var (officer, page) = await ExportAsync();
        await OverAsync(JobOf(page));
        // As a killed worker leaves it behind.
        await LeaveBehindAsync(JobOf(page), attempts: 1);
        Assert.Equal(0, await Site.Services.GetRequiredService<JobRunner>().RunDueAsync(Stop));
        (await officer.GetAsync(page.Path)).ExpectOk().ExpectText("正在导出").ExpectText("刷新");
        Site.Clock.Advance(Job.Lease);
        await OverAsync(JobOf(page));
        Assert.Equal((JobState.Done, 10), await StateAsync(JobOf(page)));

        // Killed three times, it is given up and says so.
        await LeaveBehindAsync(JobOf(page), attempts: 3);
        Site.Clock.Advance(Job.Lease);
        await OverAsync(JobOf(page));
        var failed = (await officer.GetAsync(page.Path)).ExpectOk().ExpectText("没有完成");
        var retried = (await officer.SubmitAsync(failed, "#export form")).ExpectOk();
        (await officer.UntilOverAsync(Site, retried)).ExpectText("已完成，10 条");
        officer.Dispose();
    }

    [Fact]
    public async Task Export_OfficerMovedMeanwhile_GivesNothingAway()
    {
        await Site.PlantEntriesAsync(Place, 10);
        var (officer, page) = await ExportAsync();
        await OverAsync(JobOf(page));
        await LeaveBehindAsync(JobOf(page), attempts: 3);
        var id = JobOf(page);
        await Site.ExecuteAsync(async db =>
        {
            var account = await db.Jobs.Where(j => j.Id == id).Select(j => j.AccountId).SingleAsync(Stop);
            await db.Set<Beian.Web.Features.Account.Account>()
                .Where(a => a.Id == account)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.AuthorityId, Scene.Hangzhou), Stop);
            await db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(j => j.SetProperty(x => x.Attempts, 2), Stop);
        });
        Site.Clock.Advance(Job.Lease);
        await OverAsync(id);
        Assert.Equal(JobState.Failed, (await StateAsync(id)).State);
        officer.Dispose();
    }

    [Fact]
    public async Task File_AfterADay_IsGoneAndSoIsTheJobAWeekLater()
    {
        await Site.PlantEntriesAsync(Place, 10);
        var (officer, page) = await ExportAsync();
        await OverAsync(JobOf(page));
        Assert.Single(Directory.GetFiles(Site.Folder.Files, "*", SearchOption.AllDirectories));
        Site.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, (await SweepAsync()).Files);
        Site.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.Equal(1, (await SweepAsync()).Files);
        Assert.Empty(Directory.GetFiles(Site.Folder.Files, "*", SearchOption.AllDirectories));
        Site.Clock.Advance(TimeSpan.FromDays(7.1));
        Assert.Equal(1, (await SweepAsync()).Jobs);
        (await officer.GetAsync(page.Path + "/file")).Expect(HttpStatusCode.OK); // to the sign-in: the session is over too
        officer.Dispose();
    }

    private async Task<(SiteClient Officer, Page Page)> ExportAsync()
    {
        var officer = await new Scene(Site, new TestData(Site)).OfficerAsync(Place);
        return (officer, await officer.ExportAsync("/office/ledger", "xlsx"));
    }

    private static Guid JobOf(Page page) => Guid.Parse(page.Path.Split('/')[^1]);

    private Task OverAsync(Guid id) =>
        Waiting.UntilAsync(
            "the export is over",
            async () =>
            {
                await Site.Services.GetRequiredService<JobRunner>().RunDueAsync(Stop);
                return (await StateAsync(id)).State is not (JobState.Waiting or JobState.Running);
            }
        );

    private Task<(JobState State, int Rows)> StateAsync(Guid id) =>
        Site.QueryAsync(async db =>
        {
            var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, Stop);
            return (job.State, job.Progress);
        });

    private Task LeaveBehindAsync(Guid id, int attempts) =>
        Site.ExecuteAsync(db =>
        {
            var until = Site.Clock.GetUtcNow().UtcDateTime + Job.Lease;
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

    private Task<Swept> SweepAsync() => Site.InScopeAsync(s => ActivatorUtilities.CreateInstance<Housekeeping>(s).SweepAsync(Stop));
}

public sealed class InterruptedExportOnSqliteTests : InterruptedExportTests<SqliteSite>;

public sealed class InterruptedExportOnPostgresTests : InterruptedExportTests<PostgresSite>;
