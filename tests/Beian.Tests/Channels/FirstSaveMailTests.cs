using System.Text.RegularExpressions;
using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Beian.Tests.Channels;

public abstract class FirstSaveMailTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstSave_SendsNameAndNumberAndALinkThatConfirmsTheAddress()
    {
        await using var receiver = await MailReceiver.StartAsync();
        await using var site = NewSite();
        site.SkipIfMissing();
        site.Settings["PublicUrl"] = "http://platform.test/";
        receiver.ReceiveFrom(site);
        await site.InitializeAsync();
        using var filer = new FilerVisit(site);

        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());

        ReceivedMail[] mails = [await receiver.NextAsync(), await receiver.NextAsync()];
        Assert.All(mails, m => Assert.Equal([$"{filer.UserName}@example.test"], m.To));
        Assert.All(mails, m => Assert.DoesNotContain(FilerVisit.Password, m.Text, StringComparison.Ordinal));
        var created = Assert.Single(mails, m => m.Subject.Contains("账号已建立", StringComparison.Ordinal));
        var filing = await filer.FilingAsync(id);
        Assert.Contains(filer.UserName, created.Text, StringComparison.Ordinal);
        Assert.Contains(filing.Number, created.Text, StringComparison.Ordinal);
        Assert.Contains($"http://platform.test/filings/{id}", created.Text, StringComparison.Ordinal);
        var asked = Assert.Single(mails, m => m.Subject.Contains("请确认您的电子邮箱", StringComparison.Ordinal));
        var link = Regex.Match(asked.Text, @"http://platform\.test(/account/email-confirmation\?\S+)").Groups[1].Value;
        Assert.False(await IsConfirmedAsync(site, filing.OwnerId));

        // Whoever reads the mail may be in another browser, and not signed in.
        using var reader = site.NewClient();
        var page = (await reader.GetAsync(link)).ExpectOk();
        Assert.False(await IsConfirmedAsync(site, filing.OwnerId));
        (await reader.SubmitAsync(page, "main form")).ExpectOk().ExpectText("邮箱已验证");
        Assert.True(await IsConfirmedAsync(site, filing.OwnerId));
    }

    protected abstract TestSite NewSite();

    private static Task<bool> IsConfirmedAsync(TestSite site, Guid? account) =>
        site.QueryAsync(db => db.Accounts.Where(a => a.Id == account).Select(a => a.EmailConfirmed).SingleAsync(Stop));
}

public sealed class FirstSaveMailOnSqliteTests : FirstSaveMailTests
{
    protected override TestSite NewSite() => new SqliteSite();
}

public sealed class FirstSaveMailOnPostgresTests : FirstSaveMailTests
{
    protected override TestSite NewSite() => new PostgresSite();
}
