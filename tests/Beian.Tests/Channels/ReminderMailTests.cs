using Beian.Tests.Features.Filings;
using Beian.Tests.Support;
using Beian.Web.Features.Filings.Reminding;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Channels;

/// <summary>A reminder as it arrives at a real mail server.</summary>
public abstract class ReminderMailTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reminder_OfADraftLeftForADay_ArrivesCompleteInBothLanguages()
    {
        await using var receiver = await MailReceiver.StartAsync();
        await using var site = NewSite();
        site.SkipIfMissing();
        site.Settings["PublicUrl"] = "http://platform.test/";
        receiver.ReceiveFrom(site);
        site.Clock.Set(new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero));
        await site.InitializeAsync();
        using var filer = new FilerVisit(site);
        var id = FilerVisit.IdOf((await filer.SaveNewAsync()).ExpectOk());
        await receiver.NextAsync();
        await receiver.NextAsync();

        site.Clock.Advance(TimeSpan.FromHours(25));
        await site.InScopeAsync(s => s.GetRequiredService<Reminders>().RemindAsync(Stop));

        var mail = await receiver.NextAsync();
        Assert.Equal([$"{filer.UserName}@example.test"], mail.To);
        Assert.Equal(
            "对外贸易经营者备案登记：草稿未上报 / Record-filing of foreign trade operators: draft not submitted yet",
            mail.Subject
        );
        var number = (await filer.FilingAsync(id)).Number;
        string[] zh =
        [
            "最后保存：2026-11-23",
            "下一步：",
            $"系统编号：{number}",
            "备案登记机关：北京市商务局",
            $"网址：http://platform.test/filings/{id}",
            "如有疑问，请联系北京市商务局。",
        ];
        string[] en =
        [
            "Last saved: 2026-11-23",
            "Next: ",
            $"System number: {number}",
            "Filing authority: ",
            $"Address: http://platform.test/filings/{id}",
            "please contact",
        ];
        Assert.All(zh.Concat(en), t => Assert.Contains(t, mail.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(FilerVisit.Password, mail.Text, StringComparison.Ordinal);
    }

    protected abstract TestSite NewSite();
}

public sealed class ReminderMailOnSqliteTests : ReminderMailTests
{
    protected override TestSite NewSite() => new SqliteSite();
}

public sealed class ReminderMailOnPostgresTests : ReminderMailTests
{
    protected override TestSite NewSite() => new PostgresSite();
}
