using System.Text;
using Beian.Definitions;
using Beian.Web.Data;

namespace Beian.Web.Channels.Templates;

/// <summary>The link by which somebody becomes a member of an enterprise. It lies sealed in the outbox.</summary>
public sealed class MemberInvited(Vault vault) : MailTemplate<MemberInvited.Mail>
{
    public override string Name => "member-invited";

    protected override Letter Write(Mail mail)
    {
        var link = Encoding.UTF8.GetString(vault.Open(Convert.FromBase64String(mail.SealedLink)));
        return new Letter(new("邀请您加入企业", "you are invited to an enterprise"))
            .Say("您好：", "Hello,")
            .Gap()
            .Say(
                $"{mail.InvitedBy}邀请您加入“{mail.Enterprise}”，角色是{mail.Role.Zh}（{mail.Meaning.Zh}）。请打开下面的网址接受邀请，没有账号的可以在那里建立。",
                $"{mail.InvitedBy} invites you to “{mail.Enterprise}” as {mail.Role.En}, who {mail.Meaning.En}. Accept at this address; you can make an account there if you have none."
            )
            .Say(link, link)
            .Say(
                $"链接 {mail.Days} 天内有效，只能使用一次，请不要转发给他人。",
                $"The link is good once, for {mail.Days} days; please do not pass it on."
            )
            .Gap()
            .Say("如果您不认识该企业，请忽略本邮件。", "If you do not know the enterprise, please ignore this mail.")
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");
    }

    /// <summary>What it is made of.</summary>
    /// <param name="Meaning">What the role may do.</param>
    /// <param name="Days">How long the link holds.</param>
    public sealed record Mail(string Enterprise, string InvitedBy, LocalizedText Role, LocalizedText Meaning, int Days, string SealedLink);
}
