using Beian.Tests.Support;
using Beian.Web.Channels;
using Beian.Web.Data;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Beian.Tests.Channels;

public sealed class TemplateTests(SqliteSite site) : SiteTests<SqliteSite>(site)
{
    [Theory]
    [InlineData("account-created", "账户名称：filer_one", "User name: filer_one")]
    [InlineData("filing-submitted", "审核期限：2026-11-27", "Decision due by: 2026-11-27")]
    [InlineData("filing-accepted", "杭州市商务局已受理您的备案。", "杭州市商务局 has accepted your filing for review.")]
    [InlineData("filing-withdrawn", "您的备案已撤回，不再审核。", "Your filing has been withdrawn and will not be reviewed.")]
    [InlineData("filing-returned", "· 企业名称：与执照不符", "- Name: 与执照不符")]
    [InlineData("filing-rejected", "原因：范围不符", "Reason: 范围不符")]
    [InlineData("account-created", "打印备案表，签字盖章", "print the filing form, sign and seal it")]
    [InlineData("draft-waiting", "最后保存：2026-11-21", "Last saved: 2026-11-21")]
    [InlineData("duty-reminder", "截止日期：2026-12-22（还有 15 天）", "Last day: 2026-12-22 (15 days left)")]
    [InlineData("filing-approved", "备案表编号：00000001", "Record No.: 00000001")]
    [InlineData("filing-approved", "备案登记机关：杭州市商务局", "Filing authority: 杭州市商务局")]
    [InlineData("filing-transferred", "由杭州市商务局转交宁波市商务局审核", "handed on from 杭州市商务局 to 宁波市商务局")]
    public void Write_MailAboutAFiling_SaysItInBothLanguagesWithNumberAndContact(string template, string zh, string en)
    {
        var mail = new FilingMail(
            new("对外贸易经营者备案登记", "Foreign trade operators"),
            "杭州试验有限公司",
            "1234567890123456",
            "/filings/1",
            new("杭州市商务局", "0571-00000000", null, null)
        )
        {
            UserName = "filer_one",
            Revision = 2,
            Receipt = new string('a', 64),
            DueOn = new(2026, 11, 27),
            Reason = "范围不符",
            Points = [new(new("企业名称", "Name"), "与执照不符")],
            SheetName = new("备案表", "filing form"),
            SavedOn = new(2026, 11, 21),
            Duty = new(new("办理后续手续", "Take the next steps"), new("请办理。", "Please do."), new(2026, 11, 22), new(2026, 12, 22), 15),
            EntryNumberLabel = new("备案表编号", "Record No."),
            EntryNumber = "00000001",
            EntryCode = "3301990000172",
            NewAuthority = template == "filing-transferred" ? new("宁波市商务局", "0574-00000000", null, null) : null,
        };
        var message = new OutboxMessage(MailChannel.Name, "liu@example.test", template, mail, Guid.CreateVersion7(), Data.Now);

        var letter = Site.Services.GetRequiredService<MailTemplates>().Write(message);

        Assert.StartsWith("对外贸易经营者备案登记：", letter.Subject, StringComparison.Ordinal);
        Assert.Contains(" / Foreign trade operators: ", letter.Subject, StringComparison.Ordinal);
        Assert.Contains(zh, letter.Text, StringComparison.Ordinal);
        Assert.Contains(en, letter.Text, StringComparison.Ordinal);
        Assert.Contains("系统编号：1234567890123456", letter.Text, StringComparison.Ordinal);
        Assert.Contains("电话：057", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_AreThoseOfTheMailsThatAreSent() =>
        Assert.Equal(
            [
                "access-asked-for",
                "account-created",
                "account-opened",
                "appointment-booked",
                "appointment-reminder",
                "appointment-withdrawn",
                "draft-waiting",
                "duty-reminder",
                "email-confirmation",
                "entry-ended",
                "filing-accepted",
                "filing-approved",
                "filing-rejected",
                "filing-returned",
                "filing-submitted",
                "filing-transferred",
                "filing-urged",
                "filing-withdrawn",
                "filings-late",
                "mandate-accepted",
                "mandate-ended",
                "mandate-offered",
                "member-invited",
                "officer-opened",
                "password-link",
                "ticket-answered",
                "user-names",
            ],
            Site.Services.GetRequiredService<MailTemplates>().Names.Order(StringComparer.Ordinal)
        );
}
