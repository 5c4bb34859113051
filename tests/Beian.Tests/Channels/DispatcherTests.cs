using Beian.Tests.Support;
using Beian.Web.Channels;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Channels;

public abstract class DispatcherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_WithAMessage_ReachesTheMailServerAtOnceInChineseAndEnglish()
    {
        await using var receiver = await MailReceiver.StartAsync();
        await using var site = await OpenAsync(receiver);
        var id = await SendAsync(site, "liu@example.test");
        var mail = await receiver.NextAsync();
        Assert.Equal(["liu@example.test"], mail.To);
        Assert.Equal("no-reply@platform.test", mail.From);
        Assert.Equal("对外贸易经营者备案登记：退回补正 / Foreign trade operators: returned for correction", mail.Subject);
        Assert.Contains("· 企业名称：与执照不符 𠮷", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- Name: 与执照不符 𠮷", mail.Text, StringComparison.Ordinal);
        Assert.Contains("网址：https://platform.test/filings/1", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{id:N}@platform.test>", mail.Raw, StringComparison.OrdinalIgnoreCase);
        var message = await EndedAsync(site, id);
        Assert.Equal(OutboxState.Sent, message.State);
        Assert.NotNull(message.SentAt);
    }

    [Fact]
    public async Task Send_RecipientRefused_IsTriedTenTimesThenGivenUp()
    {
        await using var receiver = await MailReceiver.StartAsync("refuse");
        await using var site = await OpenAsync(receiver, serves: false);
        var id = await SendAsync(site, "nobody@example.test");
        var dispatcher = site.Services.GetRequiredService<Dispatcher>();
        var pauses = new List<double>();
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Assert.Equal(1, await dispatcher.SendDueAsync(Stop));
            Assert.Equal(0, await dispatcher.SendDueAsync(Stop)); // not before its time
            var message = await ReadAsync(site, id);
            Assert.Equal(attempt, message.Attempts);
            Assert.Contains("No such mailbox", message.LastError, StringComparison.Ordinal);
            var pause = message.DueAt - site.Clock.GetUtcNow().UtcDateTime;
            pauses.Add(Math.Round(pause.TotalSeconds / 10));
            site.Clock.Advance(pause + TimeSpan.FromSeconds(1));
        }
        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal(OutboxState.GivenUp, (await ReadAsync(site, id)).State);
        Assert.Equal(0, await dispatcher.SendDueAsync(Stop));
    }

    [Fact]
    public async Task Send_SeveralDispatchersAtOnce_SendEachMessageOnce()
    {
        await using var receiver = await MailReceiver.StartAsync();
        await using var site = await OpenAsync(receiver, serves: false);
        for (var i = 0; i < 25; i++)
            await SendAsync(site, $"to{i}@example.test");
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => ActivatorUtilities.CreateInstance<Dispatcher>(site.Services))
                .Select(d => Task.Run(() => d.SendDueAsync(Stop), Stop))
        );
        var sent = new List<string>();
        for (var i = 0; i < 25; i++)
            sent.AddRange((await receiver.NextAsync()).To);
        Assert.Equal(25, sent.Distinct().Count());
        Assert.Equal(25, await site.QueryAsync(db => db.Outbox.CountAsync(m => m.State == OutboxState.Sent && m.Attempts == 1, Stop)));
    }

    [Fact]
    public async Task Send_SenderDiedAfterClaiming_IsSentByAnotherLater()
    {
        await using var receiver = await MailReceiver.StartAsync();
        await using var site = await OpenAsync(receiver, serves: false);
        var id = await SendAsync(site, "liu@example.test");
        await site.ExecuteAsync(async db =>
        {
            (await db.Outbox.SingleAsync(m => m.Id == id, Stop)).Claim(site.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(Stop);
        });
        var dispatcher = site.Services.GetRequiredService<Dispatcher>();
        Assert.Equal(0, await dispatcher.SendDueAsync(Stop));
        site.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(1, await dispatcher.SendDueAsync(Stop));
    }

    [Fact]
    public async Task Send_NoMailServerSet_LeavesMessagesWaiting()
    {
        await using var site = await OpenAsync(receiver: null, serves: false);
        var id = await SendAsync(site, "liu@example.test");
        Assert.Equal(0, await site.Services.GetRequiredService<Dispatcher>().SendDueAsync(Stop));
        var message = await ReadAsync(site, id);
        Assert.Equal((OutboxState.Waiting, 0), (message.State, message.Attempts));
    }

    protected abstract TestSite NewSite(bool serves);

    private async Task<TestSite> OpenAsync(MailReceiver? receiver, bool serves = true)
    {
        var site = NewSite(serves);
        site.SkipIfMissing();
        site.Settings["PublicUrl"] = "https://platform.test/";
        site.Settings["Logging:LogLevel:Beian.Web.Channels"] = "None"; // refusals are what these tests are about
        receiver?.ReceiveFrom(site);
        await site.InitializeAsync();
        return site;
    }

    private static async Task<Guid> SendAsync(TestSite site, string recipient)
    {
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var process = new Process("Returning", Actor.System, now);
        var mail = new FilingMail(
            new("对外贸易经营者备案登记", "Foreign trade operators"),
            "杭州试验有限公司",
            "1234567890123456",
            "/filings/1",
            new("杭州市商务局", "0571-00000000", null, null)
        )
        {
            Reason = "请补正",
            Points = [new(new("企业名称", "Name"), "与执照不符 𠮷")],
        };
        var message = new OutboxMessage(MailChannel.Name, recipient, "filing-returned", mail, process.Id, now);
        process.Send(message);
        await site.ExecuteAsync(db => db.SaveAsync(process, Stop));
        Assert.Equal(message.Id, (await site.QueryAsync(db => db.MessagesAbout(process.Id).SingleAsync(Stop))).Id);
        return message.Id;
    }

    private static Task<OutboxMessage> ReadAsync(TestSite site, Guid id) =>
        site.QueryAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, Stop));

    private static async Task<OutboxMessage> EndedAsync(TestSite site, Guid id)
    {
        await Waiting.UntilAsync("the mail left or was given up", async () => (await ReadAsync(site, id)).State != OutboxState.Waiting);
        return await ReadAsync(site, id);
    }
}

public sealed class DispatcherOnSqliteTests : DispatcherTests
{
    protected override TestSite NewSite(bool serves) => new SqliteSite { Serves = serves };
}

public sealed class DispatcherOnPostgresTests : DispatcherTests
{
    protected override TestSite NewSite(bool serves) => new PostgresSite { Serves = serves };
}
