using Beian.Tests.Features.Account;
using Beian.Tests.Features.Filings;
using Beian.Tests.Features.Office;
using Beian.Tests.Support;
using Beian.Web.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Browser;

/// <summary>What becomes of the mails about a filing, in Chromium: both sides see whether they got there, and send them again.</summary>
public sealed class MailWalkTests(SignInOnSqliteSite site, ChromiumBrowser chromium)
    : SiteTests<SignInOnSqliteSite>(site),
        IClassFixture<ChromiumBrowser>
{
    [Fact]
    public async Task Mail_ThatDidNotArrive_IsReadOnTheSiteAndSentAgain()
    {
        using var filer = new FilerVisit(Site);
        var id = await filer.SubmitNewAsync();
        await EachAsync(id, m => m.Failed("550", OutboxFailure.Recipient, Data.Now));
        var firm = await chromium.WalkAsync(Site, "mails", client: filer.Client);
        using var officer = await new Scene(Site, Data).OfficerAsync("A110000");
        var desk = await chromium.WalkAsync(Site, "mails", client: officer);

        await firm.GoAsync($"/filings/{id}");
        await firm.ExpectAsync("没有这个邮箱");
        await firm.PressAsync("main a:has-text('查看全文')");
        var receipt = firm.Page.Locator(".message:has(h2:has-text('已上报'))");
        await receipt.Locator("summary").ClickAsync();
        Assert.Matches("[0-9a-f]{64}", await receipt.Locator("pre").InnerTextAsync());
        await firm.LookAsync("not-delivered");
        await firm.PressAsync(".message:has(h2:has-text('已上报')) button");
        await firm.ExpectAsync("已改为重新发送");
        await EachAsync(id, m => m.Sent(Data.Now));

        await firm.GoAsync("/messages");
        await firm.LookAsync("messages");
        await desk.GoAsync($"/office/filings/{id}/messages");
        await desk.ExpectAsync("（重发）");
        await desk.ExpectAsync("已发送");
        await desk.LookAsync("delivery");
        Site.Clock.Advance(TimeSpan.FromMinutes(3));
        await desk.PressAsync("tr:has-text('账号已建立') button");
        await desk.ExpectAsync("等待发送");
    }

    private Task EachAsync(Guid id, Action<OutboxMessage> happens) =>
        Site.ExecuteAsync(async db =>
        {
            foreach (var mail in await db.Outbox.Where(m => m.SubjectId == id && m.State == OutboxState.Waiting).ToListAsync(Stop))
                happens(mail);
            await db.SaveChangesAsync(Stop);
        });
}
