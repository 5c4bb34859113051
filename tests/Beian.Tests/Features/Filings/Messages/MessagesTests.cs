using System.Net;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Beian.Web.Features.Account;
using Beian.Web.Features.Filings.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Features.Filings.Messages;

public abstract class MessagesTests<TSite>(TSite site) : SiteTests<TSite>(site)
    where TSite : TestSite
{
    [Fact]
    public async Task Get_OwnFiling_ShowsEachMailWithItsTextAndWhereItIs()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        var filing = await filer.FilingAsync(id);
        var page = (await filer.Client.GetAsync((await filer.Client.GetAsync($"/filings/{id}")).LinkTo("查看全文"))).ExpectOk();

        var mails = page.TextsOf(".message");
        Assert.Equal(2, mails.Count);
        Assert.Contains("已上报", mails[0], StringComparison.Ordinal);
        Assert.Contains("账号已建立", mails[1], StringComparison.Ordinal);
        Assert.All(mails, m => Assert.Contains("本站还没有接通邮件服务器", m, StringComparison.Ordinal));
        Assert.Contains(filer.UserName, mails[1], StringComparison.Ordinal);
        Assert.Contains(filing.Number, mails[0], StringComparison.Ordinal);
        Assert.DoesNotContain(FilerVisit.Password, page.Html, StringComparison.Ordinal);
        Assert.Empty(page.TextsOf(".message form")); // they are about to leave
        var all = (await filer.Client.GetAsync("/messages")).ExpectOk();
        Assert.Equal(2, all.TextsOf("tbody tr").Count);
        (await filer.Client.GetAsync("/filings")).LinkTo("站内信");
    }

    [Theory]
    [InlineData(OutboxFailure.Recipient, "没有这个邮箱")]
    [InlineData(OutboxFailure.Unreachable, "暂时连不上邮件服务器")]
    [InlineData(OutboxFailure.Refused, "没有接受这封邮件")]
    public async Task Get_MailThatFailed_SaysWhyInPlainWordsToFilerAndOfficer(OutboxFailure failure, string words)
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        await EachMailAsync(id, m => m.Failed("550 5.1.1 <secret@example.test>", failure, Data.Now));
        using var officer = await new Scene(Site, Data).OfficerAsync("A110000");

        foreach (
            var page in new[]
            {
                await filer.Client.GetAsync($"/filings/{id}"),
                await filer.Client.GetAsync($"/filings/{id}/messages"),
                await filer.Client.GetAsync("/messages"),
                await officer.GetAsync($"/office/filings/{id}"),
                await officer.GetAsync($"/office/filings/{id}/messages"),
            }
        )
        {
            page.ExpectOk().ExpectText(words).ExpectText("第 1 次没有送到");
            Assert.DoesNotContain("5.1.1", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Resend_OfAFailedMail_WritesItAnewToTheAddressOfNow()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        await EachMailAsync(id, m => m.Failed("550", OutboxFailure.Recipient, Data.Now));
        await Site.ExecuteAsync(db =>
            db.Accounts.Where(a => a.UserName == filer.UserName)
                .ExecuteUpdateAsync(s => s.SetProperty(a => a.Email, "new@example.test"), Stop)
        );

        var page = await filer.Client.GetAsync($"/filings/{id}/messages");
        (await filer.Client.SubmitAsync(page, ".message form")).ExpectOk().ExpectText("已重新发送").ExpectText("已改为重新发送");

        var mails = await MailsAsync(id);
        var again = mails.Single(m => m.ResendOf is not null);
        Assert.Equal((OutboxState.Waiting, "new@example.test", 0), (again.State, again.Recipient, again.Attempts));
        var former = mails.Single(m => m.Id == again.ResendOf);
        Assert.Equal((OutboxState.GivenUp, again.Data, again.Template), (former.State, former.Data, former.Template));
        Assert.Contains("MessageResent", await filer.EventsAsync(id));
    }

    [Fact]
    public async Task Resend_TooOften_IsRefused()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        await EachMailAsync(id, m => m.Sent(Data.Now));
        using var officer = await new Scene(Site, Data).OfficerAsync("A110000");

        (await ResendAsync(filer.Client, $"/filings/{id}/messages")).ExpectOk();
        (await ResendAsync(filer.Client, $"/filings/{id}/messages", wait: false)).Expect(HttpStatusCode.Conflict).ExpectText("刚刚重发过");
        for (var i = 1; i < Deliveries.MostRepeats; i++)
            (await ResendAsync(officer, $"/office/filings/{id}/messages")).ExpectOk();
        (await ResendAsync(officer, $"/office/filings/{id}/messages")).Expect(HttpStatusCode.Conflict).ExpectText("24 小时内");
        Site.Clock.Advance(TimeSpan.FromHours(25));
        using var next = await new Scene(Site, Data).OfficerAsync("A110000");
        (await ResendAsync(next, $"/office/filings/{id}/messages")).ExpectOk();

        async Task<Page> ResendAsync(SiteClient client, string path, bool wait = true)
        {
            if (wait)
                Site.Clock.Advance(TimeSpan.FromMinutes(3));
            var page = (await client.GetAsync(path)).ExpectOk();
            var answer = await client.SubmitAsync(page, "main form[action$=messages]");
            await EachMailAsync(id, m => m.Sent(Data.Now));
            return answer;
        }
    }

    [Fact]
    public async Task Resend_ByWhomItDoesNotConcern_DoesNothing()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        await EachMailAsync(id, m => m.Sent(Data.Now));
        var message = new Dictionary<string, string?> { ["message"] = $"{(await MailsAsync(id))[0].Id}" };
        using var other = new FilerVisit(Site);
        var others = await other.SubmitNewAsync();
        await EachMailAsync(others, m => m.Sent(Data.Now));
        using var superior = await new Scene(Site, Data).OfficerAsync(Scene.Ministry);
        using var elsewhere = await new Scene(Site, Data).OfficerAsync(Scene.Guangdong);

        (await other.Client.GetAsync($"/filings/{id}/messages")).Expect(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync($"/office/filings/{id}/messages")).Expect(HttpStatusCode.NotFound);
        // A mail of another filing under one's own.
        var own = await other.Client.GetAsync($"/filings/{others}/messages");
        (await other.Client.SubmitAsync(own, ".message form", message)).Expect(HttpStatusCode.NotFound);
        Assert.Empty((await superior.GetAsync($"/office/filings/{id}/messages")).ExpectOk().TextsOf("main form"));

        Assert.All(await MailsAsync(id), m => Assert.Null(m.ResendOf));
    }

    [Fact]
    public async Task Get_ManyMessages_AreShownPageByPage()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        await Site.ExecuteAsync(async db =>
        {
            var first = await db.Outbox.FirstAsync(m => m.SubjectId == id, Stop);
            for (var i = 0; i < 43; i++)
                db.Add(first.Again("a@example.test", Data.Now.AddSeconds(i)));
            await db.SaveChangesAsync(Stop);
        });

        var rows = 0;
        for (var path = "/messages"; path is not null; )
        {
            var page = (await filer.Client.GetAsync(path)).ExpectOk();
            rows += page.TextsOf("tbody tr").Count;
            path = page.Document.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(45, rows);
    }

    private Task EachMailAsync(Guid id, Action<OutboxMessage> happens) =>
        Site.ExecuteAsync(async db =>
        {
            foreach (var mail in await db.Outbox.Where(m => m.SubjectId == id && m.State == OutboxState.Waiting).ToListAsync(Stop))
                happens(mail);
            await db.SaveChangesAsync(Stop);
        });

    private Task<List<OutboxMessage>> MailsAsync(Guid id) => Site.QueryAsync(db => db.MessagesAbout(id).ToListAsync(Stop));
}

public sealed class MessagesOnSqliteTests(SqliteSite site) : MessagesTests<SqliteSite>(site);

public sealed class MessagesOnPostgresTests(PostgresSite site) : MessagesTests<PostgresSite>(site);
