using Beian.Definitions;
using Beian.Web.Web;

namespace Beian.Web.Channels.Templates;

/// <summary>What the mails about a filing have in common: what it is about at the top, whom to ask at the end.</summary>
public abstract class FilingTemplate(Settings settings) : MailTemplate<FilingMail>
{
    /// <summary>What happened, for the subject.</summary>
    protected abstract LocalizedText Happened { get; }

    /// <summary>The same where the mail's data say more.</summary>
    protected virtual LocalizedText HappenedIn(FilingMail mail) => Happened;

    /// <summary>What the mail says between the head and the contact.</summary>
    protected abstract void Write(Letter letter, FilingMail mail);

    protected sealed override Letter Write(FilingMail mail)
    {
        var happened = HappenedIn(mail);
        var letter = new Letter(new($"{TitleZh(mail)}：{happened.Zh}", $"{TitleEn(mail)}: {happened.En}"))
            .Say(
                mail.Enterprise.Length > 0 ? $"{mail.Enterprise}：" : "您好：",
                mail.Enterprise.Length > 0 ? $"{mail.Enterprise}," : "Hello,"
            )
            .Gap();
        Write(letter, mail);
        letter
            .Gap()
            .Say($"业务：{TitleZh(mail)}", $"Service: {TitleEn(mail)}")
            .Tell("系统编号", "System number", mail.Number)
            .Tell("查询码（进度查询用）", "Check code (for the progress)", mail.ProgressCode)
            .Tell("备案登记机关", "Filing authority", (mail.NewAuthority ?? mail.Authority).Name)
            .Tell("网址", "Address", settings.PublicUrl.Length > 0 ? settings.PublicUrl.TrimEnd('/') + mail.Path : null)
            .Gap();
        return AddContact(letter, mail.NewAuthority ?? mail.Authority);
    }

    private static string TitleZh(FilingMail mail) => mail.Kind is { } kind ? $"{mail.Service.Zh}（{kind.Zh}）" : mail.Service.Zh;

    private static string TitleEn(FilingMail mail) => mail.Kind is { } kind ? $"{mail.Service.En} ({kind.En})" : mail.Service.En;

    private static Letter AddContact(Letter letter, Contact authority) =>
        letter
            .Say($"如有疑问，请联系{authority.Name}。", $"If you have questions, please contact {authority.Name}.")
            .Tell("电话", "Phone", authority.Phone)
            .Tell("地址", "Address", authority.Address)
            .Tell("办公时间", "Hours", authority.Hours)
            .Say("本邮件由系统自动发出，请勿回复。", "This mail was sent automatically; please do not reply.");
}
