using System.Globalization;
using System.Text;
using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Channels.Templates;

/// <summary>What the mails with a single-use link have in common. The link lies sealed in the outbox.</summary>
public abstract class LinkTemplate(Vault vault) : MailTemplate<LinkTemplate.Mail>
{
    /// <summary>The mail's subject.</summary>
    protected abstract LocalizedText Subject { get; }

    /// <summary>What happened, and what the link is for.</summary>
    protected abstract LocalizedText What { get; }

    protected sealed override Letter Write(Mail mail)
    {
        var link = Encoding.UTF8.GetString(vault.Open(Convert.FromBase64String(mail.SealedLink)));
        var minutes = (mail.Hours * 60).ToString("0", CultureInfo.InvariantCulture);
        var days = (mail.Hours / 24).ToString("0", CultureInfo.InvariantCulture);
        var isShort = mail.Hours < 24;
        return new Letter(Subject)
            .Say($"{mail.Name}：", $"{mail.Name},")
            .Gap()
            .Say(What.Zh, What.En)
            .Tell("账户名称", "User name", mail.UserName)
            .Say(link, link)
            .Say(
                isShort ? $"链接 {minutes} 分钟内有效，只能使用一次。" : $"链接 {days} 天内有效，只能使用一次。",
                isShort ? $"The link is good once, for {minutes} minutes." : $"The link is good once, for {days} days."
            )
            .Gap()
            .Say(
                "如果不是您本人办理，请不要打开链接，并联系备案登记机关。",
                "If you did not ask for this, do not open the link, and contact your filing authority."
            )
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");
    }

    /// <summary>What it is made of.</summary>
    /// <param name="Hours">How long the link holds.</param>
    public sealed record Mail(string Name, string UserName, double Hours, string SealedLink);
}
