using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Channels;
using Beian.Web.Data;
using Beian.Web.Features.Filings;
using Beian.Web.Features.Filings.Reminding;
using Beian.Web.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Features.Filings.Reminding;

public abstract class RemindersTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Remind_DraftLeftForADay_IsToldOnce()
    {
        GoTo(2026, 11, 23, 10);
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());

        GoTo(2026, 11, 24, 9);
        await RemindAsync();
        Assert.Empty(await TemplatesAsync(id, "draft-waiting"));
        GoTo(2026, 11, 24, 11);
        await RemindAsync();
        await RemindAsync();
        Assert.Single(await TemplatesAsync(id, "draft-waiting"));

        await filer.SignInAsync((await filer.FilingAsync(id)).OwnerId!.Value);
        // It is the draft that is reminded of, not each saving of it.
        (await filer.Client.SubmitAsync(await filer.OpenAsync(id), FilerVisit.FormSelector, button: "save")).ExpectOk();
        GoTo(2026, 11, 26, 11);
        await RemindAsync();
        Assert.Single(await TemplatesAsync(id, "draft-waiting"));
        Assert.Contains("FilingReminded", await filer.EventsAsync(id));
    }

    [Fact]
    public async Task Remind_DraftSentMeanwhile_IsNotReminded()
    {
        GoTo(2026, 11, 23, 10);
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();

        GoTo(2026, 11, 24, 11);
        await RemindAsync();

        Assert.Empty(await TemplatesAsync(id, "draft-waiting"));
    }

    [Fact]
    public async Task Remind_DraftOfLongAgo_IsLeftAlone()
    {
        GoTo(2026, 9, 1, 10);
        using var filer = new FilerVisit(Site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());

        GoTo(2026, 11, 24, 11);
        await RemindAsync();

        Assert.Empty(await TemplatesAsync(id, "draft-waiting"));
    }

    [Fact]
    public async Task Remind_DutyAfterApproval_LeavesOnItsDaysInChinaEachOnce()
    {
        // Half past midnight in China is still the day before in UTC.
        GoTo(2026, 11, 23, 0, 30);
        var id = await ApprovedAsync();
        (int Month, int Day, int Hour, int Minute, int Mails)[] days =
        [
            (11, 23, 8, 59, 0),
            (11, 23, 9, 1, 1), // day 0
            (12, 7, 23, 0, 1),
            (12, 8, 8, 59, 1),
            (12, 8, 9, 1, 2), // day 15
            (12, 17, 12, 0, 2),
            (12, 18, 9, 1, 3), // day 25
            (12, 23, 12, 0, 3),
            (12, 24, 12, 0, 3),
        ];
        foreach (var (month, day, hour, minute, mails) in days)
        {
            GoTo(2026, month, day, hour, minute);
            await RemindAsync();
            await RemindAsync();
            Assert.Equal(mails, (await TemplatesAsync(id, "duty-reminder")).Count);
        }
        var sent = await TemplatesAsync(id, "duty-reminder");
        Assert.All(sent, m => Assert.Contains("\"until\":\"2026-12-23\"", m.Data, StringComparison.Ordinal));
        Assert.Equal(
            ["\"daysLeft\":30", "\"daysLeft\":15", "\"daysLeft\":5"],
            sent.Select(m => m.Data[m.Data.IndexOf("\"daysLeft", StringComparison.Ordinal)..].Split(',')[0])
        );
    }

    [Fact]
    public async Task Remind_ChangeThatWasBegunAndNotSent_LeavesOnItsDaysUntilItIsSent()
    {
        GoTo(2026, 11, 23, 10);
        using var filer = new FilerVisit(Site);
        var id = await filer.SignNewAsync();
        await Site.ExecuteAsync(db =>
            db.Filings.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Kind, "change"), Stop)
        );

        GoTo(2026, 12, 7, 23);
        await RemindAsync();
        Assert.Empty(await TemplatesAsync(id, "duty-reminder"));
        GoTo(2026, 12, 8, 10);
        await RemindAsync();
        await RemindAsync();
        Assert.Contains("变更还没有上报", SubjectOf(Assert.Single(await TemplatesAsync(id, "duty-reminder"))), StringComparison.Ordinal);

        await Site.ExecuteAsync(db =>
            db.Filings.Where(f => f.Id == id).ExecuteUpdateAsync(s => s.SetProperty(f => f.State, FilingState.Submitted), Stop)
        );
        GoTo(2026, 12, 18, 10);
        await RemindAsync();
        Assert.Single(await TemplatesAsync(id, "duty-reminder"));
    }

    [Fact]
    public async Task Remind_SiteStoodStill_OneMailStandsForThoseMissedAndNoneAfterTheLimit()
    {
        GoTo(2026, 11, 23, 10);
        var (late, over) = (await ApprovedAsync(), await ApprovedAsync());

        GoTo(2026, 12, 20, 10);
        await RemindAsync();
        Assert.Equal("procedures/25", Assert.Single(await NoticesAsync(late)));
        Assert.Single(await TemplatesAsync(late, "duty-reminder"));

        await Site.ExecuteAsync(db => db.FilingNotices.Where(n => n.FilingId == over).ExecuteDeleteAsync(Stop));
        GoTo(2026, 12, 24, 10);
        await RemindAsync();
        Assert.Empty(await NoticesAsync(over));
    }

    [Fact]
    public async Task Remind_SeveralNodesAndARestart_SendEachOnce()
    {
        GoTo(2026, 11, 23, 10);
        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.Add(await ApprovedAsync());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(RemindAsync, Stop)));
        await Site.StopAsync();
        await Site.StartAsync();
        await RemindAsync();

        foreach (var id in ids)
            Assert.Single(await TemplatesAsync(id, "duty-reminder"));
    }

    [Fact]
    public async Task Remind_EntryThatHoldsNoMore_IsNotedWithoutAMail()
    {
        GoTo(2026, 11, 23, 8);
        var id = await ApprovedAsync();
        await Site.ExecuteAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE register_entries SET state = 'Revoked' WHERE filing_id = {id}", Stop)
        );

        GoTo(2026, 11, 23, 10);
        await RemindAsync();

        Assert.Single(await NoticesAsync(id));
        Assert.Empty(await TemplatesAsync(id, "duty-reminder"));
    }

    [Fact]
    public async Task Remind_DutyReportedAsDone_SendsNoMore()
    {
        GoTo(2026, 11, 23, 10);
        var id = await ApprovedAsync();
        await RemindAsync();
        Assert.Contains("\"mayReport\":true", Assert.Single(await TemplatesAsync(id, "duty-reminder")).Data, StringComparison.Ordinal);
        await Site.ExecuteAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE register_entries SET duty_due_on = NULL WHERE filing_id = {id}", Stop)
        );

        GoTo(2026, 12, 8, 10);
        await RemindAsync();

        Assert.Single(await TemplatesAsync(id, "duty-reminder"));
    }

    /// <summary>A moment by the clocks of China.</summary>
    private void GoTo(int year, int month, int day, int hour, int minute = 0) =>
        Site.Clock.Set(new(year, month, day, hour, minute, 0, TimeSpan.FromHours(8)));

    private async Task RemindAsync() => await Site.InScopeAsync(s => s.GetRequiredService<Reminders>().RemindAsync(Stop));

    private async Task<Guid> ApprovedAsync()
    {
        var scene = new Scene(Site, Data);
        var filing = await scene.ApprovedAsync();
        Assert.Equal(ChinaTime.DateAt(Data.Now), ChinaTime.DateAt((await scene.ReadAsync(filing.Id)).DecidedAt!.Value));
        return filing.Id;
    }

    private string SubjectOf(OutboxMessage message) => Site.Services.GetRequiredService<MailTemplates>().Write(message).Subject;

    private Task<List<OutboxMessage>> TemplatesAsync(Guid filing, string template) =>
        Site.QueryAsync(db =>
            db.Outbox.AsNoTracking().Where(m => m.SubjectId == filing && m.Template == template).OrderBy(m => m.Id).ToListAsync(Stop)
        );

    private Task<List<string>> NoticesAsync(Guid filing) =>
        Site.QueryAsync(db => db.FilingNotices.Where(n => n.FilingId == filing).Select(n => n.Notice).ToListAsync(Stop));
}

public sealed class RemindersOnSqliteTests(SqliteSite site) : RemindersTests<SqliteSite>(site);

public sealed class RemindersOnPostgresTests(PostgresSite site) : RemindersTests<PostgresSite>(site);
