using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>The authority answered a question. The answer itself is read on the site.</summary>
public sealed class TicketAnswered(Settings settings) : MailTemplate<TicketAnswered.Mail>
{
    public override string Name => "ticket-answered";

    protected override Letter Write(Mail mail) =>
        new Letter(new LocalizedText("您的咨询有了答复", "your question was answered"))
            .Say($"{mail.Name}：", $"{mail.Name},")
            .Gap()
            .Say(
                $"您的咨询“{mail.Subject}”有了答复，请登录后查看。",
                $"Your question “{mail.Subject}” was answered; please sign in to read it."
            )
            .Tell("网址", "Address", settings.PublicUrl.Length > 0 ? settings.PublicUrl.TrimEnd('/') + mail.Path : null)
            .Gap()
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");

    /// <summary>What it is made of.</summary>
    public sealed record Mail(string Name, string Subject, string Path);
}
