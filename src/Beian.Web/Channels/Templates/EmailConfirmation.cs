using System.Text;
using Beian.Web.Data;

namespace Beian.Web.Channels.Templates;

/// <summary>The link that shows that an address reaches the account's owner. It lies sealed in the outbox.</summary>
public sealed class EmailConfirmation(Vault vault) : MailTemplate<EmailConfirmation.Mail>
{
    public override string Name => "email-confirmation";

    protected override Letter Write(Mail mail) =>
        new Letter(new("请确认您的电子邮箱", "Please confirm your e-mail address"))
            .Say($"{mail.Name}：", $"{mail.Name},")
            .Gap()
            .Say(
                $"账户 {mail.UserName} 填写了这个电子邮箱。请在三天内打开下面的网址确认。",
                $"The account {mail.UserName} gave this e-mail address. Please confirm it within three days at this address."
            )
            .Say(Link(mail), Link(mail))
            .Gap()
            .Say("如果不是您本人填写，请忽略本邮件。", "If this was not you, please ignore this mail.")
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");

    private string Link(Mail mail) => Encoding.UTF8.GetString(vault.Open(Convert.FromBase64String(mail.SealedLink)));

    /// <summary>What it is made of.</summary>
    public sealed record Mail(string Name, string UserName, string SealedLink);
}
